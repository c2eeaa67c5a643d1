import Loyalty
import Testing

@testable import LocalStore

struct LedgerSumsTests {
  private static func entry(
    _ number: Int, _ points: Int64, _ place: String, reverses: String? = nil
  ) -> LedgerEntry {
    LedgerEntry(
      id: .init("\(number)"), kind: .earn, points: Points(points), title: [.english: "Tea"],
      place: [.english: place], createdAt: Instant(milliseconds: Int64(number) * 1000),
      reverses: reverses.map { .init($0) })
  }

  private static let lines = [
    entry(9, 7, "Here"), entry(8, -5, "There", reverses: "6"), entry(7, .max, "Here"),
    entry(6, 20, "Here"), entry(5, 1, "There"),
  ]

  private func store(cursor: String? = nil) throws -> LocalStore {
    let store = try TemporaryFolder().open()
    try store.merge(newest: Self.lines, nextCursor: cursor, hasMore: cursor != nil, at: Samples.now)
    return store
  }

  private func span(_ from: Int64, _ until: Int64) -> Range<Instant> {
    Instant(milliseconds: from * 1000)..<Instant(milliseconds: until * 1000)
  }

  @Test func `sums are of the stretch alone, and numbers nobody means end nothing`() throws {
    let store = try store()
    let sums = try store.ledgerSums(span(6, 9), matching: LedgerFilter())
    #expect(sums.count == 3 && sums.spent == Points(-5))
    #expect(sums.gained == Points(1_000_000_000_020))
    let here = try store.ledgerSums(
      span(0, 7), matching: LedgerFilter(place: [.english: "Here"]))
    #expect(here == LedgerSums(count: 1, gained: Points(20), spent: .zero, isWhole: true))
  }

  @Test func `a stretch is whole when older lines are here as well`() throws {
    let store = try store(cursor: "older")
    #expect(try store.ledgerSums(span(6, 9), matching: LedgerFilter()).isWhole)
    #expect(try !store.ledgerSums(span(5, 9), matching: LedgerFilter()).isWhole)
    #expect(try store.hasLedger(since: Instant(milliseconds: 6000)))
    #expect(try !store.hasLedger(since: Instant(milliseconds: 5000)))
    #expect(try !store.hasLedger(since: nil))
  }

  @Test func `a look at a month finds its lines and asks for none before it`() throws {
    let store = try store(cursor: "older")
    let filter = LedgerFilter(
      from: Instant(milliseconds: 6000), until: Instant(milliseconds: 8000))
    let slice = try store.ledgerSlice(limit: 9, matching: filter, lookingAt: 100)
    #expect(slice.entries.map(\.id.rawValue) == ["7", "6"])
    #expect(slice.end == nil && slice.floor == nil)
    let all = try store.ledgerSlice(limit: 9, matching: LedgerFilter(), lookingAt: 100)
    #expect(all.floor?.id.rawValue == "5")
  }

  @Test func `a sale is found from its return and the return from its sale`() throws {
    let store = try store()
    #expect(try store.ledger(linkedTo: [Self.lines[3]]).map(\.id.rawValue) == ["8"])
    #expect(try store.ledger(linkedTo: [Self.lines[1]]).map(\.id.rawValue) == ["6"])
    #expect(try store.ledger(linkedTo: [Self.lines[0]]).isEmpty)
  }
}
