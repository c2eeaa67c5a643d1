import Contract
import Loyalty

/// Values of every type on the wire, by the name of its schema: with all members, and with each
/// absent that may be.
enum Samples {
  static let all: [(schema: String, body: [UInt8])] = promotions + profile + content + others

  private static let others: [(schema: String, body: [UInt8])] = [
    ("Health", Wire.encode(Health(status: "ok", version: "0.1.0"))),
    (
      "Bootstrap",
      Wire.encode(Bootstrap(program: full, minimum: "0.1.0", latest: "1.20.3", intro: intro))
    ),
    ("Bootstrap", Wire.encode(Bootstrap(program: bare, minimum: "0.1.0", latest: "0.1.0"))),
    ("CodeRequest", Wire.encode(CodeRequest(phone: "+79161234567"))),
    ("CodeChallenge", Wire.encode(challenge)),
    (
      "CodeVerification",
      Wire.encode(CodeVerification(challengeID: challenge.id, code: "123456"))
    ),
    ("RefreshRequest", Wire.encode(RefreshRequest(refreshToken: "r"))),
    (
      "SessionTokens",
      Wire.encode(
        SessionTokens(accessToken: "a", refreshToken: "r", expiresIn: 900, roles: [.member]))
    ),
    (
      "Member",
      Wire.encode(
        Member(id: "m".id(), name: "Анна", phone: "+79161234567", joinedAt: now, roles: [.member]))
    ),
    ("CardPage", Wire.encode(Page(data: [card], page: PageInfo(nextCursor: nil, hasMore: false)))),
    ("Balance", Wire.encode(balance)),
    (
      "LedgerEntryPage",
      Wire.encode(Page(data: entries, page: PageInfo(nextCursor: "c", hasMore: true)))
    ),
    (
      "RewardPage",
      Wire.encode(Page(data: rewards, page: PageInfo(nextCursor: nil, hasMore: false)))
    ),
    (
      "CouponPage",
      Wire.encode(Page(data: coupons, page: PageInfo(nextCursor: nil, hasMore: false)))
    ),
    ("Redemption", Wire.encode(Redemption(expectedCost: Points(150)))),
    (
      "BalanceExplanation",
      Wire.encode(
        BalanceExplanation(
          lots: lots, ledgerSum: Points(7), balance: Points(7), addsUp: true))
    ),
    ("TierStatus", Wire.encode(tier(full: true))),
    ("TierStatus", Wire.encode(tier(full: false))),
    (
      "CardCode",
      Wire.encode(CardCode(value: "LH2:1", expiresAt: now, validFor: 40, refreshAfter: 20))
    ),
    (
      "TillPurchase",
      Wire.encode(
        TillPurchase(
          card: "LH1:1", amount: Money(amount: 35_000, currency: "RUB"), categories: ["coffee"]))
    ),
    (
      "TillReceipt",
      Wire.encode(
        TillReceipt(
          sale: "pur_1", points: Points(17), fromOffers: Points(5), available: Points(99),
          coupons: [text]))
    ),
    ("TillReturn", Wire.encode(TillReturn(sale: "pur_1"))),
    (
      "TillReturn",
      Wire.encode(
        TillReturn(
          sale: "pur_1", amount: Money(amount: 100, currency: "RUB"), categories: ["food"],
          card: "LH1:1"))
    ),
    (
      "TillReturnReceipt",
      Wire.encode(
        TillReturnReceipt(
          sale: "pur_1", amount: Money(amount: 100, currency: "RUB"),
          left: Money(amount: 0, currency: "RUB"), points: Points(5), fromOffers: .zero,
          available: Points(-3), withdrawnCoupons: [text], usedCoupons: []))
    ),
    ("Changes", Changes(next: "n", data: ["balance": Wire.encode(balance)]).encoded),
    ("Changes", Changes(next: "n", data: [:], lastEventID: "17").encoded),
    ("EventStream", Wire.encode(String(decoding: ServerEvent.heartbeat, as: UTF8.self))),
    ("ChangeHint", Wire.encode(ChangeHint.unknown)),
    ("ChangeHint", Wire.encode(ChangeHint(resource: "rewards", id: "rwd_1", etag: "\"a\""))),
    (
      "NotificationPage",
      Wire.encode(Page(data: notifications, page: PageInfo(nextCursor: nil, hasMore: false)))
    ),
    ("ReadMarks", Wire.encode(ReadMarks(ids: ["n1".id()]))),
    ("Preferences", Wire.encode(Preferences(categories: [preference]))),
    (
      "PreferenceChanges",
      Wire.encode(
        PreferenceChanges(changes: [.init(category: .offers, channel: .sms, isEnabled: true)]))
    ),
    (
      "StorePage",
      Wire.encode(Page(data: shops, page: PageInfo(nextCursor: nil, hasMore: false)))
    ),
    ("Referral", Wire.encode(referral)),
    ("ReferralClaim", Wire.encode(ReferralClaim(code: "ABCD2345"))),
    ("Problem", Wire.encode(problem)),
    ("Problem", Wire.encode(Problem(.notFound, in: .english))),
  ]

  static let now = Instant(milliseconds: 1_795_416_300_123)
  static let text: LocalizedText = [.russian: "Зёрна", .english: "Zerna"]

  private static let intro = IntroSlides([
    IntroSlide(
      slug: "s", title: text,
      blocks: [
        .init(id: "1", type: .image, props: .init(alt: text), text: text, fallback: text),
        .init(id: "2", type: .paragraph, text: text),
      ])
  ])

  private static let full = Program(
    id: "p".id(), name: text,
    pointsName: [.russian: PluralForms(one: "балл", few: "балла", many: "баллов", other: "балла")],
    pointsScale: 0, languages: [.russian, .english], timeZone: "Europe/Moscow",
    brand: Brand(theme: "coffee", accent: "#b5651d"),
    contacts: Contacts(site: "https://e.x", phone: "+74950000000", email: "a@e.x", hours: text),
    features: [.stores])

  private static let bare = Program(
    id: "p".id(), name: text, pointsName: [.english: PluralForms(other: "points")],
    pointsScale: 2, languages: [], timeZone: "UTC", brand: Brand(theme: "t", accent: "#000000"),
    contacts: Contacts(site: nil, phone: nil, email: nil, hours: nil))

  private static let challenge = CodeChallenge(
    id: "c".id(), maskedTarget: "+7 916 •••-••-67", codeLength: 6, expiresAt: now,
    resendAfter: 30)

  private static let card = Card(id: "k".id(), symbology: .qr, value: "LH1:1", number: "1")

  private static let balance = Balance(
    available: Points(1), pending: Points(0), reserved: Points(0),
    expiring: [Expiry(points: Points(1), at: now, on: Day(daysSince1970: 20_000))], asOf: now)

  private static let entries = [
    LedgerEntry(
      id: "1".id(), kind: .earn, points: Points(5), title: text, place: text, createdAt: now),
    LedgerEntry(
      id: "2".id(), kind: .refund, points: Points(-5), title: text, place: nil, createdAt: now,
      reverses: "1".id()),
  ]

  private static let rewards = [
    Reward(
      id: "r1".id(), kind: .drink, title: text, description: text, cost: Points(150),
      stockLeft: 3, limitPerMember: 1,
      blockers: [
        Reward.Blocker(code: .outOfStock, message: "m"),
        Reward.Blocker(code: .notEligible, message: nil),
      ]),
    Reward(
      id: "r2".id(), kind: .food, title: text, description: text, cost: Points(1),
      stockLeft: nil, limitPerMember: nil, blockers: []),
  ]

  static let coupons = [
    Coupon(
      id: "c1".id(), rewardID: "r1".id(), title: text, description: text, state: .used,
      value: Money(amount: 30_000, currency: "RUB"), symbology: .qr, code: "C1", issuedAt: now,
      expiresAt: now, usedAt: now),
    Coupon(
      id: "c2".id(), rewardID: "r2".id(), title: text, description: text, state: .active,
      value: nil, symbology: .qr, code: "C2", issuedAt: now, expiresAt: now, usedAt: nil),
  ]
  private static let notifications = [now, nil].map { readAt in
    Notification(
      id: "n1".id(), category: .points, title: text, body: text, createdAt: now, readAt: readAt,
      action: readAt == nil ? .none : .init(kind: .store, target: "s1"))
  }
  private static let preference = Preference(
    category: .offers, title: text, push: true, email: false, sms: false)
  private static let hours = Hours(opens: 600, closes: 1560)
  private static let shops = ["+79161234567", nil].map { phone in
    Shop(
      id: "s1".id(), name: text, address: text, city: .init(id: "c".id(), name: text),
      latitude: 55_762_200, longitude: 37_644_300, phone: phone, services: [.wifi],
      week: [WeekdayHours(weekday: 1, hours: hours)],
      specialDays: [
        SpecialDay(
          on: Day(daysSince1970: 20_000), hours: phone == nil ? nil : hours,
          note: phone == nil ? nil : text)
      ], timeZone: "Europe/Moscow", offsets: [UTCOffset(from: now, offset: 10_800)],
      openIntervals: [OpenInterval(from: now, to: now)], hoursKnownUntil: now)
  }
  private static let referral = Referral(
    code: "ABCD-2345", link: "https://e.x/i/A", rules: text, bonus: Points(200),
    friends: [.init(name: "О.", stage: .rewarded, since: now, points: Points(200))],
    earned: Points(200))
  private static let lots = [now, nil].map { end in
    Lot(
      id: "lot".id(), title: text, granted: Points(10), remaining: Points(7), activeFrom: now,
      expiresAt: end, draws: [.init(title: text, points: Points(3), at: now)])
  }

  private static func tier(full: Bool) -> TierStatus {
    let tier = Tier(id: "t".id(), name: text, threshold: Points(10), benefits: [text])
    let day = Day(daysSince1970: 20_000)
    return TierStatus(
      tier: full ? tier : nil, earned: Points(12), from: day, to: day,
      keep: full ? .init(missing: Points(3), by: day) : nil,
      next: full
        ? .init(id: "u".id(), name: text, threshold: Points(20), missing: Points(8)) : nil,
      tiers: full ? [tier] : [], whatIfPoints: full ? Points(1) : nil)
  }

  private static let problem = Problem(
    status: 422, code: .validationFailed, title: "t", detail: "d", requestID: "r",
    errors: [Problem.FieldError(pointer: "/phone", code: "invalid", message: "m")], retryAfter: 3)
}

extension String {
  func id<Entity>() -> Identifier<Entity> {
    Identifier(rawValue: self)
  }
}
