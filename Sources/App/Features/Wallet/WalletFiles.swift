import Loyalty

/// Reading cards from a file and writing them to one.
extension State {
  mutating func showWriting() {
    guard !wallet.contents.cards.isEmpty else {
      toast(phrases.say(.walletNothingToWrite))
      return
    }
    openFileForm(.writing, path: "~/loyalhub-cards.zip", .wallet(.write), .walletWriteNow)
  }

  /// Reads or writes the file that the form on this sheet names.
  mutating func submitFile(_ sheet: WalletSheet) -> [Effect] {
    guard let form = openForm, form.sheet == .wallet(sheet), !form.isBusy else { return [] }
    let path = form[.walletPath]
    guard path.contains(where: { !$0.isWhitespace }) else {
      self.form?.reject(.walletPath, .phrase(.walletPathNeeded))
      showProblems()
      return []
    }
    self.form?.isBusy = true
    let password = form[.walletPassword]
    return [
      .wallet(
        sheet == .reading
          ? .read(path: path, password: password, language: settings.language)
          : .write(path: path, password: password))
    ]
  }

  mutating func openFileForm(
    _ sheet: WalletSheet, path: String, _ submit: Action, _ title: Phrase
  ) {
    guard sheets.last != .wallet(sheet) else { return }
    wallet.isSearching = false
    var password = Form.Field(.walletPassword, .walletPassword, placeholder: .walletPasswordHint)
    password.isSecret = true
    openSheet(
      with: Form(
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
