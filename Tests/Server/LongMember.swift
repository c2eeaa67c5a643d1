import Loyalty
import SQLite

@testable import Server

/// A member with a long history, made by statements: half of the lines give, half spend.
struct LongMember {
  static let end = Instant(milliseconds: 1_795_431_900_000)

  let id: Member.ID
  let lines: Int

  /// Days over which the lines are spread: each has some, up to ten years of them.
  private var days: Int64 { min(3650, max(1, Int64(lines) * 365 / 1000)) }

  /// The sales that were not spent are the last ten.
  func join(_ store: ServerStore) throws {
    let count = Int64(lines / 2)
    let step = days * 86_400_000 / count
    let start = Self.end.rawValue - days * 86_400_000
    let values: [Value] = [
      .text(id.rawValue), .integer(count), .integer(start), .integer(step),
    ]
    try store.database.transaction { connection in
      try connection.execute(
        "INSERT INTO member (id, name, phone, joined_at, roles) VALUES (?1, ?1, ?1, 1, 'member')",
        [.text(id.rawValue)])
      for statement in [
        """
        INSERT INTO entry (id, member, kind, points, title, created_at)
          SELECT ?1 || 'e' || i, ?1, 'earn', 9, '{"en":"Coffee"}', ?3 + i * ?4 FROM n
        """,
        """
        INSERT INTO lot (member, entry, kind, title, granted, remaining, active_from, expires_at)
          SELECT ?1, ?1 || 'e' || i, 'earn', '{"en":"Coffee"}', 9,
            CASE WHEN i > ?2 - 10 THEN 9 ELSE 0 END, ?3 + i * ?4, ?3 + (i + 1000000) * ?4 FROM n
        """,
        """
        INSERT INTO entry (id, member, kind, points, title, created_at)
          SELECT ?1 || 's' || i, ?1, 'spend', -9, '{"en":"Tea"}', ?3 + i * ?4 + 1 FROM n
          WHERE i <= ?2 - 10
        """,
        """
        INSERT INTO draw (entry, lot, points)
          SELECT ?1 || 's' || i, (SELECT id FROM lot WHERE entry = ?1 || 'e' || i), 9 FROM n
          WHERE i <= ?2 - 10 AND ?3 <> ?4
        """,
        """
        INSERT INTO purchase (id, member, lot, categories, amount, currency, at)
          SELECT ?1 || 'p' || i, ?1, (SELECT id FROM lot WHERE entry = ?1 || 'e' || i), 'tea', 900,
            'RUB', ?3 + i * ?4 FROM n
        """,
      ] {
        try connection.execute(
          """
          WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
          \(statement)
          """, values)
      }
      try connection.execute("DELETE FROM event")
    }
  }
}
