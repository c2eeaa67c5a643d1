import Loyalty
import SQLite

@testable import LocalStore

extension LocalStore {
  /// Lines older than a position, newest first, as a screen gets them.
  func ledger(
    before position: LedgerPosition? = nil, limit: Int, matching filter: LedgerFilter = .init()
  ) throws(LocalStoreError) -> [LedgerEntry] {
    try read { try LocalStore.ledger($0, before: position, limit: limit, matching: filter) }
  }

  /// Stored lines, those below a hole too.
  func ledgerCount() throws(LocalStoreError) -> Int {
    try read { try $0.first("SELECT count(*) FROM ledger") { Int($0.int(0)) } ?? 0 }
  }

  /// Whether newer lines have been stored above a hole that older pages have to fill.
  func hasLedgerGap() throws(LocalStoreError) -> Bool {
    try read { try LedgerCoverage($0).stretches.count > 1 }
  }
}
