import Contract
import LocalStore
import Loyalty

extension Pull {
  /// - Returns: `false` when the whole ledger is in the store.
  func older() async throws(SyncFailure) -> Bool {
    let store = engine.store
    guard try isIncomplete() else { return false }
    guard let cursor = try storing({ () throws(LocalStoreError) in try store.nextLedgerCursor() })
    else {
      // Nothing is here yet: the newest page is the next older one.
      try await newest()
      return try isIncomplete()
    }
    let query = PageQuery(cursor: cursor)
    let page = try await engine.client.get(Page<LedgerEntry>.self, .ledger(query), language)
    try page.check(query)
    try write { () throws(LocalStoreError) in
      try store.merge(
        older: page.data, after: cursor, nextCursor: page.page.nextCursor,
        hasMore: page.page.hasMore)
    }
    return try isIncomplete()
  }

  private func newest() async throws(SyncFailure) {
    let query = PageQuery()
    let page = try await engine.client.get(Page<LedgerEntry>.self, .ledger(query), language)
    try page.check(query)
    try write { () throws(LocalStoreError) in
      try engine.store.merge(
        newest: page.data, nextCursor: page.page.nextCursor, hasMore: page.page.hasMore,
        at: engine.environment.now())
    }
  }

  private func isIncomplete() throws(SyncFailure) -> Bool {
    try storing { () throws(LocalStoreError) in try !engine.store.isLedgerComplete() }
  }
}

extension Page<LedgerEntry> {
  /// Bytes of a cursor.
  private static var longestCursor: Int { 512 }

  /// A page that says "more" must bring something and lead on, else reading on would never end.
  func check(_ query: PageQuery) throws(SyncFailure) {
    guard page.hasMore else { return }
    guard let next = page.nextCursor, !next.isEmpty, next.utf8.count <= Self.longestCursor,
      next != query.cursor, !data.isEmpty
    else { throw .garbled("a page of the ledger that leads nowhere") }
  }
}
