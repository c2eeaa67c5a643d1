import Loyalty

/// Looking around without an account.
extension State {
  /// Whether the sections are on the screen, not the login.
  var isInside: Bool { isSignedIn || isGuest }

  mutating func lookAround() -> [Effect] {
    guard !isInside, !isIntroduced, !login.isBusy else { return [] }
    isGuest = true
    tab = .home
    focus = nil
    login.problem = nil
    return [.loadRewards, .loadPromotions, .loadScreens] + pull()
  }

  /// To the login, from which the guest comes back to the same section.
  mutating func logIn() -> [Effect] {
    guard isGuest else { return [] }
    login = LoginState()
    login.origin = tab
    isGuest = false
    sheets = []
    focus = nil
    return []
  }

  /// Back to looking around, where the guest was; `false` when nobody did.
  mutating func leaveLogin() -> Bool {
    guard !isInside, login.step == .phone, !login.isBusy, let origin = login.origin else {
      return false
    }
    isGuest = true
    tab = tabs.contains(origin) ? origin : .home
    focus = nil
    return true
  }

  /// Asks a guest to log in for what only a member has; `false` when it is for everybody.
  mutating func askForLogin(_ action: Action) -> Bool {
    guard isGuest, action.needsMember else { return false }
    if sheets.last != .loginNeeded { open(.loginNeeded) }
    focus = .logIn
    return true
  }
}

extension Action {
  /// Whether only a member can have it.
  var needsMember: Bool {
    switch self {
    case .showCard, .explainBalance, .showTier, .showInbox, .showPreferences, .showReferral: true
    case .showStamps, .enterPromoCode, .redeem, .confirmRedeem: true
    case .joinPromotion, .leavePromotion, .openCoupon: true
    default: false
    }
  }
}

extension Element.ID {
  static let logIn: Element.ID = "guest.login"
}
