public import Loyalty

extension Resource {
  /// Whose answer it is, and `GET /v1/changes` brings of what is pulled.
  var endpoint: Endpoint {
    switch self {
    case .program: .bootstrap
    case .member: .member
    case .cards: .cards
    case .balance: .balance
    case .ledger: .ledger
    case .rewards: .rewards
    case .coupons: .coupons
    case .wishes: .wishes
    case .explanation: .explanation
    case .tier: .tier
    case .notifications: .notifications
    case .preferences: .preferences
    case .shops: .shops
    case .referral: .referral
    case .promotions: .promotions
    case .stamps: .stamps
    case .consents: .consents
    case .screens: .screens
    case .sessions: .sessions
    case .drafts: .drafts
    case .contentChoices: .contentChoices
    }
  }

  /// The part of the program that it belongs to.
  public var feature: Feature? { endpoint.feature }

  /// What comes without a session.
  public static let published = pulled.filter { $0.endpoint.access != .member }
}
