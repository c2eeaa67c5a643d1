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
