import Contract
import HTTPTypes
import LocalStore
import Loyalty
import Synchronization
import Testing
import Transport

@testable import Sync

struct OlderPagesTests {
  @Test func `older pages lead to the end while lines arrive`() async throws {
    let bench = try await Bench.synced()
    #expect(try await bench.engine.loadOlder(language: .english))
    // The points on the way arrive; the newest page has them, or they are not asked for yet.
    bench.clock.pass(seconds: 3 * 86_400)
    #expect(try await bench.engine.loadOlder(language: .english))
    let before = try bench.contents().ledger
    try await bench.engine.pull(language: .english)
    #expect(try bench.contents().ledger.count > before.count)
    while try await bench.engine.loadOlder(language: .english) {}
    #expect(try bench.store.isLedgerComplete())

    let ledger = try bench.contents().ledger
    #expect(ledger.count > 150)
    #expect(Set(ledger.map(\.id)).count == ledger.count)
    let sum = ledger.reduce(Points.zero) { $0 + $1.points }
    #expect(sum == (try bench.contents().home.balance?.available))

    _ = bench.line.take()
    #expect(try await !bench.engine.loadOlder(language: .english))
    #expect(bench.line.take().isEmpty)
  }

  @Test func `before the first pull the newest page is the next older one`() async throws {
    let bench = try Bench()
    try await bench.signIn()
    _ = bench.line.take()
    #expect(try await bench.engine.loadOlder(language: .english))
    #expect(bench.line.take().summary == ["GET /v1/me/ledger 200"])
    #expect(try bench.contents().ledger.count == PageQuery().limit)
  }

  @Test func `more new lines than a page are filled in from above`() async throws {
    let bench = try Bench()
    try await bench.signIn()
    let ledger = LongLedger(count: 120)
    bench.answer(.ledger) { ledger.answer($0) }
    try await bench.engine.pull(language: .english)
    _ = try await bench.engine.loadOlder(language: .english)
    #expect(try bench.contents().ledger == ledger.newest(100))

    ledger.grow(to: 250)
    try await bench.engine.pull(language: .english)
    // What lies below a hole is not shown as if nothing were between.
    #expect(try bench.contents().ledger == ledger.newest(50))
    var pages = 0
    while try await bench.engine.loadOlder(language: .english) { pages += 1 }
    #expect(pages <= 4)
    #expect(try bench.contents().ledger == ledger.newest(250))
  }

  @Test func `twenty who ask for older pages at once tear no hole`() async throws {
    let bench = try Bench()
    try await bench.signIn()
    let ledger = LongLedger(count: 400)
    bench.answer(.ledger) { ledger.answer($0) }
    try await bench.engine.pull(language: .english)
    try await withThrowingTaskGroup { group in
      for _ in 0..<20 {
        group.addTask { while try await bench.engine.loadOlder(language: .english) {} }
      }
      try await group.waitForAll()
    }
    #expect(try bench.contents().ledger == ledger.newest(400))
  }

  @Test(arguments: [
    PageInfo(nextCursor: nil, hasMore: true),
    PageInfo(nextCursor: "", hasMore: true),
    PageInfo(nextCursor: String(repeating: "a", count: 513), hasMore: true),
    PageInfo(nextCursor: "same", hasMore: true),
  ])
  func `a page that leads nowhere is refused`(info: PageInfo) async throws {
    let bench = try Bench()
    try await bench.signIn()
    let ledger = LongLedger(count: 60)
    bench.answer(.ledger) { request in
      let isFirst = !request.target.contains("cursor=")
      let next = isFirst ? PageInfo(nextCursor: "same", hasMore: true) : info
      return .json(Page(data: ledger.newest(50), page: next))
    }
    try await bench.engine.pull(language: .english)
    let before = try bench.contents()
    let failure = await failure { _ = try await bench.engine.loadOlder(language: .english) }
    #expect(failure?.isGarbled == true)
    #expect(try bench.contents() == before)
  }

  @Test func `an empty page that promises more is refused`() async throws {
    let bench = try Bench()
    try await bench.signIn()
    bench.answer(.ledger) { _ in
      .json(Page<LedgerEntry>(data: [], page: PageInfo(nextCursor: "a", hasMore: true)))
    }
    let failure = await failure { try await bench.engine.pull(language: .english) }
    #expect(failure?.isGarbled == true)
    #expect(try !bench.store.isLedgerComplete())
  }
}

/// A ledger of any length behind `GET /v1/me/ledger`.
final class LongLedger: Sendable {
  private let count: Mutex<Int>

  init(count: Int) {
    self.count = Mutex(count)
  }

  func grow(to count: Int) {
    self.count.withLock { $0 = count }
  }

  /// Three lines at a time have the same moment.
  func newest(_ limit: Int) -> [LedgerEntry] {
    let all = count.withLock(\.self)
    return (0..<all).reversed().prefix(limit).map { number in
      LedgerEntry(
        id: .init("led_\(100_000 + number)"), kind: .earn, points: Points(Int64(number)),
        title: [.english: "Line \(number)"], place: nil,
        createdAt: Instant(milliseconds: 1_700_000_000_000 + Int64(number / 3) * 1000))
    }
  }

  func answer(_ request: Request) -> Response? {
    guard case .ledger(let query)? = try? Route(request) else {
      return nil
    }
    let all = newest(.max)
    let start = query.cursor.flatMap { id in all.firstIndex { $0.id.rawValue == id } }
    let rest = all[(start.map { $0 + 1 } ?? 0)...]
    let page = Array(rest.prefix(query.limit))
    let hasMore = rest.count > page.count
    return .json(
      Page(
        data: page,
        page: PageInfo(nextCursor: hasMore ? page.last?.id.rawValue : nil, hasMore: hasMore)))
  }
}
