import Loyalty
import Testing

@testable import LocalStore

struct LedgerSliceTests {
  private func store(_ count: Int, floor: Bool = false) throws -> LocalStore {
    let store = try TemporaryFolder().open()
    let entries = (0..<count).map { number in
      LedgerEntry(
        id: .init("\(number)"), kind: .earn, points: Points(Int64(number)),
        title: [.english: number % 10 == 9 ? "Rare" : "Tea"], place: nil,
        createdAt: Samples.now.adding(seconds: -Int64(number)))
    }
    try store.merge(
      newest: entries, nextCursor: floor ? "more" : nil, hasMore: floor, at: Samples.now)
    return store
  }

  @Test(arguments: ["", "rare", "none"], [1, 7, 30, 100, 101, 1000])
  func `slices add up to all that there is`(text: String, step: Int) throws {
    let store = try store(101)
    let filter = LedgerFilter(text: text)
    let all = try store.ledger(limit: 1000, matching: filter)
    var found: [LedgerEntry] = []
    var position: LedgerPosition?
    repeat {
      let slice = try store.ledgerSlice(
        before: position, limit: 1000, matching: filter, lookingAt: step)
      #expect(slice.entries.count <= step)
      found += slice.entries
      position = slice.end
      #expect(slice.floor == nil)
    } while position != nil
    #expect(found == all)
  }

  @Test func `the end of what is stored is named while the server has more`() throws {
    let slice = try store(20, floor: true).ledgerSlice(
      limit: 5, matching: LedgerFilter(text: "none"), lookingAt: 1000)
    #expect(slice.entries.isEmpty)
    #expect(slice.end == nil)
    #expect(slice.floor?.id == .init("19"))
  }

  @Test func `the lines next above a line come newest first`() throws {
    let store = try store(50)
    let entries = try store.ledger(limit: 50)
    let place = LedgerPosition(entries[30])
    #expect(try store.ledger(after: place, limit: 3, matching: .init()) == Array(entries[27..<30]))
    #expect(
      try store.ledger(after: place, limit: 100, matching: .init(text: "rare")).map(\.id.rawValue)
        == ["9", "19", "29"])
    #expect(try store.ledger(after: LedgerPosition(entries[0]), limit: 9, matching: .init()) == [])
  }
}
