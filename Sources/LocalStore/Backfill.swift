public import Loyalty
import SQLite

/// How far the older pages of the ledger have been fetched.
struct Backfill: Hashable, Sendable {
  /// Asks the server for the next older page; `nil` when nothing was fetched yet or all is here.
  var nextCursor: String?
  var isComplete = false
  /// The last line above a hole: lines below it are stored, but between them some are missing.
  var gap: LedgerPosition?
  /// How it goes on below the hole.
  var tailCursor: String?
  var tailIsComplete = false

  static func read(_ connection: Connection) throws -> Backfill? {
    try connection.first("SELECT * FROM backfill") { row in
      Backfill(
        nextCursor: row.optionalText(0), isComplete: row.bool(1),
        gap: row.optionalInt(2).map {
          LedgerPosition(createdAt: Instant(milliseconds: $0), id: .init(row.text(3)))
        },
        tailCursor: row.optionalText(4), tailIsComplete: row.bool(5))
    }
  }

  func write(_ connection: Connection) throws {
    try connection.execute("DELETE FROM backfill")
    try connection.execute(
      "INSERT INTO backfill VALUES (?, ?, ?, ?, ?, ?)",
      [
        .optional(nextCursor), .integer(isComplete ? 1 : 0),
        .optional(gap?.createdAt.rawValue), .optional(gap?.id.rawValue), .optional(tailCursor),
        .integer(tailIsComplete ? 1 : 0),
      ])
  }
}

extension LocalStore {
  /// Whether the whole ledger is here.
  public func isLedgerComplete() throws(LocalStoreError) -> Bool {
    try read { try Backfill.read($0)?.isComplete ?? false }
  }

  /// Whether newer lines have been stored above a hole that older pages have to fill.
  public func hasLedgerGap() throws(LocalStoreError) -> Bool {
    try read { try Backfill.read($0)?.gap != nil }
  }

  /// What asks for the next older page; `nil` when there is none, or no first page yet.
  public func nextLedgerCursor() throws(LocalStoreError) -> String? {
    try read { try Backfill.read($0).flatMap { $0.isComplete ? nil : $0.nextCursor } }
  }

  /// Stores the newest page; a hole is noted when it does not reach down to what is stored.
  ///
  /// - Returns: how many lines are new.
  @discardableResult
  public func merge(
    newest page: [LedgerEntry], nextCursor: String?, hasMore: Bool, etag: String?, at now: Instant
  ) throws(LocalStoreError) -> Int {
    try write { connection in
      var state = try Backfill.read(connection)
      let count = try insert(page, connection)
      if !hasMore {
        state = Backfill(isComplete: true)
      } else if var old = state, count == page.count, let last = page.last {
        // Nothing of the page was here: lines may be missing between it and what is stored.
        if let gap = old.gap {
          // A second hole: what lies below the first one is fetched anew.
          try connection.execute(
            "DELETE FROM ledger WHERE (created_at, id) < (?, ?)",
            [.integer(gap.createdAt.rawValue), .text(gap.id.rawValue)])
        }
        old.tailCursor = old.nextCursor
        old.tailIsComplete = old.gap == nil && old.isComplete
        old.gap = LedgerPosition(createdAt: last.createdAt, id: last.id)
        old.nextCursor = nextCursor
        old.isComplete = false
        state = old
      } else if state == nil {
        state = Backfill(nextCursor: nextCursor)
      }
      try state?.write(connection)
      try note(.ledger, etag, now, connection)
      return count
    }
  }

  /// Stores an older page that `nextLedgerCursor` asked for.
  ///
  /// - Returns: how many lines are new.
  @discardableResult
  public func merge(
    older page: [LedgerEntry], nextCursor: String?, hasMore: Bool
  ) throws(LocalStoreError) -> Int {
    try write { connection in
      var state = try Backfill.read(connection) ?? Backfill()
      let count = try insert(page, connection)
      if !hasMore {
        state = Backfill(isComplete: true)
      } else if state.gap != nil, count < page.count {
        state = Backfill(nextCursor: state.tailCursor, isComplete: state.tailIsComplete)
      } else {
        if state.gap != nil, let last = page.last {
          state.gap = LedgerPosition(createdAt: last.createdAt, id: last.id)
        }
        state.nextCursor = nextCursor
      }
      try state.write(connection)
      return count
    }
  }

  private func insert(_ page: [LedgerEntry], _ connection: Connection) throws -> Int {
    try page.reduce(0) { try $0 + (insert($1, connection) ? 1 : 0) }
  }
}
