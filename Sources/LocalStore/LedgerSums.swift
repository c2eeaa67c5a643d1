public import Loyalty
import SQLite

/// What the lines of a stretch of time come to.
public struct LedgerSums: Hashable, Sendable {
  public var count: Int
  public var gained: Points
  /// Below zero.
  public var spent: Points
  /// Whether no line of that time is missing.
  public var isWhole: Bool
}

extension LocalStore {
  /// Sums of the lines from one moment up to another one, as far as they are stored.
  public func ledgerSums(
    _ span: Range<Instant>, matching filter: LedgerFilter
  ) throws(LocalStoreError) -> LedgerSums {
    try read { connection in
      let floor = try LedgerCoverage(connection).floor
      // NB: lines that no program writes must not end the sum.
      return try connection.first(
        """
        SELECT count(*), coalesce(sum(max(0, min(points, 1000000000000))), 0),
          coalesce(sum(min(0, max(points, -1000000000000))), 0)
        FROM ledger WHERE created_at >= ?1 AND created_at < ?2
          AND (created_at, id) >= (?3, ?4)
          AND (?5 = 0 OR sign(points) = ?5) AND (?6 = '' OR instr(search, ?6) > 0)
          AND (?7 IS NULL OR place = ?7)
        """,
        [.integer(span.lowerBound.rawValue), .integer(span.upperBound.rawValue)]
          + (floor ?? .oldest).values + filter.values
      ) { row in
        LedgerSums(
          count: Int(row.int(0)), gained: Points(row.int(1)), spent: Points(row.int(2)),
          isWhole: floor.map { $0.createdAt < span.lowerBound } ?? true)
      } ?? LedgerSums(count: 0, gained: .zero, spent: .zero, isWhole: false)
    }
  }

  /// Lines that take back some of these lines, and those that these take back.
  public func ledger(linkedTo entries: [LedgerEntry]) throws(LocalStoreError) -> [LedgerEntry] {
    let sales = entries.filter { $0.points > .zero }.map(\.id)
    let reversed = entries.compactMap(\.reverses)
    guard !sales.isEmpty || !reversed.isEmpty else { return [] }
    return try read { connection in
      let linked = try LocalStore.ledger(connection, "reverses", sales)
      return linked + (try LocalStore.ledger(connection, "id", reversed))
    }
  }

  /// - Parameter column: `reverses` or `id`.
  private static func ledger(
    _ connection: Connection, _ column: String, _ ids: [LedgerEntry.ID]
  ) throws -> [LedgerEntry] {
    guard !ids.isEmpty else { return [] }
    let marks = Array(repeating: "?", count: ids.count).joined(separator: ", ")
    return try connection.query(
      """
      SELECT id, kind, points, title, place, created_at, reverses, receipt FROM ledger
      WHERE \(column) IN (\(marks)) ORDER BY created_at DESC, id DESC
      """, ids.map { .text(Columns.word($0.rawValue)) }, LedgerEntry.init(row:))
  }
}

extension LocalStore {
  /// Whether no line since a moment is missing; `nil` is since the first of all.
  public func hasLedger(since moment: Instant?) throws(LocalStoreError) -> Bool {
    try read { connection in
      let coverage = try LedgerCoverage(connection)
      guard !coverage.isComplete, let moment else { return coverage.isComplete }
      return coverage.floor.map { $0.createdAt < moment } ?? false
    }
  }
}
