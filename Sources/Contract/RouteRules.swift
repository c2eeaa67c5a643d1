public import Content
public import Loyalty

/// What holds for a request by its route alone.
extension Route {
  /// Whether the request must carry an access token.
  public var needsSession: Bool {
    switch self {
    case .health, .bootstrap, .requestCode, .verifyCode, .refreshSession, .changes, .events:
      false
    case .rewards, .promotions, .stores, .screens, .screen: false
    case .endSession, .member, .cards, .balance, .ledger: true
    case .redemption, .coupons, .explanation, .tier: true
    case .notifications, .readNotifications, .preferences, .setPreferences: true
    case .referral, .claimReferral: true
    case .enrollment, .leaving, .stamps, .promoCode: true
    case .cardCode, .purchases, .returns: true
    case .changeProfile, .deleteMember, .consents, .setConsents, .export: true
    case .sessions, .endOtherSessions, .endNamedSession: true
    case .drafts, .contentChoices, .createScreen, .draft, .saveDraft, .deleteScreen, .publish,
      .unpublish, .cancelPlan, .revisions, .revision, .revert, .announceEditor, .dismissEditor:
      true
    }
  }

  /// Whether a session, where there is one, makes the answer another.
  public var acceptsSession: Bool {
    switch self {
    case .changes, .events, .rewards, .promotions, .stores, .screens, .screen: true
    default: needsSession
    }
  }

  /// The part of the program that it belongs to: without that part it is not found.
  public var feature: Feature? {
    switch self {
    case .rewards, .redemption, .coupons: .rewards
    case .promotions, .enrollment, .leaving: .promotions
    case .promoCode: .promoCodes
    case .stamps: .stamps
    case .tier: .tiers
    case .stores: .stores
    case .referral, .claimReferral: .referral
    case .notifications, .readNotifications, .preferences, .setPreferences: .inbox
    default: nil
    }
  }

  /// Whether the request must carry an `Idempotency-Key`.
  public var needsIdempotencyKey: Bool {
    switch self {
    case .requestCode, .verifyCode, .redemption: true
    case .readNotifications, .setPreferences, .claimReferral: true
    case .enrollment, .promoCode, .purchases, .returns: true
    case .changeProfile, .setConsents, .createScreen: true
    default: false
    }
  }

  /// Whether the request must name in `If-Match` what it changes (428 without, 412 when it has
  /// changed meanwhile; RFC 6585, RFC 9110).
  public var needsIfMatch: Bool {
    switch self {
    case .saveDraft, .deleteScreen, .publish, .unpublish, .cancelPlan, .revert: true
    default: false
    }
  }

  /// The role that the member must have; `nil` for any.
  public var role: Role? {
    switch self {
    case .purchases, .returns: .admin
    case .drafts, .contentChoices, .createScreen, .draft, .saveDraft, .revisions, .revision,
      .revert,
      .announceEditor, .dismissEditor:
      .editor
    case .publish, .unpublish, .cancelPlan, .deleteScreen: .publisher
    default: nil
    }
  }

  /// Whether the request carries a body.
  public var takesBody: Bool { operation.body != nil }

  /// Bytes of the largest body that is read.
  public var largestBody: Int {
    switch self {
    case .createScreen, .saveDraft: ContentLimits.bytes
    default: Route.usualBody
    }
  }

  /// Of most routes, and where nobody knows the route; what is larger is read only once it is known
  /// who sends it.
  public static let usualBody = 16 * 1024

  /// How much JSON a body may hold.
  public var bodyLimits: JSONLimits {
    switch self {
    case .createScreen, .saveDraft: ContentLimits.values
    default: JSONLimits(values: 1000, depth: 16)
    }
  }

  /// The media type of the request's body.
  public var bodyType: String {
    self == .changeProfile ? "application/merge-patch+json" : "application/json"
  }
}
