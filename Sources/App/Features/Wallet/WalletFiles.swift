import Loyalty

/// Reading cards from a file and writing them to one.
func performWalletFile(_ action: WalletAction, _ state: inout State) -> [Effect] {
  switch action {
  case .showReading: state.openFileForm(.reading, path: "", .wallet(.read), .walletReadNow)
  case .showWriting:
    guard !state.wallet.contents.cards.isEmpty else {
      state.toast(state.phrases.say(.walletNothingToWrite))
      return []
    }
    state.openFileForm(.writing, path: "~/loyalhub-cards.zip", .wallet(.write), .walletWriteNow)
  case .read, .write:
    let sheet = Sheet.wallet(action == .read ? .reading : .writing)
    guard let form = state.openForm, form.sheet == sheet, !form.isBusy else { return [] }
    let path = form[.walletPath]
    guard path.contains(where: { !$0.isWhitespace }) else {
      state.form?.reject(.walletPath, .phrase(.walletPathNeeded))
      state.showProblems()
      return []
    }
    state.form?.isBusy = true
    let password = form[.walletPassword]
    return [
      .wallet(
        action == .read
          ? .read(path: path, password: password, language: state.settings.language)
          : .write(path: path, password: password))
    ]
  default: break
  }
  return []
}

extension State {
  fileprivate mutating func openFileForm(
    _ sheet: WalletSheet, path: String, _ submit: Action, _ title: Phrase
  ) {
    guard sheets.last != .wallet(sheet) else { return }
    wallet.isSearching = false
    var password = Form.Field(.walletPassword, .walletPassword, placeholder: .walletPasswordHint)
    password.isSecret = true
    open(
      Form(
        on: .wallet(sheet),
        [
          .init(
            .walletPath, .walletPath, path, limit: 1000,
            placeholder: sheet == .reading ? .walletReadHint : nil), password,
        ], submit: submit, title: title))
  }

  /// What was typed stays, with what is wrong below it.
  mutating func failWalletFile(_ problem: WalletFileProblem) {
    let words = phrases.words(for: problem)
    guard form?.sheet == .wallet(.reading) || form?.sheet == .wallet(.writing) else {
      toast(words, isError: true)
      return
    }
    form?.isBusy = false
    let isAboutPassword = [.passwordNeeded, .passwordWrong].contains(problem)
    form?.reject(isAboutPassword ? .walletPassword : .walletPath, .said(words))
    if openForm != nil { showProblems() }
  }
}

extension Element.ID {
  static let walletPath: Element.ID = "wallet.path"
  static let walletPassword: Element.ID = "wallet.password"
}
