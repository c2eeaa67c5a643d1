import Contract
import Loyalty
import SQLite

extension Ledger {
  /// Days with points to expire that a balance names.
  private static let expiringDays = 3

  /// - Parameter now: the ledger has been settled up to it.
  func balance(of member: Member.ID, now: Instant) throws -> Balance {
    try store.database.read { connection in
      let totals = try LedgerTotals(of: member, connection)
      let expiring = try connection.query(
        """
        SELECT expires_at, sum(remaining) FROM lot
        WHERE member = ? AND entry IS NOT NULL AND remaining > 0 AND remaining <> 0
          AND expires_at IS NOT NULL
        GROUP BY expires_at ORDER BY expires_at LIMIT ?
        """, [.text(member.rawValue), .integer(Int64(Self.expiringDays))]
      ) { row in
        let at = Instant(milliseconds: row.int(0))
        return Expiry(points: Points(row.int(1)), at: at, on: zone.local(at).day)
      }
      return Balance(
        available: totals.available, pending: totals.pending, reserved: .zero, expiring: expiring,
        asOf: now)
    }
  }

  /// Lines after a cursor, newest first.
  func entries(
    of member: Member.ID, after cursor: Cursor?, limit: Int
  ) throws -> [LedgerEntry] {
    let rows = try store.database.read { connection in
      try connection.query(
        """
        SELECT id, kind, points, title, place, created_at, reverses, receipt FROM entry
        WHERE member = ? AND (created_at, id) < (?, ?)
        ORDER BY created_at DESC, id DESC LIMIT ?
        """,
        [
          .text(member.rawValue), .integer(cursor?.createdAt.rawValue ?? .max),
          .text(cursor?.id ?? ""), .integer(Int64(limit)),
        ]
      ) { row in
        (
          id: row.text(0), kind: row.text(1), points: row.int(2), title: row.text(3),
          place: row.optionalText(4), at: row.int(5), reverses: row.optionalText(6),
          receipt: row.optionalText(7)
        )
      }
    }
    var texts = Texts()
    return try rows.map { row in
      LedgerEntry(
        id: .init(row.id), kind: .init(rawValue: row.kind), points: Points(row.points),
        title: try texts.text(row.title), place: try row.place.map { try texts.text($0) },
        createdAt: Instant(milliseconds: row.at), reverses: row.reverses.map { .init($0) },
        receipt: try row.receipt.map { try Wire.decode(Receipt.self, from: Array($0.utf8)) })
    }
  }
}
