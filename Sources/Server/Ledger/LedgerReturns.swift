import Contract
import Loyalty
import SQLite

/// What was given is taken back: by lines of its own, and never twice.
extension Ledger {
  /// Takes back all that a line still counts for, and with it the purchase that it came from.
  ///
  /// - Returns: the line; `nil` when the line gave nothing, or nothing of it is left to take back.
  @discardableResult
  func reverse(
    _ entry: LedgerEntry.ID, _ member: Member.ID, _ words: Words, at now: Instant,
    _ connection: Connection
  ) throws -> LedgerEntry.ID? {
    try settle(member, now: now, connection)
    let lot = try connection.first(
      "SELECT id FROM lot WHERE member = ? AND entry = ?",
      [.text(member.rawValue), .text(entry.rawValue)]
    ) { $0.int(0) }
    guard let lot else { return nil }
    try connection.execute("UPDATE purchase SET returned = amount WHERE lot = ?", [.integer(lot)])
    return try takeBack(try standing(lot, connection), of: lot, words, at: now, connection)
  }

  /// What of a lot has not been taken back, be it spent or expired.
  func standing(_ lot: Int64, _ connection: Connection) throws -> Points {
    try connection.first(
      """
      SELECT granted
        + (SELECT coalesce(sum(points), 0) FROM entry WHERE entry.reverses = lot.entry)
      FROM lot WHERE id = ?
      """, [.integer(lot)]
    ) { Points($0.int(0)) } ?? .zero
  }

  /// Takes back points that a lot has given, no more than stands of it; its member has been settled.
  ///
  /// What the lot itself has no more comes from the lots that expire first; what is missing then is
  /// owed, and the next earnings pay it. What had expired is not taken again: its line is reversed
  /// as well. Of points on the way no line has said anything yet, and none does now.
  ///
  /// - Returns: the line, if there is one.
  @discardableResult
  func takeBack(
    _ points: Points, of lot: Int64, _ words: Words, at now: Instant, _ connection: Connection
  ) throws -> LedgerEntry.ID? {
    let given = try connection.first(
      "SELECT member, entry FROM lot WHERE id = ?", [.integer(lot)]
    ) { (member: Member.ID($0.text(0)), entry: $0.optionalText(1)) }
    guard points > .zero, let given else { return nil }
    guard let source = given.entry else {
      try connection.execute(
        "UPDATE lot SET granted = granted - ?1, remaining = remaining - ?1 WHERE id = ?2",
        [.integer(points.rawValue), .integer(lot)])
      return nil
    }
    try undoExpiry(of: lot, upTo: points, given.member, at: now, connection)
    let entry = try add(
      -points, words, given.member, at: now, reverses: .init(source), connection)
    let lots = try connection.query(
      """
      SELECT id, remaining FROM lot
      WHERE member = ? AND entry IS NOT NULL AND remaining > 0 AND remaining <> 0
      ORDER BY id <> ?, expires_at IS NULL, expires_at, id
      """, [.text(given.member.rawValue), .integer(lot)]
    ) { (id: $0.int(0), remaining: $0.int(1)) }
    var rest = points.rawValue
    for lot in lots where rest > 0 {
      let drawn = min(rest, lot.remaining)
      try draw(drawn, from: lot.id, for: entry, connection)
      rest -= drawn
    }
    guard rest > 0 else { return entry }
    try connection.execute(
      "INSERT INTO owed (entry, member, points, remaining, at) VALUES (?1, ?2, ?3, ?3, ?4)",
      [
        .text(entry.rawValue), .text(given.member.rawValue), .integer(rest),
        .integer(now.rawValue),
      ])
    return entry
  }

  /// Gives a lot back what had expired of it, as far as it is taken back now.
  private func undoExpiry(
    of lot: Int64, upTo points: Points, _ member: Member.ID, at now: Instant,
    _ connection: Connection
  ) throws {
    let expiry = try connection.first(
      """
      SELECT draw.entry, draw.points + (
        SELECT coalesce(sum(given.points), 0) FROM entry AS undone
        JOIN draw AS given ON given.entry = undone.id AND given.lot = draw.lot
        WHERE undone.reverses = draw.entry)
      FROM draw JOIN entry ON entry.id = draw.entry WHERE draw.lot = ? AND entry.kind = 'expire'
      """, [.integer(lot)]
    ) { (entry: $0.text(0), points: Points($0.int(1))) }
    guard let expiry, expiry.points > .zero else { return }
    let undone = min(points, expiry.points)
    let words = Words(
      kind: .refund, title: [.russian: "Сгорание отменено", .english: "Expiry undone"], place: nil)
    let entry = try add(
      undone, words, member, at: now, reverses: .init(expiry.entry), connection)
    try draw(-undone.rawValue, from: lot, for: entry, connection)
  }

  /// What has just become active pays what is owed, the oldest first.
  func payOwed(
    by member: String, from lot: Int64, holding points: Int64, _ connection: Connection
  ) throws {
    let debts = try connection.query(
      "SELECT entry, remaining FROM owed WHERE member = ? AND remaining > 0 ORDER BY at, entry",
      [.text(member)]
    ) { (entry: $0.text(0), remaining: $0.int(1)) }
    var rest = points
    for debt in debts where rest > 0 {
      let paid = min(rest, debt.remaining)
      try draw(paid, from: lot, for: .init(debt.entry), connection)
      try connection.execute(
        "UPDATE owed SET remaining = remaining - ? WHERE entry = ?",
        [.integer(paid), .text(debt.entry)])
      rest -= paid
    }
  }
}
