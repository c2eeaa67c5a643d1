import Content
import Contract
import Loyalty
import SQLite

extension ContentDesk {
  private static let columns = """
    SELECT id, screen, number, author, author_name, created_at, reverts, published_at
    """

  static let revisionList =
    "\(columns) FROM screen_revision WHERE screen = ? ORDER BY number DESC LIMIT 500"

  /// Newest first, without contents.
  func revisions(of id: Screen.ID) throws -> [ScreenRevision] {
    try store.database.read { connection in
      _ = try row(id, connection)
      return try connection.query(
        ContentDesk.revisionList, [.text(id.rawValue)], ScreenRevision.init(row:))
    }
  }

  func revision(_ id: ScreenRevision.ID) throws -> ScreenRevision {
    let found = try store.database.read { connection in
      try connection.first(
        "\(ContentDesk.columns), content FROM screen_revision WHERE id = ?", [.text(id.rawValue)]
      ) { (ScreenRevision(row: $0), $0.text(8)) }
    }
    guard let found else { throw Problem(.notFound, in: language) }
    var revision = found.0
    revision.content = try Screen(stored: found.1)
    return revision
  }
}

extension ScreenRevision {
  init(row: Row) {
    self.init(
      id: .init(row.text(0)), screen: .init(row.text(1)), number: Int(row.int(2)),
      author: Screen.Author(id: .init(row.text(3)), name: row.text(4)),
      createdAt: Instant(milliseconds: row.int(5)), reverts: row.optionalInt(6).map { Int($0) },
      publishedAt: row.optionalInt(7).map { Instant(milliseconds: $0) })
  }
}
