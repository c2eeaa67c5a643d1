public import Loyalty
import SQLite

/// A place in the ledger, newest first: after this line.
public struct LedgerPosition: Hashable, Sendable {
  public var createdAt: Instant
  public var id: LedgerEntry.ID

  public init(createdAt: Instant, id: LedgerEntry.ID) {
    self.createdAt = createdAt
    self.id = id
  }
}

extension LocalStore {
  /// Lines after a position, newest first; what lies below a hole is not shown until it is filled.
  public func ledger(
    before position: LedgerPosition? = nil, limit: Int
  ) throws(LocalStoreError) -> [LedgerEntry] {
    try read { try ledger($0, before: position, limit: limit) }
  }

  public func ledgerCount() throws(LocalStoreError) -> Int {
    try read { try $0.first("SELECT count(*) FROM ledger") { Int($0.int(0)) } ?? 0 }
  }

  func ledger(
    _ connection: Connection, before position: LedgerPosition?, limit: Int
  ) throws -> [LedgerEntry] {
    let gap = try Backfill.read(connection)?.gap
    return try connection.query(
      """
      SELECT id, kind, points, title, place, created_at FROM ledger
      WHERE (created_at, id) < (?, ?) AND (created_at, id) >= (?, ?)
      ORDER BY created_at DESC, id DESC LIMIT ?
      """,
      [
        .integer(position?.createdAt.rawValue ?? .max), .text(position?.id.rawValue ?? ""),
        .integer(gap?.createdAt.rawValue ?? .min), .text(gap?.id.rawValue ?? ""),
        .integer(Int64(max(0, limit))),
      ], LedgerEntry.init(row:))
  }

  func insert(_ entry: LedgerEntry, _ connection: Connection) throws -> Bool {
    let isNew =
      try connection.first("SELECT 1 FROM ledger WHERE id = ?", [word(entry.id.rawValue)]) { _ in
        true
      } == nil
    try connection.execute(
      """
      INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
        kind = excluded.kind, points = excluded.points, title = excluded.title,
        place = excluded.place, created_at = excluded.created_at
      """,
      [
        word(entry.id.rawValue), word(entry.kind.rawValue), .integer(entry.points.rawValue),
        .text(Columns.encode(entry.title, limit: 200)),
        .optional(entry.place.map { Columns.encode($0, limit: 200) }),
        .integer(entry.createdAt.rawValue),
      ])
    return isNew
  }
}
