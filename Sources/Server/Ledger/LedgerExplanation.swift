import Contract
import Loyalty
import SQLite

extension Ledger {
  /// Lots without points that an explanation names.
  static let usedUpLots: Int64 = 50

  /// Why the balance is what it is; the ledger has been settled before.
  ///
  /// - Parameter usedUp: lots without points that are named, the newest of them.
  func explanation(
    of member: Member.ID, usedUp: Int64 = Ledger.usedUpLots
  ) throws -> BalanceExplanation {
    // One view of the database: a purchase between two reads must not look like an error.
    try store.database.read { connection in
      let totals = try LedgerTotals(of: member, connection)
      let isWrong = try totals.hasWrongRows(connection)
      let draws = try draws(member, usedUp, connection)
      let lots = try lots(member, draws, usedUp, connection) + owed(member, connection)
      return BalanceExplanation(
        lots: lots.sorted { $0.activeFrom > $1.activeFrom }, ledgerSum: totals.points,
        balance: totals.available, addsUp: totals.points == totals.available && !isWrong)
    }
  }

  private static let explained = """
    SELECT id FROM lot WHERE member = ?1 AND remaining <> 0 UNION SELECT id FROM (
      SELECT id FROM lot WHERE member = ?1 AND remaining = 0
      ORDER BY active_from DESC, id DESC LIMIT ?2) AS used_up
    """

  private func lots(
    _ member: Member.ID, _ draws: [Int64: [Lot.Draw]], _ usedUp: Int64,
    _ connection: Connection
  ) throws -> [Lot] {
    var texts = Texts()
    return try connection.query(
      """
      SELECT id, title, granted, remaining, active_from, expires_at FROM lot
      WHERE id IN (\(Ledger.explained)) ORDER BY active_from DESC, id DESC
      """, [.text(member.rawValue), .integer(usedUp)]
    ) { row in
      (
        id: row.int(0), title: row.text(1), granted: row.int(2), remaining: row.int(3),
        from: row.int(4), until: row.optionalInt(5)
      )
    }.map { lot in
      Lot(
        id: .init("lot_\(lot.id)"), title: try texts.text(lot.title), granted: Points(lot.granted),
        remaining: Points(lot.remaining), activeFrom: Instant(milliseconds: lot.from),
        expiresAt: lot.until.map(Instant.init(milliseconds:)), draws: draws[lot.id] ?? [])
    }
  }

  /// What is owed, as lots below zero.
  private func owed(_ member: Member.ID, _ connection: Connection) throws -> [Lot] {
    var texts = Texts()
    return try connection.query(
      """
      SELECT owed.entry, entry.title, owed.remaining, owed.at FROM owed
      JOIN entry ON entry.id = owed.entry
      WHERE owed.member = ? AND owed.remaining > 0 ORDER BY owed.at DESC, owed.entry DESC
      """, [.text(member.rawValue)]
    ) { (entry: $0.text(0), title: $0.text(1), remaining: Points($0.int(2)), at: $0.int(3)) }
    .map { debt in
      Lot(
        id: .init("owed_\(debt.entry)"), title: try texts.text(debt.title),
        granted: -debt.remaining,
        remaining: -debt.remaining, activeFrom: Instant(milliseconds: debt.at), expiresAt: nil,
        draws: [])
    }
  }

  private func draws(
    _ member: Member.ID, _ usedUp: Int64, _ connection: Connection
  ) throws -> [Int64: [Lot.Draw]] {
    let rows = try connection.query(
      """
      SELECT draw.lot, entry.title, draw.points, entry.created_at
      FROM draw JOIN entry ON entry.id = draw.entry WHERE draw.lot IN (\(Ledger.explained))
      ORDER BY entry.created_at DESC, entry.id DESC
      """, [.text(member.rawValue), .integer(usedUp)]
    ) { (lot: $0.int(0), title: $0.text(1), points: $0.int(2), at: $0.int(3)) }
    var texts = Texts()
    var draws: [Int64: [Lot.Draw]] = [:]
    for row in rows {
      draws[row.lot, default: []].append(
        Lot.Draw(
          title: try texts.text(row.title), points: Points(row.points),
          at: Instant(milliseconds: row.at)))
    }
    return draws
  }
}
