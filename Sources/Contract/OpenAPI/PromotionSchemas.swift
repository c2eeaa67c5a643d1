import Loyalty

extension Schema {
  /// Promotions, stamp cards and promo codes.
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
        "enrollment": open(["none", "auto", "required"]),
        "is_enrolled": ["type": "boolean"],
        "places_left": nullable(
          whole("Members who may still join; null is any number.", 0...1_000_000_000)),
        "progress": nullable(reference("PromotionProgress")),
        "completed_at": nullable(instant),
      ]),
    "PromotionProgress": object(
      "How far the member is.",
      [
        "current": whole("In the unit; points and money in minor units."),
        "target": whole("In the unit; points and money in minor units."),
        "unit": open(["purchases", "days", "points", "money"]),
        "currency": nullable(["type": "string", "description": "ISO 4217, for money."]),
      ]),
    "PromotionPage": page(of: "Promotion"),
    "StampCard": object(
      "A card that is stamped at each purchase of a kind; a full one gives a coupon.",
      [
        "id": id,
        "title": reference("LocalizedText"),
        "slots": whole("Stamps of a full card.", 1...100),
        "filled": whole("Stamps of the present card.", 0...100),
        "reward": reference("LocalizedText"),
        "expires_at": nullable(instant),
        "completed_count": whole("Full cards before the present one.", 0...1_000_000_000),
      ]),
    "StampCardPage": page(of: "StampCard"),
    "PromoCodeEntry": object(
      "A code as it was typed; case and surrounding space do not count.",
      ["code": ["type": "string", "minLength": 1]]),
    "PromoCodeGift": object(
      "What a promo code gave.",
      [
        "kind": open(["points", "coupon", "enrollment"]),
        "title": reference("LocalizedText"),
        "points": nullable(points),
        "coupon": nullable(reference("Coupon")),
        "promotion": nullable(reference("Promotion")),
      ]),
  ]
}
