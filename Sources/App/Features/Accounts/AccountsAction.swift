/// What a person can ask of accounts.
public enum AccountsAction: Equatable, Sendable {
  case show
  case open(row: Int)
  case add
  case submit
  /// Asks whether to remove the selected one; the same again removes it.
  case remove
}

extension AccountsAction {
  var access: Access { .everybody }
}
