import Loyalty
import Testing

@testable import LocalStore

struct RoundTripTests {
  @Test func `an empty store shows nothing`() throws {
    let store = try TemporaryFolder().open()
    #expect(try store.home(latest: 10) == Samples.emptyHome)
    #expect(try store.ledger(limit: 10).isEmpty)
    #expect(try store.ledgerCount() == 0)
    #expect(try !store.isLedgerComplete())
    #expect(try store.nextLedgerCursor() == nil)
  }

  @Test func `all that is saved comes back, in both languages and after a restart`() throws {
    let folder = try TemporaryFolder()
    try folder.onceOpen { store throws in
      try Samples.fill(store)
      #expect(try store.home(latest: 3) == Samples.home())
    }
    try folder.onceOpen { store throws in
      #expect(try store.home(latest: 3) == Samples.home())
      #expect(try store.ledger(limit: 10) == Samples.ledger(5))
      #expect(try store.isLedgerComplete())
    }
  }

  @Test func `what is saved replaces what was there`() throws {
    let store = try TemporaryFolder().open()
    try Samples.fill(store)
    let later = Samples.now.adding(days: 1)
    var member = Samples.member
    member.name = "Anna"
    member.roles = []
    var balance = Samples.balance
    balance.expiring = []
    try store.save(Samples.bareProgram, at: later)
    try store.save(member, at: later)
    try store.save([Samples.cards[1]], at: later)
    try store.save(balance, at: later)
    #expect(
      try store.home(latest: 0)
        == HomeSnapshot(
          program: Samples.bareProgram, member: member, card: Samples.cards[1], balance: balance,
          latest: [], balanceFetchedAt: later))
    try store.save([Card](), at: later)
    #expect(try store.home(latest: 0).card == nil)
  }

  @Test func `the first card of the server is the one shown`() throws {
    let store = try TemporaryFolder().open()
    try store.save(Array(Samples.cards.reversed()), at: Samples.now)
    #expect(try store.home(latest: 0).card == Samples.cards[1])
  }

  @Test func `a known line that says something else is replaced, and is not new`() throws {
    let store = try TemporaryFolder().open()
    try Samples.fill(store)
    var page = Samples.ledger(6)
    page[2].title = [.english: "Corrected"]
    page[2].place = nil
    page[2].points = Points(-1)
    let count = try store.merge(
      newest: page, nextCursor: nil, hasMore: false, at: Samples.now)
    #expect(count == 1)
    #expect(try store.ledger(limit: 10) == page)
  }

  @Test func `the ledger is read page by page without a line twice`() throws {
    let store = try TemporaryFolder().open()
    try Samples.fill(store, lines: 50)
    var seen: [LedgerEntry] = []
    while let page = try Optional(
      store.ledger(before: seen.last.map { LedgerPosition($0) }, limit: 7)), !page.isEmpty
    {
      #expect(page.count == min(7, 50 - seen.count))
      seen += page
    }
    #expect(seen == Samples.ledger(50))
    #expect(try store.ledger(limit: 0).isEmpty)
    #expect(try store.ledger(limit: -1).isEmpty)
    #expect(try store.ledger(limit: .max) == seen)
  }
}
