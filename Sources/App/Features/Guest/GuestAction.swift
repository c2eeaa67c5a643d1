/// What a person can ask of guest.
public enum GuestAction: Equatable, Sendable {
  /// Goes in without an account.
  case lookAround
  /// From there to the login.
  case logIn
}

extension GuestAction {
  var access: Access {
    switch self {
    case .lookAround: .everybody
    case .logIn: .guest
    }
  }
}
