/// What happens to the list of accounts.
public enum AccountsEvent: Equatable, Sendable {
  case loaded(AccountsContents)
  case refused(AccountRefusal)
  /// An account could not be opened or removed.
  case failed(Trouble)
}

/// What is done with the accounts on this machine.
public enum AccountsEffect: Equatable, Sendable {
  case load
  /// Close this account and go on with another one.
  case open(Account.ID)
  /// Make an account of a server's address, and open it.
  case add(String)
  /// Take an account and all that is kept of it off this machine.
  case remove(Account.ID)
}

func takeAccounts(_ event: AccountsEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .loaded(let contents): state.replaceAccounts(with: contents)
  case .refused(let refusal): state.refuse(refusal)
  case .failed(let trouble): state.failAccount(trouble)
  }
  return []
}
