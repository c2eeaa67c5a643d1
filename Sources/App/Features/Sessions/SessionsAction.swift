/// What a person can ask of sessions.
public enum SessionsAction: Equatable, Sendable {
  case show
  case open(row: Int)
  /// The one on the screen.
  case end
  /// Asks whether all others are to end.
  case showOthers
  case endOthers
}

extension SessionsAction {
  var access: Access { .member }
}
