import Cells
import Loyalty

/// What the actions of the list of accounts do, whoever is signed in.
func performAccounts(_ action: AccountsAction, _ state: inout State) -> [Effect] {
  switch action {
  case .show:
    guard state.sheets.last != .accounts(.list) else { return [] }
    state.accounts.removing = nil
    state.openSheet(.accounts(.list))
    state.showCurrentAccount()
    return [.accounts(.load)]
  case .open(let row):
    guard state.accounts.items.indices.contains(row), !state.accounts.isBusy else {
      return []
    }
    state.accounts.list.selection = row
    state.accounts.removing = nil
    let id = state.accounts.items[row].id
    guard id != state.accounts.contents?.current else { return perform(.back, &state) }
    state.accounts.opening = id
    return [.accounts(.open(id))]
  case .add:
    guard state.sheets.last == .accounts(.list), !state.accounts.isBusy else { return [] }
    state.accounts.removing = nil
    state.openSheet(
      with: Form(
        on: .accounts(.adding),
        [Form.Field(.accountAddress, .accountAddress, placeholder: .accountAddressHint)],
        submit: .accounts(.submit), title: .accountAdd))
    return []
  case .submit:
    guard let form = state.openForm, form.sheet == .accounts(.adding), !form.isBusy else {
      return []
    }
    // Spaces within are for the person to see: without them it would be another address.
    var address = form[.accountAddress][...]
    while address.first?.isWhitespace == true { address.removeFirst() }
    while address.last?.isWhitespace == true { address.removeLast() }
    state.form?.isBusy = true
    return [.accounts(.add(String(address)))]
  case .remove: return removeAccount(&state)
  }
}

/// Asks first; the same again is the answer.
private func removeAccount(_ state: inout State) -> [Effect] {
  guard state.sheets.last == .accounts(.list), let account = state.accounts.selected,
    !state.accounts.isBusy
  else { return [] }
  guard account.id != state.accounts.contents?.current else {
    state.toast(state.phrases.say(.accountIsCurrent), isError: true)
    return []
  }
  guard state.accounts.removing == account.id else {
    state.accounts.removing = account.id
    return []
  }
  state.accounts.removing = nil
  state.accounts.leaving = account.id
  return [.accounts(.remove(account.id))]
}

extension State {
  mutating func replaceAccounts(with contents: AccountsContents) {
    let isFirst = accounts.contents == nil
    accounts.contents = contents
    if !contents.accounts.contains(where: { $0.id == accounts.leaving }) { accounts.leaving = nil }
    if isFirst { showCurrentAccount() }
    accounts.list.scrollToSelection(count: accounts.items.count, height: sheetRows)
  }

  /// The list opens on the account that is in use.
  fileprivate mutating func showCurrentAccount() {
    let place = accounts.items.firstIndex { $0.id == accounts.contents?.current }
    accounts.list.selection = place ?? 0
    accounts.list.scrollToSelection(count: accounts.items.count, height: sheetRows)
  }

  mutating func refuse(_ refusal: AccountRefusal) {
    accounts.opening = nil
    accounts.leaving = nil
    let phrase: Phrase =
      switch refusal {
      case .invalid: .accountInvalid
      case .empty: .accountEmpty
      case .scheme: .accountScheme
      case .host: .accountHost
      case .port: .accountPort
      case .credentials: .accountCredentials
      case .query: .accountQuery
      case .character: .accountCharacter
      case .clear: .accountClear
      case .mixedScripts: .accountMixed
      case .known: .accountKnown
      case .isCurrent: .accountIsCurrent
      }
    guard openForm?.sheet == .accounts(.adding) else {
      toast(phrases.say(phrase), isError: true)
      return
    }
    form?.isBusy = false
    form?.reject(.accountAddress, .phrase(phrase))
    showProblems()
  }

  /// The account cannot be opened; the one on the screen stays.
  mutating func failAccount(_ trouble: Trouble) {
    accounts.opening = nil
    accounts.leaving = nil
    if openForm?.sheet == .accounts(.adding) { form?.isBusy = false }
    toast(words(for: trouble), isError: true)
  }
}

extension Element.ID {
  static let accountAddress: Element.ID = "account.address"
}
