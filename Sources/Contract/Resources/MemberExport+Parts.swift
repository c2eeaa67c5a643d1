public import Loyalty

/// Something that the member bought.
public struct ExportedPurchase: Codable, Equatable, Sendable {
  public var at: Instant
  public var amount: Money
  public var categories: [String]
  /// What of it was taken back.
  public var returned: Money

  public init(at: Instant, amount: Money, categories: [String], returned: Money) {
    self.at = at
    self.amount = amount
    self.categories = categories
    self.returned = returned
  }
}

/// A promotion that the member joined.
public struct ExportedEnrollment: Codable, Equatable, Sendable {
  public var promotion: Promotion.ID
  /// `nil` for one in which everybody takes part.
  @Nullable public var joinedAt: Instant?
  @Nullable public var leftAt: Instant?
  @Nullable public var completedAt: Instant?

  public init(
    promotion: Promotion.ID, joinedAt: Instant?, leftAt: Instant?, completedAt: Instant?
  ) {
    self.promotion = promotion
    self.joinedAt = joinedAt
    self.leftAt = leftAt
    self.completedAt = completedAt
  }

  enum CodingKeys: String, CodingKey {
    case promotion
    case joinedAt = "joined_at"
    case leftAt = "left_at"
    case completedAt = "completed_at"
  }
}

/// A promo code that the member used.
public struct ExportedPromoCode: Codable, Equatable, Sendable {
  public var code: String
  public var at: Instant

  public init(code: String, at: Instant) {
    self.code = code
    self.at = at
  }
}

/// A consent that the member gave or took back at some time.
public struct ExportedConsent: Codable, Equatable, Sendable {
  public var id: Consent.ID
  public var version: String
  public var isGiven: Bool
  public var at: Instant

  public init(id: Consent.ID, version: String, isGiven: Bool, at: Instant) {
    self.id = id
    self.version = version
    self.isGiven = isGiven
    self.at = at
  }

  enum CodingKeys: String, CodingKey {
    case id
    case version
    case isGiven = "is_given"
    case at
  }
}

extension Schema {
  static let exportParts: [String: JSON] = [
    "ExportedPurchase": object(
      "Something that the member bought.",
      [
        "at": instant, "amount": reference("Money"), "categories": list(of: string),
        "returned": reference("Money"),
      ]),
    "ExportedEnrollment": object(
      "A promotion that the member joined or completed.",
      [
        "promotion": id, "joined_at": nullable(instant), "left_at": nullable(instant),
        "completed_at": nullable(instant),
      ]),
    "ExportedPromoCode": object("A promo code that was used.", ["code": string, "at": instant]),
    "ExportedConsent": object(
      "A consent that was given or taken back.",
      ["id": id, "version": string, "is_given": ["type": "boolean"], "at": instant]),
  ]
}
