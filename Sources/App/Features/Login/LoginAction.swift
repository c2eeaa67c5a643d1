/// What a person can ask of login.
public enum LoginAction: Hashable, Sendable {
  case sendCode
  case submitCode
  case resendCode
  case changeNumber
  case insertCode
  case logOut
  /// Opens the sheet that asks.
  case askToLogOut
}

extension LoginAction {
  var access: Access {
    switch self {
    case .sendCode, .submitCode, .resendCode, .changeNumber, .insertCode: .everybody
    case .logOut, .askToLogOut: .signedIn
    }
  }
}
