import Loyalty

/// What is read from the local store: what is needed to show one thing.
public enum Load: Equatable, Sendable {
  case home
  case history(HistoryLoad)
  /// The catalogue and the coupons.
  case rewards
  case promotions
  case screens
  /// Why the balance is what it is.
  case explanation
  case inbox
  case shops
  case referral
  /// Profile and consents.
  case profile
  /// Where the member is signed in.
  case sessions
  /// The list of screens as they are edited.
  case drafts
  /// The slides that were not seen yet.
  case intro
  case editor(EditorLoad)
}

extension Load {
  /// What of the server's it is made of.
  var resources: Set<Resource> {
    switch self {
    case .home: [.program, .member, .cards, .balance, .ledger, .tier, .stamps]
    case .history: [.ledger]
    case .rewards: [.rewards, .coupons, .wishes]
    case .promotions: [.promotions]
    case .screens: [.screens]
    case .explanation: [.explanation]
    case .inbox: [.notifications, .preferences]
    case .shops: [.shops]
    case .referral: [.referral]
    case .profile: [.member, .consents]
    case .sessions: [.sessions]
    case .drafts: [.drafts]
    case .intro: [.program]
    case .editor(.choices): [.contentChoices]
    case .editor(.draft): []
    }
  }
}
