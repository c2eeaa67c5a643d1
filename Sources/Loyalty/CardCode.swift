/// A code that stands for a card for a short while; a till takes it in place of the card's value.
public struct CardCode: Codable, Hashable, Sendable {
  /// What a QR code carries, at most 62 bytes.
  public var value: String
  public var expiresAt: Instant
  /// Seconds from the answer to `expiresAt`, for a client whose clock is wrong.
  public var validFor: Int
  /// Seconds from the answer until there is another code.
  public var refreshAfter: Int

  public init(value: String, expiresAt: Instant, validFor: Int, refreshAfter: Int) {
    self.value = value
    self.expiresAt = expiresAt
    self.validFor = validFor
    self.refreshAfter = refreshAfter
  }

  enum CodingKeys: String, CodingKey {
    case value
    case expiresAt = "expires_at"
    case validFor = "valid_for_s"
    case refreshAfter = "refresh_after_s"
  }

  /// Longest value, in bytes: the largest QR code that fits 80×24.
  public static let longestValue = 62
}
