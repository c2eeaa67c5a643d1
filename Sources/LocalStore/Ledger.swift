public import Loyalty
import SQLite

extension LocalStore {
  /// Lines older than a position, as far as a bounded look at the store finds them.
  ///
  /// - Parameter count: lines that are looked at, wanted or not.
  public func ledgerSlice(
    before position: LedgerPosition? = nil, limit: Int, matching filter: LedgerFilter,
    lookingAt count: Int
  ) throws(LocalStoreError) -> LedgerSlice {
    try read { connection in
      let upper = filter.until.map { LedgerPosition(createdAt: $0, id: .init("")) }
      let before = min(position ?? LocalStore.newest, upper ?? LocalStore.newest)
      let coverage = try LedgerCoverage(connection)
      let lower = filter.from.map { LedgerPosition(createdAt: $0, id: .init("")) } ?? .oldest
      let floor = max(coverage.floor ?? .oldest, lower)
      let end = try connection.first(
        """
        SELECT created_at, id FROM ledger WHERE (created_at, id) < (?, ?) AND (created_at, id) > (?, ?)
        ORDER BY created_at DESC, id DESC LIMIT 1 OFFSET ?
        """, before.values + floor.values + [.integer(Int64(max(1, count) - 1))]
      ) { LedgerPosition(createdAt: Instant(milliseconds: $0.int(0)), id: .init($0.text(1))) }
      return LedgerSlice(
        entries: try LocalStore.ledger(
          connection, before: before, downTo: end ?? floor, limit: limit, matching: filter),
        end: end, floor: coverage.floor.flatMap { $0 < lower ? nil : $0 })
    }
  }

  /// Lines newer than a position and next to it, newest first.
  public func ledger(
    after position: LedgerPosition, limit: Int, matching filter: LedgerFilter
  ) throws(LocalStoreError) -> [LedgerEntry] {
    try read { connection in
      try connection.query(
        """
        SELECT id, kind, points, title, place, created_at, reverses, receipt FROM ledger
        WHERE (created_at, id) > (?1, ?2)
          AND (?3 = 0 OR sign(points) = ?3) AND (?4 = '' OR instr(search, ?4) > 0)
          AND (?5 IS NULL OR place = ?5) AND created_at < ?6
        ORDER BY created_at, id LIMIT ?7
        """,
        position.values + filter.values + [
          .integer(filter.until?.rawValue ?? .max), .integer(Int64(max(0, limit))),
        ],
        LedgerEntry.init(row:)
      ).reversed()
    }
  }

  static func ledger(
    _ connection: Connection, before position: LedgerPosition?, limit: Int,
    matching filter: LedgerFilter = .init()
  ) throws -> [LedgerEntry] {
    try ledger(
      connection, before: position ?? newest,
      downTo: try LedgerCoverage(connection).floor ?? .oldest, limit: limit, matching: filter)
  }

  /// Newer than any line.
  private static let newest = LedgerPosition(
    createdAt: Instant(milliseconds: .max), id: .init(""))

  private static func ledger(
    _ connection: Connection, before: LedgerPosition, downTo floor: LedgerPosition, limit: Int,
    matching filter: LedgerFilter
  ) throws -> [LedgerEntry] {
    try connection.query(
      """
      SELECT id, kind, points, title, place, created_at, reverses, receipt FROM ledger
      WHERE (created_at, id) < (?1, ?2) AND (created_at, id) >= (?3, ?4)
        AND (?5 = 0 OR sign(points) = ?5) AND (?6 = '' OR instr(search, ?6) > 0)
        AND (?7 IS NULL OR place = ?7)
      ORDER BY created_at DESC, id DESC LIMIT ?8
      """,
      before.values + floor.values + filter.values + [.integer(Int64(max(0, limit)))],
      LedgerEntry.init(row:))
  }
}

/// What a bounded look at the ledger has found.
public struct LedgerSlice: Hashable, Sendable {
  /// Newest first.
  public var entries: [LedgerEntry]
  /// How far it looked, when there is more below.
  public var end: LedgerPosition?
  /// The oldest line above which none is missing; `nil` when all that can be wanted are stored.
  public var floor: LedgerPosition?
}
