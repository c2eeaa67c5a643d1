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
        "sale": id.merging(["description": "Names the sale, for a return."]),
        "points": points, "from_offers": points, "available": points,
        "coupons": list(of: reference("LocalizedText")),
      ]),
    "TillReturn": object(
      "What a till takes back of a sale, whole or in parts.",
      [
        "sale": text(
          "The sale of its receipt, or the key that the same administrator posted it with.")
      ],
      optional: [
        "amount": nullable(reference("Money")).merging([
          "description": "Null is all that is left of the sale."
        ]),
        "categories": nullable(list(of: open(["coffee", "tea", "food", "beans"]))).merging([
          "description":
            "Sorts of goods of the sale that come back with a part of it, and count no more."
        ]),
        "card": nullable(
          text("What was read of the customer's card; the sale must be theirs.")),
      ]),
    "TillReturnReceipt": object(
      "What came of a return for the member.",
      [
        "sale": id, "amount": reference("Money"), "left": reference("Money"),
        "points": points, "from_offers": points,
        "available": points.merging([
          "description": "Minor units; below zero is owed, and the next earnings pay it."
        ]),
        "withdrawn_coupons": list(of: reference("LocalizedText")),
        "used_coupons": list(of: reference("LocalizedText")),
      ]),
  ]
}
