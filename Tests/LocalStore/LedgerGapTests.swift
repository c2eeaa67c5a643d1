import Loyalty
import Testing

@testable import LocalStore

struct LedgerGapTests {
  private let lines = Samples.ledger(20)

  @Test func `who was away for long sees the newest lines, and the rest once the hole is filled`()
    throws
  {
    let store = try TemporaryFolder().open()
    try newest(store, 15..<20, nil)
    #expect(try store.isLedgerComplete())
    try newest(store, 0..<5, "c5")
    #expect(try store.ledger(limit: 50) == Array(lines[..<5]))
    #expect(try store.hasLedgerGap())
    #expect(try !store.isLedgerComplete())
    #expect(try store.ledgerCount() == 10)
    try older(store, "c5", 5..<10, "c10")
    #expect(try store.ledger(limit: 50) == Array(lines[..<10]))
    #expect(try older(store, "c10", 10..<17, "c17") == 5)
    #expect(try store.ledger(limit: 50) == lines)
    #expect(try !store.hasLedgerGap())
    #expect(try store.isLedgerComplete())
    #expect(try store.nextLedgerCursor() == nil)
  }

  @Test func `the slower of two processes with one cursor tears no hole`() throws {
    let store = try TemporaryFolder().open()
    try newest(store, 0..<5, "c5")
    #expect(try older(store, "c5", 5..<8, "c8") == 3)
    #expect(try older(store, "c5", 5..<12, "c12") == 0)
    #expect(try store.ledger(limit: 50) == Array(lines[..<8]))
    #expect(try store.nextLedgerCursor() == "c8")
  }

  @Test func `a hole may be in a hole`() throws {
    let store = try TemporaryFolder().open()
    for (range, cursor) in [(16..<18, "c18"), (8..<10, "c10"), (0..<2, "c2")] {
      try newest(store, range, cursor)
    }
    #expect(try store.ledger(limit: 50) == Array(lines[..<2]))
    try older(store, "c10", 10..<17, "c17")
    #expect(try store.ledger(limit: 50) == Array(lines[..<2]))
    try older(store, "c2", 2..<9, "c9")
    #expect(try store.ledger(limit: 50) == Array(lines[..<18]))
    #expect(try store.nextLedgerCursor() == "c18")
    #expect(try !store.hasLedgerGap())
    try older(store, "c18", 18..<20, nil)
    #expect(try store.isLedgerComplete())
  }

  @Test func `an empty ledger is complete`() throws {
    let store = try TemporaryFolder().open()
    try newest(store, 0..<0, nil)
    #expect(try store.isLedgerComplete())
    try newest(store, 17..<19, "c19")
    #expect(try !store.isLedgerComplete())
    try older(store, "c19", 19..<20, nil)
    #expect(try store.isLedgerComplete())
    #expect(try store.ledger(limit: 50) == Array(lines[17...]))
  }

  @Test func `a page that says more but not where opens no hole`() throws {
    let store = try TemporaryFolder().open()
    try newest(store, 15..<20, nil)
    try store.merge(
      newest: Array(lines[..<3]), nextCursor: nil, hasMore: true, at: Samples.now)
    #expect(try store.ledger(limit: 50) == Array(lines[15...]))
    try store.merge(
      newest: [], nextCursor: "c0", hasMore: true, at: Samples.now)
    #expect(try store.isLedgerComplete())
    try newest(store, 0..<3, "c3")
    try store.merge(older: Array(lines[3..<5]), after: "c3", nextCursor: nil, hasMore: true)
    try store.merge(older: Array(lines[7..<9]), after: "gone", nextCursor: nil, hasMore: true)
    #expect(try store.ledger(limit: 50) == Array(lines[..<3]))
    #expect(try store.nextLedgerCursor() == "c3")
  }

  private func newest(_ store: LocalStore, _ range: Range<Int>, _ next: String?) throws {
    try store.merge(
      newest: Array(lines[range]), nextCursor: next, hasMore: next != nil,
      at: Samples.now)
  }

  @discardableResult
  private func older(
    _ store: LocalStore, _ cursor: String, _ range: Range<Int>, _ next: String?
  ) throws -> Int {
    try store.merge(
      older: Array(lines[range]), after: cursor, nextCursor: next, hasMore: next != nil)
  }
}
