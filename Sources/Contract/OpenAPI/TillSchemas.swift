import Loyalty

extension Schema {
  /// What tills say.
  static let till: [String: JSON] = [
    "TillPurchase": object(
      "What a till has sold to a member.",
      [
        "card": text("What was read: a one-time code, or the value of a card."),
        "amount": reference("Money"),
        "categories": list(of: open(["coffee", "tea", "food", "beans"])),
      ]),
    "TillReceipt": object(
      "What came of it for the member.",
      [
        "points": points, "from_offers": points, "available": points,
        "coupons": list(of: reference("LocalizedText")),
      ]),
  ]
}
