import Loyalty
import SQLite

/// What a member's lines and lots come to, as their rows carry it along.
struct LedgerTotals {
  let member: Member.ID
  /// Of all lines.
  var points = Points.zero
  /// What remains in all active lots.
  var available = Points.zero
  /// On the way.
  var pending = Points.zero

  init(of member: Member.ID, _ connection: Connection) throws {
    self.member = member
    let row = try connection.first(
      "SELECT points, available, pending FROM ledger_total WHERE member = ?",
      [.text(member.rawValue)]
    ) { (points: $0.int(0), available: $0.int(1), pending: $0.int(2)) }
    guard let row else { return }
    points = Points(row.points)
    available = Points(row.available)
    pending = Points(row.pending)
  }

  /// Whether a lot does not hold what it was given less what was drawn from it, or the last full
  /// recount has found a sum that its rows do not have.
  func hasWrongRows(_ connection: Connection) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM lot WHERE member = ?1 AND granted <> remaining + drawn
      UNION ALL SELECT 1 FROM ledger_fault WHERE member = ?1 LIMIT 1
      """, [.text(member.rawValue)]
    ) { _ in true } ?? false
  }
}

/// Sums of one day, which is one of UTC.
enum LedgerDay {
  static let milliseconds: Int64 = 86_400_000

  /// The number of the day of a moment.
  static func number(of moment: Instant) -> Int64 { moment.rawValue / milliseconds }

  /// Of the lines after a moment.
  static func points(
    of member: Member.ID, after moment: Instant, _ connection: Connection
  ) throws -> Points {
    let day = number(of: moment)
    let sum = try connection.first(
      """
      SELECT
        (SELECT coalesce(sum(points), 0) FROM ledger_day WHERE member = ?1 AND day > ?2) +
        (SELECT coalesce(sum(points), 0) FROM entry
          WHERE member = ?1 AND created_at > ?3 AND created_at < ?4)
      """,
      [
        .text(member.rawValue), .integer(day), .integer(moment.rawValue),
        .integer((day + 1) * milliseconds),
      ]
    ) { Points($0.int(0)) }
    return sum ?? .zero
  }
}
