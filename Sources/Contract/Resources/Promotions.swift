import HTTPTypes
import Loyalty

extension Endpoint {
  static let ofPromotions: [Endpoint] = [.promotions, .enrollment, .leaving]

  static let promotions = Endpoint(
    .get, "/v1/promotions", .guestOrMember, needs: [], feature: .promotions,
    answer: .tagged("PromotionPage"),
    id: "listPromotions",
    summary: "The offers that are for the member, all on one page."
  ) { _ in .promotions }

  static let enrollment = Endpoint(
    .post, "/v1/promotions/{id}/enrollment", .member, needs: .key, feature: .promotions,
    path: "PromotionID",
    answer: .created("Promotion"), problems: [.notFound, .notEligible, .limitReached],
    id: "joinPromotion",
    summary: "Take part in an offer."
  ) { .enrollment(Promotion.ID($0.name)) }

  static let leaving = Endpoint(
    .delete, "/v1/promotions/{id}/enrollment", .member, needs: [], feature: .promotions,
    path: "PromotionID",
    answer: .fresh("Promotion"), problems: [.notFound, .notEligible],
    id: "leavePromotion",
    summary: "Take part no longer; what was reached stays for whoever comes back."
  ) { .leaving(Promotion.ID($0.name)) }
}

extension Schema {
  static let promotions: [String: JSON] = [
    "Promotion": object(
      "An offer with a window, as the member who asks sees it.",
      [
        "id": id,
        "title": reference("LocalizedText"),
        "description": reference("LocalizedText"),
        "reward": reference("LocalizedText"),
        "bonus": nullable(points),
        "terms": reference("LocalizedText"),
        "from": instant,
        "to": instant,
        "enrollment": openEnum(["none", "auto", "required"]),
        "is_enrolled": ["type": "boolean"],
        "places_left": nullable(
          whole("Members who may still join; null is any number.", 0...1_000_000_000)),
        "progress": nullable(reference("PromotionProgress")),
        "completed_at": nullable(instant),
        "picture": nullable(reference("Picture")),
      ]),
    "PromotionProgress": object(
      "How far the member is.",
      [
        "current": whole("In the unit; points and money in minor units."),
        "target": whole("In the unit; points and money in minor units."),
        "unit": openEnum(["purchases", "days", "points", "money"]),
        "currency": nullable(["type": "string", "description": "ISO 4217, for money."]),
      ]),
    "PromotionPage": page(of: "Promotion"),
  ]
}

extension Sample {
  static let promotions = [
    Sample("PromotionPage", page(eachPromotion))
  ]

  static let eachPromotion = [
    Promotion(
      id: .init("p1"), title: text, description: text, reward: text, bonus: Points(50),
      terms: text, from: now, to: now, enrollment: .required, isEnrolled: true, placesLeft: 3,
      progress: .init(current: 1, target: 5, unit: .money, currency: "RUB"), completedAt: now,
      picture: picture),
    Promotion(
      id: .init("p2"), title: text, description: text, reward: text, bonus: nil, terms: text,
      from: now, to: now, enrollment: .auto, isEnrolled: true, placesLeft: nil,
      progress: .init(current: 1, target: 5, unit: .days), completedAt: nil),
    Promotion(
      id: .init("p3"), title: text, description: text, reward: text, bonus: nil, terms: text,
      from: now, to: now, enrollment: .none, isEnrolled: false, placesLeft: nil, progress: nil,
      completedAt: nil),
  ]
}
