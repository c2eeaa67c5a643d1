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
    guard let found else { throw Problem(.notFound, in: language, detail: notKept) }
    var revision = found.0
    revision.content = try Screen(stored: found.1)
    return revision
  }

  /// Why a revision that somebody has seen in a list may not be there.
  var notKept: String {
    let count = ContentLimits.revisions
    return language == .russian
      ? "Этой версии больше нет: у экрана хранятся \(count) последних версий, опубликованная и "
        + "запланированная."
      : "This revision is no longer kept: of a screen there are the newest \(count), the one in the "
        + "app and the planned one."
  }

  /// Revisions that one save removes at most: a database from before has thousands, and each may be
  /// a megabyte that is overwritten.
  static let mostRemoved = 5

  /// Removes the oldest ones that are too many: else an editor's script fills the disk.
  func removeOld(of screen: String, _ connection: Connection) throws {
    try connection.execute(
      """
      DELETE FROM screen_revision WHERE screen = ?1 AND number IN (
        SELECT old.number FROM screen
        JOIN screen_revision AS old ON old.screen = screen.id AND old.number <= revision - ?2
        WHERE screen.id = ?1 AND old.number <> coalesce(published, 0)
          AND old.number <> coalesce(scheduled, 0)
        ORDER BY old.number LIMIT ?3)
      """,
      [
        .text(screen), .integer(Int64(ContentLimits.revisions)),
        .integer(Int64(ContentDesk.mostRemoved)),
      ])
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
