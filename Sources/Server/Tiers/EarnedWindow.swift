import Loyalty
import SQLite

/// What a member earned within a window of time: by sums of days, and sale by sale where a day of
/// UTC is not enough, at the edges and where somebody wants to know the day at home.
struct EarnedWindow {
  let member: Member.ID
  let zone: Zone
  /// The last moment that is not in it.
  let before: Instant
  /// The last moment that is in it.
  let end: Instant

  /// Days of UTC around one at home that its sales may be on.
  private static let reach: Int64 = 2

  /// - Parameter day: one around which each sale counts on its own day at home.
  func earnings(
    exactAround day: Day? = nil, _ connection: Connection
  ) throws -> [TierRule.Earning] {
    let (first, last) = (LedgerDay.number(of: before), LedgerDay.number(of: end))
    guard last > first + 1 else {
      return try earnings([(before.rawValue, end.rawValue)], sums: nil, without: nil, connection)
    }
    let whole = first + 1...last - 1
    var sales = [(before.rawValue, start(of: first + 1) - 1), (start(of: last) - 1, end.rawValue)]
    let exact = day.map { day in
      (day.daysSince1970 - Self.reach...day.daysSince1970 + Self.reach).clamped(to: whole)
    }
    if let exact {
      sales.append((start(of: exact.lowerBound) - 1, start(of: exact.upperBound + 1) - 1))
    }
    return try earnings(sales, sums: whole, without: exact, connection)
  }

  private func start(of day: Int64) -> Int64 { day * LedgerDay.milliseconds }

  /// - Parameter sales: times within which each sale is looked at: after the first moment, up to the
  ///   second.
  private func earnings(
    _ sales: [(Int64, Int64)], sums: ClosedRange<Int64>?, without exact: ClosedRange<Int64>?,
    _ connection: Connection
  ) throws -> [TierRule.Earning] {
    var questions = sales.map { _ in Self.saleBySale }
    var values = sales.flatMap { after, upTo -> [Value] in
      [.text(member.rawValue), .integer(after), .integer(upTo)]
    }
    if let sums {
      questions.append(Self.dayByDay)
      values += [
        .text(member.rawValue), .integer(sums.lowerBound), .integer(sums.upperBound),
        .integer(exact?.lowerBound ?? 1), .integer(exact?.upperBound ?? 0),
      ]
    }
    return try connection.query(questions.joined(separator: " UNION ALL "), values) { row in
      let day =
        row.bool(0)
        ? Day(daysSince1970: row.int(1)) : zone.local(Instant(milliseconds: row.int(1))).day
      return TierRule.Earning(day: day, points: Points(row.int(2)))
    }
  }

  private static let dayByDay = """
    SELECT 1, day, earned FROM ledger_day
    WHERE member = ? AND day BETWEEN ? AND ? AND day NOT BETWEEN ? AND ? AND earned <> 0
    """

  /// What was taken back of a sale does not count, whenever it was: so a return takes away exactly
  /// what its sale gave, and nothing when the sale has left the window.
  private static let saleBySale = """
    SELECT 0, created_at, points + coalesce(
      (SELECT sum(other.points) FROM entry AS other WHERE other.reverses = entry.id), 0)
    FROM entry WHERE member = ? AND kind = 'earn' AND created_at > ? AND created_at <= ?
    """
}
