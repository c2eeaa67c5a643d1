import HTTPTypes
public import Loyalty

/// Body of `POST /v1/promo-codes`.
public struct PromoCodeEntry: Codable, Equatable, Sendable {
  /// As typed; the server ignores case and what stands around it.
  public var code: String

  public init(code: String) {
    self.code = code
  }
}

/// What a promo code gave.
public struct PromoCodeGift: Codable, Equatable, Sendable {
  public var kind: Kind
  public var title: LocalizedText
  @Nullable public var points: Points?
  @Nullable public var coupon: Coupon?
  @Nullable public var promotion: Promotion?

  public init(
    kind: Kind, title: LocalizedText, points: Points? = nil, coupon: Coupon? = nil,
    promotion: Promotion? = nil
  ) {
    self.kind = kind
    self.title = title
    self.points = points
    self.coupon = coupon
    self.promotion = promotion
  }

  /// What sort of thing it is; a newer server may give more than this client knows.
  public struct Kind: RawRepresentable, Equatable, Codable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    public static let points = Kind(rawValue: "points")
    public static let coupon = Kind(rawValue: "coupon")
    public static let enrollment = Kind(rawValue: "enrollment")
  }
}

extension Endpoint {
  static let ofPromoCodes: [Endpoint] = [.promoCode]

  static let promoCode = Endpoint(
    .post, "/v1/promo-codes", .member, needs: .key, feature: .promoCodes,
    body: .json("PromoCodeEntry"), answer: .created("PromoCodeGift"),
    problems: [.notFound, .notEligible, .limitReached, .rateLimited],
    id: "enterPromoCode",
    summary: "Enter a promo code; the answer is what it gave."
  ) { _ in .promoCode }
}

extension Schema {
  static let promoCodes: [String: JSON] = [
    "PromoCodeEntry": object(
      "A code as it was typed; case and surrounding space do not count.",
      ["code": ["type": "string", "minLength": 1]]),
    "PromoCodeGift": object(
      "What a promo code gave.",
      [
        "kind": openEnum(["points", "coupon", "enrollment"]),
        "title": reference("LocalizedText"),
        "points": nullable(points),
        "coupon": nullable(reference("Coupon")),
        "promotion": nullable(reference("Promotion")),
      ]),
  ]
}

extension Sample {
  static let promoCodes = [
    Sample("PromoCodeEntry", PromoCodeEntry(code: "AUTUMN")),
    Sample("PromoCodeGift", PromoCodeGift(kind: .points, title: text, points: Points(5))),
    Sample(
      "PromoCodeGift",
      PromoCodeGift(
        kind: .coupon, title: text, coupon: eachCoupon.last, promotion: eachPromotion.first)),
  ]
}
