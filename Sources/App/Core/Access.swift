import Loyalty

/// Who may do something, and with which part of the program: it stands at each action.
struct Access: Hashable, Sendable {
  enum Who: Hashable, Sendable {
    case everybody
    /// Whoever looks around; others do not see it.
    case guest
    /// A guest sees it too, and is asked to log in.
    case member
    /// Whoever is signed in; others do not see it.
    case signedIn
    /// Whoever may edit content; others do not see it.
    case editor
  }

  var who: Who
  /// Without that part it is nowhere: no section, no key, no line of a menu.
  var part: Feature?

  static let everybody = Access(who: .everybody)
  static let guest = Access(who: .guest)
  static let member = Access(who: .member)
  static let signedIn = Access(who: .signedIn)
  static let editor = Access(who: .editor)

  static func everybody(with part: Feature) -> Access { Access(who: .everybody, part: part) }
  static func member(with part: Feature) -> Access { Access(who: .member, part: part) }
}

extension Action {
  var access: Access {
    switch self {
    case .quit, .suspend, .redraw, .back, .refresh, .showHelp, .switchLanguage, .dismissToast:
      .everybody
    case .focus, .focusNext, .focusPrevious, .stepFocus, .activate, .move: .everybody
    case .nextTab, .previousTab: .everybody
    case .showTab(let tab): Access(who: .everybody, part: tab.surface.part)
    case .form(let action): action.access
    case .intro(let action): action.access
    case .guest(let action): action.access
    case .login(let action): action.access
    case .home(let action): action.access
    case .history(let action): action.access
    case .rewards(let action): action.access
    case .promotions(let action): action.access
    case .more(let action): action.access
    case .card(let action): action.access
    case .explanation(let action): action.access
    case .tier(let action): action.access
    case .stamps(let action): action.access
    case .inbox(let action): action.access
    case .stores(let action): action.access
    case .referral(let action): action.access
    case .promoCode(let action): action.access
    case .wallet(let action): action.access
    case .accounts(let action): action.access
    case .profile(let action): action.access
    case .consents(let action): action.access
    case .sessions(let action): action.access
    case .screens(let action): action.access
    case .editor(let action): action.access
    case .travel(let action): action.access
    case .drafts(let action): action.access
    }
  }
}

extension State {
  func offers(_ part: Feature?) -> Bool {
    guard let part, let program else { return true }
    return program.offers(part)
  }

  /// Whether the action is to be seen here at all.
  func offers(_ action: Action) -> Bool {
    let access = action.access
    guard offers(access.part) else { return false }
    switch access.who {
    case .everybody, .member: return true
    case .guest: return isGuest
    case .signedIn: return isSignedIn
    case .editor: return canEdit
    }
  }

  /// Whether whoever is here may do it; a guest is asked to log in for what only a member has.
  mutating func admits(_ action: Action) -> Bool {
    guard offers(action) else { return false }
    guard action.access.who == .member, !isSignedIn else { return true }
    guard isGuest else { return false }
    if sheets.last != .loginNeeded { open(.loginNeeded) }
    focus = .logIn
    return false
  }
}
