import Content
import Contract
import Loyalty
import SQLite

extension ContentDesk {
  /// Notes that this session has the screen open, and says who else has.
  func announce(_ presence: Presence, in id: Screen.ID) throws -> ScreenEditors {
    let block = presence.block.map { cleaned($0.rawValue, limit: 100) }
    return try store.database.write(locking: []) { connection in
      let row = try row(id, connection)
      try connection.execute(
        "DELETE FROM screen_editor WHERE NOT (seen_at > ? AND seen_at <= ?)", lately)
      try connection.execute(
        """
        INSERT INTO screen_editor (screen, session, member, block, since, seen_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?5)
        ON CONFLICT (screen, session) DO UPDATE SET block = ?4, seen_at = ?5
        """,
        [
          .text(row.id), .text(session.id), .text(session.member.rawValue), .optional(block),
          .integer(now.rawValue),
        ])
      let editors = try editors(row.id, connection)[row.id] ?? []
      return ScreenEditors(editors: editors, etag: row.etag)
    }
  }

  func dismiss(from id: Screen.ID) throws {
    try store.database.write(locking: []) { connection in
      _ = try row(id, connection)
      try connection.execute(
        "DELETE FROM screen_editor WHERE screen = ? AND session = ?",
        [.text(id.rawValue), .text(session.id)])
    }
  }

  /// From when to when an editor counts as being there: not for ever who was seen by a clock that
  /// was ahead.
  private var lately: [Value] {
    [
      .integer(now.adding(seconds: -Presence.lifetime).rawValue),
      .integer(now.rawValue + CodeRules.skew),
    ]
  }

  /// Others who have said lately that they have a screen open, by screen; of all screens without
  /// an id.
  func editors(
    _ screen: String?, _ connection: Connection
  ) throws -> [String: [ScreenEditor]] {
    let rows = try connection.query(
      """
      SELECT screen, member.id, member.name, block, since FROM screen_editor
      JOIN member ON member.id = screen_editor.member
      WHERE session <> ?1 AND seen_at > ?2 AND seen_at <= ?3
        AND (CAST(?4 AS TEXT) IS NULL OR screen = ?4)
      ORDER BY since, session
      """,
      [.text(session.id)] + lately + [.optional(screen)]
    ) { row in
      (
        screen: row.text(0),
        editor: ScreenEditor(
          author: Screen.Author(id: .init(row.text(1)), name: row.text(2)),
          block: row.optionalText(3).map { .init($0) },
          since: Instant(milliseconds: row.int(4)))
      )
    }
    return Dictionary(grouping: rows, by: \.screen).mapValues { $0.map(\.editor) }
  }
}
