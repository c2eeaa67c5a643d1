public import Loyalty

/// What the server alone says about a screen that is being edited.
extension Screen {
  public struct Status: RawRepresentable, Equatable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// Nobody but editors has it.
    public static let draft = Status(rawValue: "draft")
    /// What the app shows is the newest revision.
    public static let published = Status(rawValue: "published")
    /// The app shows an older revision.
    public static let modified = Status(rawValue: "modified")
  }

  public var status: Status { Status(rawValue: members["status"]?.string ?? "draft") }

  /// From 1; each save is one more.
  public var revision: Int { Int(clamping: members["revision"]?.integer ?? 0) }

  /// What the app shows; `nil` when it shows nothing of it.
  public var publishedRevision: Int? {
    members["published_revision"]?.integer.map { Int(clamping: $0) }
  }

  /// What a write has to name in `If-Match`, with its quotes.
  public var etag: String? { members["etag"]?.string }

  /// When the newest revision will be published by itself.
  public var publishAt: Instant? { instant("publish_at") }
  public var updatedAt: Instant? { instant("updated_at") }

  /// Who saved last.
  public var updatedBy: Author? { Author(members["updated_by"]) }

  /// Who else has it open in an editor.
  public var editors: [Author] { (members["editors"]?.array ?? []).compactMap(Author.init) }

  private func instant(_ name: String) -> Instant? {
    members[name]?.string.flatMap(Instant.init(rfc3339:))
  }

  /// A member as other editors see them.
  public struct Author: Equatable, Codable, Sendable {
    public var id: Member.ID
    public var name: String

    public init(id: Member.ID, name: String) {
      self.id = id
      self.name = name
    }

    init?(_ value: JSONValue?) {
      guard let id = value?["id"]?.string, let name = value?["name"]?.string else { return nil }
      self.init(id: Member.ID(id), name: name)
    }

    public var value: JSONValue { ["id": .string(id.rawValue), "name": .string(name)] }
  }
}
