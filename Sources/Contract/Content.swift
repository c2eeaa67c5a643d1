public import Content
public import Loyalty

/// Body of `POST /v1/admin/screens/{id}/publication`.
public struct Publication: Codable, Hashable, Sendable {
  /// When the newest revision is to be published; `nil` is now.
  @Nullable public var at: Instant?

  public init(at: Instant? = nil) {
    self.at = at
  }
}

/// Body of `POST /v1/admin/screens/{id}/revert`.
public struct Revert: Codable, Hashable, Sendable {
  /// The revision whose content becomes a new revision.
  public var revision: ScreenRevision.ID

  public init(revision: ScreenRevision.ID) {
    self.revision = revision
  }
}

/// Body of `PUT /v1/admin/screens/{id}/presence`.
public struct Presence: Codable, Hashable, Sendable {
  /// The block that the editor is in.
  @Nullable public var block: Block.ID?

  public init(block: Block.ID? = nil) {
    self.block = block
  }

  /// Seconds after which an editor who has not said so again is taken to have left.
  public static let lifetime: Int64 = 45
  /// Seconds between two calls of a client.
  public static let interval: Int64 = 15
}

/// Answer of `PUT /v1/admin/screens/{id}/presence`: who else has the screen open.
public struct ScreenEditors: Codable, Hashable, Sendable {
  public var editors: [ScreenEditor]
  /// The screen's present entity tag: who has another one knows that it was saved meanwhile.
  public var etag: String

  public init(editors: [ScreenEditor], etag: String) {
    self.editors = editors
    self.etag = etag
  }
}

public struct ScreenEditor: Codable, Hashable, Sendable {
  public var author: Screen.Author
  @Nullable public var block: Block.ID?
  public var since: Instant

  public init(author: Screen.Author, block: Block.ID?, since: Instant) {
    self.author = author
    self.block = block
    self.since = since
  }
}

/// What `edit_conflict` (412) says beside the problem: the screen as it is now.
public struct StaleEdit: Codable, Hashable, Sendable {
  public var etag: String
  public var revision: Int
  /// Who saved it.
  @Nullable public var author: Screen.Author?
  /// Blocks that are not as they were in the revision that the client named, when it is known.
  public var changedBlocks: [Block.ID]

  public init(etag: String, revision: Int, author: Screen.Author?, changedBlocks: [Block.ID]) {
    self.etag = etag
    self.revision = revision
    self.author = author
    self.changedBlocks = changedBlocks
  }

  enum CodingKeys: String, CodingKey {
    case etag
    case revision
    case author
    case changedBlocks = "changed_blocks"
  }
}
