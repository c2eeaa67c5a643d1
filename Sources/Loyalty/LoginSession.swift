/// A login of the member somewhere, as the member sees it.
public struct LoginSession: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<LoginSession>

  public var id: ID
  /// What the program that logged in said of itself; `nil` when it said nothing.
  @Nullable public var device: String?
  public var createdAt: Instant
  /// To the minute.
  public var lastUsedAt: Instant
  /// Whether it is the one that asks.
  public var isCurrent: Bool

  public init(
    id: ID, device: String?, createdAt: Instant, lastUsedAt: Instant, isCurrent: Bool
  ) {
    self.id = id
    self.device = device
    self.createdAt = createdAt
    self.lastUsedAt = lastUsedAt
    self.isCurrent = isCurrent
  }

  enum CodingKeys: String, CodingKey {
    case id
    case device
    case createdAt = "created_at"
    case lastUsedAt = "last_used_at"
    case isCurrent = "is_current"
  }
}
