import Contract
import Loyalty

extension Samples {
  /// Promotions, stamp cards and promo codes.
  static let promotions: [(schema: String, body: [UInt8])] = [
    ("PromotionPage", Wire.encode(Page(data: offers, page: last))),
    ("StampCardPage", Wire.encode(Page(data: stamps, page: last))),
    ("PromoCodeEntry", Wire.encode(PromoCodeEntry(code: "AUTUMN"))),
    ("PromoCodeGift", Wire.encode(PromoCodeGift(kind: .points, title: text, points: Points(5)))),
    (
      "PromoCodeGift",
      Wire.encode(
        PromoCodeGift(kind: .coupon, title: text, coupon: coupons[1], promotion: offers[0]))
    ),
  ]

  private static let last = PageInfo(nextCursor: nil, hasMore: false)

  private static let offers = [
    Promotion(
      id: .init("p1"), title: text, description: text, reward: text, bonus: Points(50),
      terms: text, from: now, to: now, enrollment: .required, isEnrolled: true, placesLeft: 3,
      progress: .init(current: 1, target: 5, unit: .money, currency: "RUB"), completedAt: now),
    Promotion(
      id: .init("p2"), title: text, description: text, reward: text, bonus: nil, terms: text,
      from: now, to: now, enrollment: .auto, isEnrolled: true, placesLeft: nil,
      progress: .init(current: 1, target: 5, unit: .days), completedAt: nil),
    Promotion(
      id: .init("p3"), title: text, description: text, reward: text, bonus: nil, terms: text,
      from: now, to: now, enrollment: .none, isEnrolled: false, placesLeft: nil, progress: nil,
      completedAt: nil),
  ]

  private static let stamps = [now, nil].map { end in
    StampCard(
      id: .init("s"), title: text, slots: 10, filled: 7, reward: text, expiresAt: end,
      completedCount: 1)
  }
}
