public import Loyalty

/// One save of a screen; revisions are added, never changed.
public struct ScreenRevision: Codable, Equatable, Sendable, Identifiable {
  public typealias ID = Identifier<ScreenRevision>

  public var id: ID
  public var screen: Screen.ID
  /// From 1, without gaps.
  public var number: Int
  public var author: Screen.Author
  public var createdAt: Instant
  /// The number of the revision that it brought back; `nil` for a save.
  @Nullable public var reverts: Int?
  /// When the app began to show it; `nil` when it never has.
  @Nullable public var publishedAt: Instant?
  /// Its content; `nil` in a list.
  @Nullable public var content: Screen?

  public init(
    id: ID, screen: Screen.ID, number: Int, author: Screen.Author, createdAt: Instant,
    reverts: Int? = nil, publishedAt: Instant? = nil, content: Screen? = nil
  ) {
    self.id = id
    self.screen = screen
    self.number = number
    self.author = author
    self.createdAt = createdAt
    self.reverts = reverts
    self.publishedAt = publishedAt
    self.content = content
  }

  enum CodingKeys: String, CodingKey {
    case id
    case screen
    case number
    case author
    case createdAt = "created_at"
    case reverts
    case publishedAt = "published_at"
    case content
  }
}
