import Loyalty

/// Who may do something, and with which part of the program: it stands at each action.
struct Access: Equatable, Sendable {
  enum Who: Equatable, Sendable {
    case everybody
    /// Whoever looks around; others do not see it.
    case guest
    /// A guest sees it too, and is asked to log in.
    case member
    /// Whoever is signed in; others do not see it.
    case signedIn
    /// Whoever may edit content; others do not see it.
    case editor
    /// Whoever may put content into the app; others do not see it.
    case publisher
  }

  var who: Who
  /// Without that part it is nowhere: no section, no key, no line of a menu.
  var part: Feature?
  /// What is said in its place while there is no server to ask; `nil` where it needs none, or says it
  /// in a way of its own.
  var needsServer: Phrase?

  static let everybody = Access(who: .everybody)
  static let guest = Access(who: .guest)
  static let member = Access(who: .member)
  static let signedIn = Access(who: .signedIn)
  static let editor = Access(who: .editor)
  static let publisher = Access(who: .publisher)

  static func everybody(with part: Feature) -> Access { Access(who: .everybody, part: part) }
  static func member(with part: Feature) -> Access { Access(who: .member, part: part) }

  /// What only the server can do is refused at once without it, and never kept for later.
  func needing(server words: Phrase) -> Access {
    var access = self
    access.needsServer = words
    return access
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
    case .publisher: return canPublish
    }
  }

  /// Whether the member may edit content.
  var canEdit: Bool { has(.editor) }

  /// Whether the member may publish content.
  var canPublish: Bool { has(.publisher) }

  private func has(_ role: Role) -> Bool {
    isSignedIn && (home.contents.member?.roles ?? []).contains { $0.includes(role) }
  }

  /// Whether whoever is here may do it; a guest is asked to log in for what only a member has.
  mutating func admits(_ action: Action) -> Bool {
    guard offers(action) else { return false }
    guard action.access.who == .member, !isSignedIn else {
      // What was typed is looked at first: that is asked when it can be sent.
      return openForm?.submit == action || !refusesAway(action)
    }
    guard isGuest else { return false }
    if sheets.last != .loginNeeded { openSheet(.loginNeeded) }
    focus = .logIn
    return false
  }

  /// Whether there is no server for what needs one: then it says so, in a form below its only field.
  mutating func refusesAway(_ action: Action) -> Bool {
    guard network.isAway, let words = action.access.needsServer else { return false }
    if let form = openForm, form.submit == action, form.fields.count == 1 {
      _ = rejectInForm(.phrase(words))
    } else {
      toast(phrases.say(words), isError: true)
    }
    return true
  }
}
