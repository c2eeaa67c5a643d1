public import Loyalty

extension Resource {
  /// Whose answer `GET /v1/changes` brings.
  var endpoint: Endpoint {
    switch self {
    case .program: .bootstrap
    case .member: .member
    case .cards: .cards
    case .balance: .balance
    case .ledger: .ledger
    case .rewards: .rewards
    case .coupons: .coupons
    case .explanation: .explanation
    case .tier: .tier
    case .notifications: .notifications
    case .preferences: .preferences
    case .stores: .stores
    case .referral: .referral
    case .promotions: .promotions
    case .stamps: .stamps
    case .consents: .consents
    case .screens: .screens
    }
  }

  /// The part of the program that it belongs to.
  public var feature: Feature? { endpoint.feature }

  /// What comes without a session.
  public static let published = allCases.filter { $0.endpoint.access != .member }
}
