import Loyalty
import Synchronization
import TestSupport
import Testing

@testable import LocalStore

struct ManyAtOnceTests {
  @Test(arguments: 0..<20)
  func `whoever opens a damaged store at the same time, it is rebuilt once`(round: Int) throws {
    let folder = try TemporaryFolder()
    try folder.onceOpen { try Samples.fill($0, lines: 100) }
    let garbage = [UInt8](repeating: UInt8(round), count: 10_000)
    try overwrite(folder.file, with: garbage)
    let gathered = Gathered<LocalStore.Opened>()
    try onThreads(8) { _ in gathered.add(try LocalStore.open(folder: folder.store)) }
    let all = gathered.all
    #expect(all.count == 8)
    let notices = all.compactMap(\.notice)
    #expect(notices.count == 1)
    #expect(try folder.names().filter { $0.contains("corrupt") } == notices.map(\.asideName))
    let name = try #require(notices.first?.asideName)
    #expect(try contents(of: "\(folder.store)/\(name)") == garbage)
    // They all mean the same file.
    for (number, one) in all.enumerated() {
      try one.store.save(member(number), at: Samples.now)
      for other in all { #expect(try other.store.home(latest: 0).member == member(number)) }
    }
  }

  @Test(arguments: 0..<20)
  func `whoever makes the store at the same time, it is made once`(round: Int) throws {
    let folder = try TemporaryFolder()
    try onThreads(8) { number in
      let store = try folder.open()
      try store.save(member(number), at: Samples.now)
      try check(store.home(latest: 0).member != nil)
    }
    #expect(try folder.open().home(latest: 0).member != nil)
  }

  @Test func `twenty threads on two shops see only whole pictures`() throws {
    let folder = try TemporaryFolder()
    let shops = [try folder.open(), try folder.open()]
    try save(0, in: shops[0])
    try onThreads(20) { number in
      let store = shops[number % 2]
      for round in 0..<15 {
        if number < 8 {
          try save(number * 100 + round, in: store)
          try store.merge(
            newest: Samples.ledger(number + 1), nextCursor: nil, hasMore: false,
            at: Samples.now)
        } else {
          let home = try store.home(latest: 100)
          guard let balance = home.balance else { return try check(false) }
          // Its parts were written together.
          try check(balance.expiring.map(\.points) == [balance.available, balance.pending])
          try check(home.balanceFetchedAt == balance.asOf)
          let count = home.latest.count
          try check(home.latest == (count == 0 ? [] : Samples.ledger(count)))
          try check(store.ledgerCount() >= count)
        }
      }
    }
    for store in shops {
      #expect(try store.ledger(limit: .max) == Samples.ledger(8))
      #expect(try store.isLedgerComplete())
    }
  }

  private func save(_ number: Int, in store: LocalStore) throws {
    let (points, now) = (Points(Int64(number)), Samples.now.adding(seconds: Int64(number)))
    let day = Day(daysSince1970: 20_000)
    try store.save(
      Balance(
        available: points, pending: points, reserved: .zero,
        expiring: [
          Expiry(points: points, at: now, on: day), Expiry(points: points, at: now, on: day),
        ], asOf: now), at: now)
  }

  private func member(_ number: Int) -> Member {
    var member = Samples.member
    member.name = "Анна \(number)"
    return member
  }
}

private final class Gathered<Element: Sendable>: Sendable {
  private let elements = Mutex<[Element]>([])

  var all: [Element] { elements.withLock(\.self) }

  func add(_ element: Element) { elements.withLock { $0.append(element) } }
}
