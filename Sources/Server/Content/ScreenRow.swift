import Content
import Contract
import Loyalty
import SQLite

/// A screen as the database has it, without its blocks.
///
/// NB: a content may be long, so it is read where it is needed alone; what lists show stands beside it.
struct ScreenRow {
  let id: String
  let slug: String
  let revision: Int64
  let version: Int64
  let published: Int64?
  let scheduled: Int64?
  let publishAt: Int64?
  /// JSON.
  let title: String
  /// JSON.
  let tab: String?
  let author: Screen.Author
  let updatedAt: Int64
  let publishedAt: Int64?

  static let query = """
    SELECT id, slug, revision, version, published, scheduled, publish_at, title, tab, author,
      author_name, updated_at, shown_at
    FROM screen
    """

  init(_ row: Row) {
    id = row.text(0)
    slug = row.text(1)
    revision = row.int(2)
    version = row.int(3)
    published = row.optionalInt(4)
    scheduled = row.optionalInt(5)
    publishAt = row.optionalInt(6)
    title = row.text(7)
    tab = row.optionalText(8)
    author = Screen.Author(id: .init(row.text(9)), name: row.text(10))
    updatedAt = row.int(11)
    publishedAt = row.optionalInt(12)
  }

  /// Names the newest revision too, so that a stale tag tells what has changed since.
  var etag: String { "\"\(revision).\(version)\"" }

  /// As lists have it: without blocks.
  var head: Screen {
    get throws {
      var screen = Screen(members: ["slug": .string(slug)], blocks: [])
      screen.members["title"] = try JSONValue(stored: title)
      screen.members["tab"] = try tab.map { try JSONValue(stored: $0) } ?? .null
      return managed(screen)
    }
  }

  /// The newest revision.
  func screen(_ connection: Connection) throws -> Screen {
    managed(try Screen(stored: try content(connection)))
  }

  /// JSON of the newest revision, in the canonical form.
  func content(_ connection: Connection) throws -> String {
    try connection.first(
      "SELECT content FROM screen_revision WHERE screen = ? AND number = ?",
      [.text(id), .integer(revision)]
    ) { $0.text(0) } ?? ""
  }

  /// With all that only the server writes.
  func managed(_ content: Screen) -> Screen {
    var screen = content
    let status: Screen.Status =
      published == nil ? .draft : published == revision ? .published : .modified
    screen.members["id"] = .string(id)
    screen.members["status"] = .string(status.rawValue)
    screen.members["revision"] = .integer(revision)
    screen.members["published_revision"] = published.map(JSONValue.integer) ?? .null
    screen.members["etag"] = .string(etag)
    screen.members["publish_at"] = instant(publishAt)
    screen.members["published_at"] = instant(publishedAt)
    screen.members["updated_at"] = instant(updatedAt)
    screen.members["updated_by"] = author.value
    return screen
  }

  private func instant(_ milliseconds: Int64?) -> JSONValue {
    milliseconds.map { .string(Instant(milliseconds: $0).rfc3339) } ?? .null
  }
}

/// A content on its way into the database, encoded before anything is locked for it.
struct WrittenScreen: Sendable {
  let screen: Screen
  /// JSON in the canonical form, of the whole and of what lists show.
  let text: String
  let title: String
  let tab: String?

  init(_ screen: Screen) {
    self.screen = screen
    text = String(decoding: Wire.encode(screen), as: UTF8.self)
    title = WrittenScreen.listed(screen.members["title"]) ?? "{}"
    tab = WrittenScreen.listed(screen.members["tab"])
  }

  /// `nil` also for what is longer than anything that is taken now.
  private static func listed(_ value: JSONValue?) -> String? {
    guard let value, value != .null else { return nil }
    let bytes = Wire.encode(value)
    return bytes.count <= ContentLimits.head ? String(decoding: bytes, as: UTF8.self) : nil
  }
}

extension JSONValue {
  /// What this server has stored, before there were limits too.
  init(stored text: String) throws {
    self = try JSONValue(json: Array(text.utf8), limits: JSONLimits(values: .max, depth: 512))
  }
}

extension Screen {
  init(stored text: String) throws {
    guard let screen = Screen(try JSONValue(stored: text)) else {
      throw WireError(reason: .invalid, pointer: "")
    }
    self = screen
  }
}
