import HTTPTypes
import Loyalty

extension Endpoint {
  static let ofCoupons: [Endpoint] = [.coupons]

  static let coupons = Endpoint(
    .get, "/v1/me/coupons", .member, needs: [], feature: .rewards,
    answer: .tagged("CouponPage"),
    id: "listCoupons",
    summary: "The member's coupons, newest first, all on one page."
  ) { _ in .coupons }
}

extension Schema {
  static let coupons: [String: JSON] = [
    "Coupon": object(
      "What a member got for points; used once.",
      [
        "id": id,
        "reward_id": id,
        "title": reference("LocalizedText"),
        "description": reference("LocalizedText"),
        "state": openEnum(["active", "used", "expired", "withdrawn"]),
        "value": nullable(reference("Money")),
        "symbology": openEnum(["qr", "aztec", "data_matrix", "pdf417", "code128", "ean13"]),
        "code": [
          "type": "string", "minLength": 1, "maxLength": 62,
          "description": "What the symbol carries, at most 62 bytes.",
        ],
        "issued_at": instant,
        "expires_at": instant,
        "used_at": nullable(instant),
      ]),
    "CouponPage": page(of: "Coupon"),
  ]
}

extension Sample {
  static let coupons = [
    Sample("CouponPage", page(eachCoupon))
  ]

  static let eachCoupon = [
    Coupon(
      id: .init("c1"), rewardID: .init("r1"), title: text, description: text, state: .used,
      value: Money(amount: 30_000, currency: "RUB"), symbology: .qr, code: "C1", issuedAt: now,
      expiresAt: now, usedAt: now),
    Coupon(
      id: .init("c2"), rewardID: .init("r2"), title: text, description: text, state: .active,
      value: nil, symbology: .qr, code: "C2", issuedAt: now, expiresAt: now, usedAt: nil),
  ]
}
