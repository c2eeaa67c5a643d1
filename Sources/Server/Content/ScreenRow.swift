import Content
import Contract
import Loyalty
import SQLite

/// A screen as the database has it, with its newest revision.
struct ScreenRow {
  let id: String
  let revision: Int64
  let version: Int64
  let published: Int64?
  let scheduled: Int64?
  let publishAt: Int64?
  /// JSON in the canonical form.
  let content: String
  let author: Screen.Author
  let updatedAt: Int64
  let publishedAt: Int64?

  static let query = """
    SELECT screen.id, screen.revision, version, published, scheduled, publish_at, content, author,
      author_name, created_at, (
        SELECT published_at FROM screen_revision AS shown
        WHERE shown.screen = screen.id AND shown.number = screen.published)
    FROM screen JOIN screen_revision AS newest
      ON newest.screen = screen.id AND newest.number = screen.revision
    """

  init(_ row: Row) {
    id = row.text(0)
    revision = row.int(1)
    version = row.int(2)
    published = row.optionalInt(3)
    scheduled = row.optionalInt(4)
    publishAt = row.optionalInt(5)
    content = row.text(6)
    author = Screen.Author(id: .init(row.text(7)), name: row.text(8))
    updatedAt = row.int(9)
    publishedAt = row.optionalInt(10)
  }

  /// Names the newest revision too, so that a stale tag tells what has changed since.
  var etag: String { "\"\(revision).\(version)\"" }

  /// With all that only the server writes.
  var screen: Screen {
    get throws {
      var screen = try Wire.decode(Screen.self, from: Array(content.utf8))
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
  }

  private func instant(_ milliseconds: Int64?) -> JSONValue {
    milliseconds.map { .string(Instant(milliseconds: $0).rfc3339) } ?? .null
  }
}
