import Contract
import Loyalty

extension Samples {
  /// The member's own data, with all that may be absent there and absent.
  static let profile: [(schema: String, body: [UInt8])] = [
    ("Member", Wire.encode(member)),
    ("ProfilePatch", Wire.encode(ProfilePatch(values))),
    ("ProfilePatch", Wire.encode(ProfilePatch(values.mapValues { _ in nil }))),
    ("Consents", Wire.encode(Consents(consents: consents))),
    (
      "ConsentChanges",
      Wire.encode(
        ConsentChanges(changes: [.init(id: .init("marketing"), isGiven: true, version: "1")]))
    ),
    (
      "LoginSessionPage",
      Wire.encode(Page(data: sessions, page: PageInfo(nextCursor: nil, hasMore: false)))
    ),
    ("MemberExport", Wire.encode(export(now))),
    ("MemberExport", Wire.encode(export(nil))),
  ]

  private static let member = Member(
    id: .init("m"), name: "Анна Соколова", phone: "+79161234567", joinedAt: now, roles: [.member],
    firstName: "Анна", lastName: "Соколова", email: "a@e.x", birthday: Day(daysSince1970: 7000),
    language: .russian, city: "Москва")

  private static let values: [ProfilePatch.Field: String?] = [
    .firstName: "Анна", .lastName: "Соколова", .email: "a@e.x", .birthday: "1990-05-17",
    .language: "ru", .city: "Москва",
  ]

  private static let consents = [now, nil].map { at in
    Consent(
      id: .init("marketing"), title: text, text: text, version: "2", isRequired: false,
      givenAt: at, givenVersion: at.map { _ in "1" })
  }

  private static let sessions = ["Loyalhub TUI", nil].map { device in
    LoginSession(
      id: .init("s"), device: device, createdAt: now, lastUsedAt: now, isCurrent: device == nil)
  }

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
      ], coupons: coupons,
      promotions: [
        ExportedEnrollment(
          promotion: .init("p"), joinedAt: at, leftAt: at, completedAt: at)
      ], stamps: [], promoCodes: [ExportedPromoCode(code: "C", at: now)], segments: ["regulars"],
      referral: Referral(
        code: "A", link: "l", rules: text, bonus: .zero, friends: [], earned: .zero),
      referredAt: at, notifications: [], preferences: [], consents: consents,
      consentHistory: [
        ExportedConsent(id: .init("terms"), version: "1", isGiven: true, at: now)
      ], sessions: sessions)
  }
}
