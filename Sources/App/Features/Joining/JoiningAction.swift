public import Loyalty

/// What a person can do with what they are asked before they go in.
public enum JoiningAction: Equatable, Sendable {
  /// From the name on to the answer.
  case next
  /// Gives what may be left out, or takes it back.
  case toggle(Consent.ID)
  case agree
}

extension JoiningAction {
  var access: Access { .signedIn }
}
