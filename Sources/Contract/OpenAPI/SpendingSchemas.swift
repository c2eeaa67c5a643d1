import Loyalty

extension Schema {
  /// Rewards and coupons.
  static let spending: [String: JSON] = [
    "Reward": object(
      "Something that points can be spent on, as the member who asks sees it.",
      [
        "id": id,
        "kind": open(["drink", "food", "discount", "goods", "experience"]),
        "title": reference("LocalizedText"),
        "description": reference("LocalizedText"),
        "cost": points,
        "stock_left": nullable(whole("Pieces; null is without end.", 0...1_000_000_000)),
        "limit_per_member": nullable(whole("How many one member may take.", 1...1_000_000)),
        "blockers": list(of: reference("Blocker")),
      ]),
    "Blocker": object(
      "A reason why the member cannot take a reward now.",
      [
        "code": open([
          "unauthenticated", "not_eligible", "limit_reached", "out_of_stock",
          "insufficient_points",
        ]),
        "message": nullable(text("For people, in the language of the request.")),
      ]),
    "RewardPage": page(of: "Reward"),
    "Redemption": object("What the member agreed to.", ["expected_cost": points]),
    "Coupon": object(
      "What a member got for points; used once.",
      [
        "id": id,
        "reward_id": id,
        "title": reference("LocalizedText"),
        "description": reference("LocalizedText"),
        "state": open(["active", "used", "expired", "withdrawn"]),
        "value": nullable(reference("Money")),
        "symbology": open(["qr", "aztec", "data_matrix", "pdf417", "code128", "ean13"]),
        "code": [
          "type": "string", "minLength": 1, "maxLength": 62,
          "description": "What the symbol carries, at most 62 bytes.",
        ],
        "issued_at": instant,
        "expires_at": instant,
        "used_at": nullable(instant),
      ]),
    "CouponPage": page(of: "Coupon"),
    "Money": object(
      "An amount of money.",
      [
        "amount": whole("Minor units."),
        "currency": ["type": "string", "pattern": "^[A-Z]{3}$", "description": "ISO 4217."],
      ]),
  ]
}
