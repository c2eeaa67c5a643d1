import Loyalty

/// What the actions of looking around do.
func performGuest(_ action: GuestAction, _ state: inout State) -> [Effect] {
  switch action {
  case .lookAround: state.lookAround()
  case .logIn: state.logIn()
  }
}

/// Looking around without an account.
extension State {
  /// Whether the sections are on the screen, not a page of the login.
  var isInside: Bool { isPastLogin && !isJoining && forgetting.outcome == nil }

  /// Whether somebody has logged in, or looks around.
  var isPastLogin: Bool { isSignedIn || isGuest }

  mutating func lookAround() -> [Effect] {
    guard !isPastLogin, !isIntroduced, !login.isBusy else { return [] }
    isGuest = true
    tab = .home
    focus = nil
    login.problem = nil
    return [.load(.rewards), .load(.promotions), .load(.screens), .load(.shops)] + pull()
  }

  /// To the login, from which the guest comes back to the same section.
  mutating func logIn() -> [Effect] {
    login = LoginState()
    login.origin = tab
    isGuest = false
    sheets = []
    focus = nil
    return []
  }

  /// Back to looking around, where the guest was; `false` when nobody did.
  mutating func leaveLogin() -> Bool {
    guard !isPastLogin, login.step == .phone, !login.isBusy, let origin = login.origin else {
      return false
    }
    isGuest = true
    tab = tabs.contains(origin) ? origin : .home
    focus = nil
    return true
  }
}

extension Element.ID {
  static let logIn: Element.ID = "guest.login"
}
