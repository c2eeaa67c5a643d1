import Contract
import Loyalty
import SQLite

extension Ledger {
  /// Does what time has done since the last look: points become active, points expire, in order.
  func settle(_ member: Member.ID, now: Instant) throws {
    let horizon = store.trust.horizon(now)
    guard try store.database.read({ try nextDue(member, horizon, $0) }) != nil else { return }
    try store.database.write(locking: [.member(member.rawValue)]) {
      try settle(member, upTo: horizon, $0)
    }
  }

  func settle(_ member: Member.ID, now: Instant, _ connection: Connection) throws {
    try settle(member, upTo: store.trust.horizon(now), connection)
  }

  /// The same up to a moment that is not in doubt.
  func settle(_ member: Member.ID, upTo moment: Instant, _ connection: Connection) throws {
    while let lot = try nextDue(member, moment, connection) {
      if lot.isActive { try expire(lot, connection) } else { try activate(lot: lot.id, connection) }
    }
  }

  struct DueLot {
    let id: Int64
    let isActive: Bool
    let member: Member.ID
    let remaining: Points
    let expiresAt: Instant
  }

  private func nextDue(
    _ member: Member.ID, _ now: Instant, _ connection: Connection
  ) throws -> DueLot? {
    // NB: two questions, so that each finds its first lot in an index, however many there are.
    try connection.first(
      """
      SELECT id, entry IS NOT NULL, remaining, expires_at, due FROM (
        SELECT id, entry, remaining, expires_at, due FROM (
          SELECT id, entry, remaining, expires_at, active_from AS due FROM lot
          WHERE member = ?1 AND entry IS NULL AND remaining > 0 AND active_from <= ?2
          ORDER BY active_from, id LIMIT 1) AS arriving
        UNION ALL SELECT id, entry, remaining, expires_at, due FROM (
          SELECT id, entry, remaining, expires_at, expires_at AS due FROM lot
          WHERE member = ?1 AND entry IS NOT NULL AND remaining > 0 AND remaining <> 0
            AND expires_at <= ?2 ORDER BY expires_at, id LIMIT 1) AS expiring) AS either
      ORDER BY due, id LIMIT 1
      """, [.text(member.rawValue), .integer(now.rawValue)]
    ) { row in
      DueLot(
        id: row.int(0), isActive: row.bool(1), member: member, remaining: Points(row.int(2)),
        expiresAt: Instant(milliseconds: row.int(3)))
    }
  }

  /// Points on the way arrive: now there is a line, and what is owed is paid first.
  func activate(lot id: Int64, _ connection: Connection) throws {
    let lot = try connection.first(
      """
      SELECT member, kind, title, place, granted, active_from, receipt FROM lot WHERE id = ?
      """,
      [.integer(id)]
    ) { row in
      (
        member: row.text(0), kind: row.text(1), title: row.text(2), place: row.optionalText(3),
        granted: row.int(4), at: row.int(5), receipt: row.optionalText(6)
      )
    }
    guard let lot else { return }
    let entry = Token.id("led")
    try connection.execute(
      """
      INSERT INTO entry (id, member, kind, points, title, place, created_at, receipt)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(entry), .text(lot.member), .text(lot.kind), .integer(lot.granted),
        .text(lot.title), .optional(lot.place), .integer(lot.at), .optional(lot.receipt),
      ])
    try connection.execute(
      "UPDATE lot SET entry = ? WHERE id = ?", [.text(entry), .integer(id)])
    // It was printed before these points were there.
    if lot.receipt != nil {
      try sumUpReceipt(
        by: .init(entry), .init(lot.member), at: Instant(milliseconds: lot.at), connection)
    }
    try payOwed(by: lot.member, from: id, holding: lot.granted, connection)
  }

  /// What is left of a lot goes, with a line of its own.
  private func expire(_ lot: DueLot, _ connection: Connection) throws {
    let words = Words(
      kind: .expire, title: [.russian: "Срок истёк", .english: "Expired"], place: nil)
    let entry = try add(-lot.remaining, words, lot.member, at: lot.expiresAt, connection)
    try draw(lot.remaining.rawValue, from: lot.id, for: entry, connection)
  }
}
