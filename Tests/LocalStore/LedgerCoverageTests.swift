import Loyalty
import TestSupport
import Testing

@testable import LocalStore

/// Pages of a growing ledger arrive in any order, late, twice, and at two processes.
struct LedgerCoverageTests {
  @Test(arguments: 0..<UInt64(Effort.count(16, long: 300)))
  func `what is shown has no gap, and following the cursor brings all`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var shops = [try folder.open(), try folder.open()]
    var random = SeededGenerator(seed: seed)
    var server = SimulatedLedger(random: SeededGenerator(seed: ~seed))
    server.grow(by: Int.random(in: 0...30, using: &random))
    let largest = Int.random(in: 1...12, using: &random)
    var underWay: [SimulatedLedger.Page] = []
    for _ in 0..<80 {
      let limit = Int.random(in: 1...largest, using: &random)
      let store = shops[Int.random(in: 0...1, using: &random)]
      switch Int.random(in: 0..<10, using: &random) {
      case 0: server.grow(by: Int.random(in: 1...25, using: &random))
      case 1: server.grow(by: 1)
      case 2, 3: underWay.append(server.page(after: nil, limit: limit))
      case 4, 5:
        // Both processes may have asked with the same cursor before one of them has an answer.
        if let cursor = try store.nextLedgerCursor() {
          underWay.append(server.page(after: cursor, limit: limit))
        }
      case 6:
        if seed.isMultiple(of: 4) { shops[0] = try folder.open() }
      default:
        guard let index = underWay.indices.randomElement(using: &random) else { continue }
        let isTwice = Int.random(in: 0..<5, using: &random) == 0
        let page = isTwice ? underWay[index] : underWay.remove(at: index)
        try deliver(page, to: store)
        try expectPrefix(shops, server)
      }
    }
    try follow(shops, &server, largest, &random)
  }

  /// The newest page, then older ones to the end; the store must have it all.
  private func follow(
    _ shops: [LocalStore], _ server: inout SimulatedLedger, _ largest: Int,
    _ random: inout SeededGenerator
  ) throws {
    try deliver(server.page(after: nil, limit: largest), to: shops[0])
    var store = shops[1]
    var rounds = 0
    while let cursor = try store.nextLedgerCursor() {
      #expect(try !store.isLedgerComplete())
      let limit = Int.random(in: 1...largest, using: &random)
      try deliver(server.page(after: cursor, limit: limit), to: store)
      try expectPrefix(shops, server)
      #expect(try store.ledger(limit: 1).first == server.lines.first)
      store = shops[Int.random(in: 0...1, using: &random)]
      rounds += 1
      try #require(rounds <= server.lines.count)
    }
    for store in shops {
      #expect(try store.isLedgerComplete())
      #expect(try !store.hasLedgerGap())
      #expect(try store.ledger(limit: .max) == server.lines)
      #expect(try store.ledgerCount() == server.lines.count)
    }
  }

  private func deliver(_ page: SimulatedLedger.Page, to store: LocalStore) throws {
    let before = try store.ledgerCount()
    let count =
      if let asked = page.asked {
        try store.merge(
          older: page.lines, after: asked, nextCursor: page.next, hasMore: page.next != nil)
      } else {
        try store.merge(
          newest: page.lines, nextCursor: page.next, hasMore: page.next != nil,
          at: Samples.now)
      }
    #expect(try store.ledgerCount() == before + count)
  }

  private func expectPrefix(_ shops: [LocalStore], _ server: SimulatedLedger) throws {
    let shown = try shops[0].ledger(limit: .max)
    #expect(server.isPrefixOfAMoment(shown))
    #expect(try shops[1].ledger(limit: .max) == shown)
    #expect(try shops[1].home(latest: 4).latest == Array(shown.prefix(4)))
    if try shops[0].isLedgerComplete(), let last = server.lines.last {
      #expect(shown.isEmpty || shown.last == last)
    }
    var seen: [LedgerEntry] = []
    while true {
      let page = try shops[0].ledger(before: seen.last.map { LedgerPosition($0) }, limit: 5)
      if page.isEmpty { break }
      seen += page
      try #require(seen.count <= shown.count)
    }
    #expect(seen == shown)
  }
}
