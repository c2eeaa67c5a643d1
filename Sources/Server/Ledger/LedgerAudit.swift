import Loyalty
import SQLite

/// A full recount of the ledger in pieces: whether the rows still come to the sums that they carry.
///
/// An explanation goes by the sums, which prove each other; this finds rows that were damaged or
/// changed behind the triggers' back. It goes on where it stood, on whatever instance, for ever.
struct LedgerAudit {
  let store: ServerStore

  init(_ store: ServerStore) {
    self.store = store
  }

  /// What is counted anew.
  enum Part: String, CaseIterable, Sendable {
    /// The lines of a day.
    case day
    /// The days and the lots of a member.
    case total
    /// The draws of a lot.
    case lot

    /// Rows of a piece, so that one takes some milliseconds.
    var rows: Int64 {
      switch self {
      case .day, .lot: 1000
      case .total: 100
      }
    }
  }

  private struct Place: Sendable {
    var member: String
    var number: Int64

    static let start = Place(member: "", number: -1)
  }

  private struct Counted: Sendable {
    var place: Place
    var isRight: Bool
  }

  /// Recounts the next piece of each part.
  ///
  /// - Returns: how many differences it found that were not known.
  @discardableResult
  func step() throws -> Int {
    try Part.allCases.reduce(0) { try $0 + step($1) }
  }

  private func step(_ part: Part) throws -> Int {
    let (before, counted) = try store.database.read { connection in
      let place = try connection.first(
        "SELECT member, number FROM ledger_audit WHERE part = ?", [.text(part.rawValue)]
      ) { Place(member: $0.text(0), number: $0.int(1)) }
      return (place, try count(part, after: place ?? .start, connection))
    }
    if before == nil, counted.isEmpty { return 0 }
    return try store.database.write(locking: []) { connection in
      try keep(counted.last?.place, part, connection)
      return try counted.reduce(0) { try $0 + note($1, part, connection) }
    }
  }

  private func count(
    _ part: Part, after place: Place, _ connection: Connection
  ) throws -> [Counted] {
    try connection.query(
      LedgerAudit.query(part),
      [.text(place.member), .integer(place.number), .integer(part.rows)]
    ) { row in
      Counted(
        place: Place(member: row.text(0), number: row.int(1)), isRight: row.bool(2))
    }
  }

  /// Where the next piece begins; without a place at the start again.
  private func keep(_ place: Place?, _ part: Part, _ connection: Connection) throws {
    guard let place else {
      try connection.execute("DELETE FROM ledger_audit WHERE part = ?", [.text(part.rawValue)])
      return
    }
    try connection.execute(
      """
      INSERT INTO ledger_audit (part, member, number) VALUES (?1, ?2, ?3)
      ON CONFLICT (part) DO UPDATE SET member = ?2, number = ?3
      """, [.text(part.rawValue), .text(place.member), .integer(place.number)])
  }

  /// - Returns: 1 when it is a difference that was not known.
  private func note(_ counted: Counted, _ part: Part, _ connection: Connection) throws -> Int {
    let fault: [Value] = [
      .text(counted.place.member), .text(part.rawValue), .integer(counted.place.number),
    ]
    guard !counted.isRight else {
      // What was put right is right again.
      try connection.execute(
        "DELETE FROM ledger_fault WHERE member = ? AND part = ? AND number = ?", fault)
      return 0
    }
    // The member may have left, or be going in pieces.
    return try connection.execute(
      """
      INSERT INTO ledger_fault (member, part, number)
      SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM member WHERE id = ?1)
        AND NOT EXISTS (SELECT 1 FROM leaving WHERE member = ?1)
      ON CONFLICT (member, part, number) DO NOTHING
      """, fault)
  }

  /// Gives a member, a number and whether the sums are right, after a place and in order.
  private static func query(_ part: Part) -> String {
    let (begin, end) = ("day * \(LedgerDay.milliseconds)", "(day + 1) * \(LedgerDay.milliseconds)")
    return switch part {
    case .day:
      """
      SELECT member, day,
        points = (SELECT coalesce(sum(entry.points), 0) FROM entry
          WHERE entry.member = ledger_day.member AND created_at >= \(begin) AND created_at < \(end))
        AND earned = (SELECT coalesce(sum(entry.points + coalesce(
            (SELECT sum(other.points) FROM entry AS other WHERE other.reverses = entry.id), 0)), 0)
          FROM entry WHERE entry.member = ledger_day.member AND kind = 'earn'
            AND created_at >= \(begin) AND created_at < \(end))
      FROM ledger_day WHERE (member, day) > (?1, ?2) ORDER BY member, day LIMIT ?3
      """
    case .total:
      """
      SELECT member, 0,
        points = (SELECT coalesce(sum(ledger_day.points), 0) FROM ledger_day
          WHERE ledger_day.member = ledger_total.member)
        AND available = (SELECT coalesce(sum(remaining), 0) FROM lot
          WHERE lot.member = ledger_total.member AND entry IS NOT NULL AND remaining <> 0)
          - (SELECT coalesce(sum(remaining), 0) FROM owed
            WHERE owed.member = ledger_total.member)
        AND pending = (SELECT coalesce(sum(granted), 0) FROM lot
          WHERE lot.member = ledger_total.member AND entry IS NULL)
      FROM ledger_total WHERE (member, 0) > (?1, ?2) ORDER BY member LIMIT ?3
      """
    case .lot:
      """
      SELECT member, id, granted = remaining + drawn AND drawn = (
        SELECT coalesce(sum(points), 0) FROM draw WHERE draw.lot = lot.id)
      FROM lot WHERE id > ?2 AND ?1 = ?1 ORDER BY id LIMIT ?3
      """
    }
  }
}

extension LoyaltyServer {
  /// Recounts the next piece of the ledger; call it about once a minute.
  public func recount() {
    do {
      let count = try LedgerAudit(store).step()
      guard count > 0 else { return }
      say("\(count) sums of the ledger do not fit their rows; the table ledger_fault tells which")
    } catch {
      tell("recounting the ledger", error)
    }
  }
}
