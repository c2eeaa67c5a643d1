/// A card that is stamped at each purchase of a kind; a full one is worth a coupon, and the next
/// one begins.
public struct StampCard: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<StampCard>

  public var id: ID
  public var title: LocalizedText
  /// Stamps of a full card.
  public var slots: Int
  public var filled: Int
  /// What a full card gives, in words.
  public var reward: LocalizedText
  /// The last moment at which the present card counts; `nil` is never, or not begun.
  @Nullable public var expiresAt: Instant?
  /// Full cards before the present one.
  public var completedCount: Int

  public init(
    id: ID, title: LocalizedText, slots: Int, filled: Int, reward: LocalizedText,
    expiresAt: Instant?, completedCount: Int
  ) {
    self.id = id
    self.title = title
    self.slots = slots
    self.filled = filled
    self.reward = reward
    self.expiresAt = expiresAt
    self.completedCount = completedCount
  }

  enum CodingKeys: String, CodingKey {
    case id
    case title
    case slots
    case filled
    case reward
    case expiresAt = "expires_at"
    case completedCount = "completed_count"
  }
}
