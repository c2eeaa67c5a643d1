public import Loyalty

/// Body of `POST /v1/promo-codes`.
public struct PromoCodeEntry: Codable, Hashable, Sendable {
  /// As typed; the server ignores case and what stands around it.
  public var code: String

  public init(code: String) {
    self.code = code
  }
}

/// What a promo code gave.
public struct PromoCodeGift: Codable, Hashable, Sendable {
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
  public struct Kind: RawRepresentable, Hashable, Codable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    public static let points = Kind(rawValue: "points")
    public static let coupon = Kind(rawValue: "coupon")
    public static let enrollment = Kind(rawValue: "enrollment")
  }
}
