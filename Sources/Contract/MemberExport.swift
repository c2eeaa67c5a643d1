public import Loyalty

/// Everything that the server keeps about a member, in one document.
///
/// Left out are one-time codes and repeated answers, which are gone after 15 days.
public struct MemberExport: Codable, Hashable, Sendable {
  public var exportedAt: Instant
  public var member: Member
  public var cards: [Card]
  public var balance: Balance
  public var ledger: [LedgerEntry]
  public var lots: [Lot]
  public var purchases: [ExportedPurchase]
  public var coupons: [Coupon]
  public var promotions: [ExportedEnrollment]
  public var stamps: [StampCard]
  public var promoCodes: [ExportedPromoCode]
  /// Groups that the business has put the member into.
  public var segments: [String]
  public var referral: Referral
  /// When the member gave a friend's code.
  @Nullable public var referredAt: Instant?
  public var notifications: [Notification]
  public var preferences: [Preference]
  public var consents: [Consent]
  public var consentHistory: [ExportedConsent]
  public var sessions: [LoginSession]

  public init(
    exportedAt: Instant, member: Member, cards: [Card], balance: Balance, ledger: [LedgerEntry],
    lots: [Lot], purchases: [ExportedPurchase], coupons: [Coupon],
    promotions: [ExportedEnrollment], stamps: [StampCard], promoCodes: [ExportedPromoCode],
    segments: [String], referral: Referral, referredAt: Instant?, notifications: [Notification],
    preferences: [Preference], consents: [Consent], consentHistory: [ExportedConsent],
    sessions: [LoginSession]
  ) {
    self.exportedAt = exportedAt
    self.member = member
    self.cards = cards
    self.balance = balance
    self.ledger = ledger
    self.lots = lots
    self.purchases = purchases
    self.coupons = coupons
    self.promotions = promotions
    self.stamps = stamps
    self.promoCodes = promoCodes
    self.segments = segments
    self.referral = referral
    self.referredAt = referredAt
    self.notifications = notifications
    self.preferences = preferences
    self.consents = consents
    self.consentHistory = consentHistory
    self.sessions = sessions
  }

  enum CodingKeys: String, CodingKey {
    case exportedAt = "exported_at"
    case member
    case cards
    case balance
    case ledger
    case lots
    case purchases
    case coupons
    case promotions
    case stamps
    case promoCodes = "promo_codes"
    case segments
    case referral
    case referredAt = "referred_at"
    case notifications
    case preferences
    case consents
    case consentHistory = "consent_history"
    case sessions
  }
}
