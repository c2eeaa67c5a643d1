public import Loyalty
import SQLite

extension LocalStore {
  /// Whether the whole ledger is here.
  public func isLedgerComplete() throws(LocalStoreError) -> Bool {
    try read { try LedgerCoverage($0).isComplete }
  }

  /// What asks for the next older page; `nil` when there is none, or no first page yet.
  public func nextLedgerCursor() throws(LocalStoreError) -> String? {
    try read { try LedgerCoverage($0).nextCursor }
  }

  /// Stores the newest page; a hole is noted when it does not reach down to what is stored.
  ///
  /// A page that says "more" but not below what is dropped: nobody could fill that hole.
  ///
  /// - Returns: how many lines are new.
  @discardableResult
  public func merge(
    newest page: [LedgerEntry], nextCursor: String?, hasMore: Bool, at now: Instant
  ) throws(LocalStoreError) -> Int {
    guard !hasMore || (nextCursor != nil && !page.isEmpty) else { return 0 }
    return try write { connection in
      var coverage = try LedgerCoverage(connection)
      coverage.add(newest: page.map(LedgerPosition.init), next: hasMore ? nextCursor : nil)
      try coverage.write(connection)
      try note(.ledger, now, connection)
      return try insert(page, connection)
    }
  }

  /// Stores an older page.
  ///
  /// - Parameter cursor: what it was asked for with, a former `nextLedgerCursor`. When another
  ///   process has stored that page meanwhile, this one is dropped: it may tear a hole.
  /// - Returns: how many lines are new.
  @discardableResult
  public func merge(
    older page: [LedgerEntry], after cursor: String, nextCursor: String?, hasMore: Bool
  ) throws(LocalStoreError) -> Int {
    guard !hasMore || nextCursor != nil else { return 0 }
    return try write { connection in
      var coverage = try LedgerCoverage(connection)
      let isWanted = coverage.add(
        older: page.map(LedgerPosition.init), after: cursor, next: hasMore ? nextCursor : nil)
      guard isWanted else { return 0 }
      try coverage.write(connection)
      return try insert(page, connection)
    }
  }

  private func insert(_ page: [LedgerEntry], _ connection: Connection) throws -> Int {
    try page.reduce(0) { try $0 + (insert($1, connection) ? 1 : 0) }
  }

  /// - Returns: whether the line is new; a known one is replaced if it says something else.
  private func insert(_ entry: LedgerEntry, _ connection: Connection) throws -> Bool {
    let id = Value.text(Columns.word(entry.id.rawValue))
    let contents: [Value] = [
      .text(Columns.word(entry.kind.rawValue)), .integer(entry.points.rawValue),
      .text(Columns.encode(entry.title, limit: 200)),
      .optional(entry.place.map { Columns.encode($0, limit: 200) }),
      .integer(entry.createdAt.rawValue),
      .optional(entry.reverses.map { Columns.word($0.rawValue) }),
      .optional(entry.receipt.map { Columns.encode($0) }),
      .text(LedgerFilter.searchText(entry)),
    ]
    let count = try connection.execute(
      """
      INSERT INTO ledger (kind, points, title, place, created_at, reverses, receipt, search, id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO NOTHING
      """, contents + [id])
    if count > 0 { return true }
    try connection.execute(
      """
      UPDATE ledger
      SET (kind, points, title, place, created_at, reverses, receipt, search)
        = (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      WHERE id = ?9
        AND (kind, points, title, place, created_at, reverses, receipt)
          IS NOT (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """, contents + [id])
    return false
  }
}
