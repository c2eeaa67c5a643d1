import HTTPTypes
public import Loyalty

/// Everything that the server keeps about a member, in one document.
///
/// Left out are one-time codes and repeated answers, which are gone after 15 days.
public struct MemberExport: Codable, Equatable, Sendable {
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
  public var wishes: Wishes
  public var consents: [Consent]
  public var consentHistory: [ExportedConsent]
  public var sessions: [LoginSession]

  public init(
    exportedAt: Instant, member: Member, cards: [Card], balance: Balance, ledger: [LedgerEntry],
    lots: [Lot], purchases: [ExportedPurchase], coupons: [Coupon],
    promotions: [ExportedEnrollment], stamps: [StampCard], promoCodes: [ExportedPromoCode],
    segments: [String], referral: Referral, referredAt: Instant?, notifications: [Notification],
    preferences: [Preference], wishes: Wishes, consents: [Consent],
    consentHistory: [ExportedConsent], sessions: [LoginSession]
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
    self.wishes = wishes
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
    case wishes
    case consents
    case consentHistory = "consent_history"
    case sessions
  }
}

extension Endpoint {
  static let ofExport: [Endpoint] = [.export]

  static let export = Endpoint(
    .get, "/v1/me/export", .member, needs: [], feature: nil,
    answer: .fresh("MemberExport"),
    id: "exportMember",
    summary: "Everything that is kept about the member."
  ) { _ in .export }
}

extension Schema {
  static let export: [String: JSON] = [
    "MemberExport": object(
      "Everything that the server keeps about the member; codes and answers that are gone after "
        + "15 days are left out.",
      [
        "exported_at": instant, "member": reference("Member"),
        "cards": list(of: reference("Card")), "balance": reference("Balance"),
        "ledger": list(of: reference("LedgerEntry")), "lots": list(of: reference("Lot")),
        "purchases": list(of: reference("ExportedPurchase")),
        "coupons": list(of: reference("Coupon")),
        "promotions": list(of: reference("ExportedEnrollment")),
        "stamps": list(of: reference("StampCard")),
        "promo_codes": list(of: reference("ExportedPromoCode")),
        "segments": list(of: string), "referral": reference("Referral"),
        "referred_at": nullable(instant),
        "notifications": list(of: reference("Notification")),
        "preferences": list(of: reference("Preference")), "wishes": reference("Wishes"),
        "consents": list(of: reference("Consent")),
        "consent_history": list(of: reference("ExportedConsent")),
        "sessions": list(of: reference("LoginSession")),
      ])
  ]
}

extension Sample {
  static let export = [
    Sample("MemberExport", export(now)),
    Sample("MemberExport", export(nil)),
  ]

  private static func export(_ at: Instant?) -> MemberExport {
    MemberExport(
      exportedAt: now, member: member, cards: [],
      balance: Balance(
        available: .zero, pending: .zero, reserved: .zero, expiring: [], asOf: now), ledger: [],
      lots: [],
      purchases: [
        ExportedPurchase(
          at: now, amount: Money(amount: 1, currency: "RUB"), categories: ["coffee"],
          returned: Money(amount: 0, currency: "RUB"))
      ], coupons: eachCoupon,
      promotions: [
        ExportedEnrollment(
          promotion: .init("p"), joinedAt: at, leftAt: at, completedAt: at)
      ], stamps: [], promoCodes: [ExportedPromoCode(code: "C", at: now)], segments: ["regulars"],
      referral: Referral(
        code: "A", link: "l", rules: text, bonus: .zero, friends: [], earned: .zero),
      referredAt: at, notifications: [], preferences: [], wishes: Wishes(), consents: eachConsent,
      consentHistory: [
        ExportedConsent(id: .init("terms"), version: "1", isGiven: true, at: now)
      ], sessions: sessions)
  }
}
