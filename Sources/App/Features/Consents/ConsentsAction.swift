public import Loyalty

/// What a person can ask of consents.
public enum ConsentsAction: Equatable, Sendable {
  case show
  case toggle(Consent.ID)
}

extension ConsentsAction {
  var access: Access { .member }
}
