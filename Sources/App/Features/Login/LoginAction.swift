/// What a person can ask of login.
public enum LoginAction: Equatable, Sendable {
  case sendCode
  case submitCode
  case resendCode
  case changeNumber
  case insertCode
  /// Types the number that the demo's member has.
  case takeDemoPhone
  case logOut
  /// Opens the sheet that asks.
  case askToLogOut
}

extension LoginAction {
  var access: Access {
    switch self {
    case .sendCode, .submitCode, .resendCode, .changeNumber, .insertCode, .takeDemoPhone:
      .everybody
    case .logOut, .askToLogOut: .signedIn
    }
  }
}
