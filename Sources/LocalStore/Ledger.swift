public import Loyalty
import SQLite

extension LocalStore {
  /// Lines older than a position, newest first; what lies below a hole is not shown until it is
  /// filled.
  public func ledger(
    before position: LedgerPosition? = nil, limit: Int, matching filter: LedgerFilter = .init()
  ) throws(LocalStoreError) -> [LedgerEntry] {
    try read { try LocalStore.ledger($0, before: position, limit: limit, matching: filter) }
  }

  /// Stored lines, those below a hole too.
  public func ledgerCount() throws(LocalStoreError) -> Int {
    try read { try $0.first("SELECT count(*) FROM ledger") { Int($0.int(0)) } ?? 0 }
  }

  static func ledger(
    _ connection: Connection, before position: LedgerPosition?, limit: Int,
    matching filter: LedgerFilter = .init()
  ) throws -> [LedgerEntry] {
    let floor = try LedgerCoverage(connection).floor ?? .oldest
    let before = position ?? LedgerPosition(createdAt: Instant(milliseconds: .max), id: .init(""))
    return try connection.query(
      """
      SELECT id, kind, points, title, place, created_at FROM ledger
      WHERE (created_at, id) < (?1, ?2) AND (created_at, id) >= (?3, ?4)
        AND (?5 = 0 OR sign(points) = ?5) AND (?6 = '' OR instr(search, ?6) > 0)
      ORDER BY created_at DESC, id DESC LIMIT ?7
      """,
      before.values + floor.values + filter.values + [.integer(Int64(max(0, limit)))],
      LedgerEntry.init(row:))
  }
}
