public import Loyalty

/// What happens while somebody logs in or out.
public enum LoginEvent: Equatable, Sendable {
  case codeSent(Challenge)
  case signedIn
  case signedOut
  /// A text message arrived on the member's phone, in a demo.
  case message(TextMessage)
}

/// What is asked of the server to log in or out.
public enum LoginRequest: Equatable, Sendable {
  /// A code; the one that it replaces is void then.
  case sendCode(PhoneNumber, replacing: Challenge.ID? = nil)
  case verifyCode(Challenge.ID, code: String)
  case logOut
}

/// An SMS as the demo shows it.
public struct TextMessage: Equatable, Sendable {
  public var text: String
  public var code: String
  /// The login that the code is for.
  public var challenge: Challenge.ID

  public init(text: String, code: String, challenge: Challenge.ID) {
    self.text = text
    self.code = code
    self.challenge = challenge
  }
}

func takeLogin(_ event: LoginEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .codeSent(let challenge):
    guard state.login.expects(challenge) else { return [] }
    state.login.settle()
    state.login.step = .code(challenge)
    state.login.code = TextField(limit: 12)
    state.focus = nil
    return []
  case .signedIn:
    state.isSignedIn = true
    // Who listened as a guest listens as a member from here on.
    state.live = LiveState()
    state.isGuest = false
    state.tab = state.login.origin ?? .home
    state.login = LoginState()
    state.intro = IntroState()
    // The answer may come while a guest is asked to log in once more.
    state.sheets.removeAll { $0 == .loginNeeded }
    state.focus = nil
    if !state.tabs.contains(state.tab) { state.tab = .home }
    state.confirmConnection()
    return state.pull()
  case .signedOut:
    state.leaveAccount()
    return [.load(.home), .unfollow]
  case .message(let message):
    state.login.receive(message)
    return []
  }
}

extension LoginState {
  /// The server has answered.
  fileprivate mutating func settle() {
    isBusy = false
    problem = nil
    waitUntil = nil
  }
}
