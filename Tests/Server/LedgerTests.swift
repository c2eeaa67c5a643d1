import Contract
import HTTPTypes
import Loyalty
import SQLite
import TestSupport
import Testing

@testable import Server

struct LedgerTests {
  private static let member = Member.ID("mem_new")
  private static let words = Ledger.Words(kind: .earn, title: [.english: "Coffee"], place: nil)
  private static let moscow = Zone(initialOffset: 3 * 3600)

  @Test(arguments: 0..<UInt64(Effort.count(6, long: 12)))
  func `whatever happens, the lines add up to the balance`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let store = try seeded()
    let ledger = Ledger(store, Self.moscow)
    var now = Instant(milliseconds: 1_800_000_000_000)
    var earned: [LedgerEntry.ID] = []
    for _ in 0..<120 {
      now = now.adding(seconds: Int64.random(in: 0...400_000, using: &random))
      try store.database.transaction { connection in
        let points = Points(Int64.random(in: 1...300, using: &random))
        let day = ledger.zone.local(now).day.daysSince1970
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1:
          let lot = try ledger.earn(
            Self.member, points, Self.words, at: now,
            lastDay: Day(daysSince1970: day + Int64.random(in: 0...40, using: &random)), connection)
          let entry = try connection.first(
            "SELECT entry FROM lot WHERE id = ?", [.integer(lot)]
          ) { $0.text(0) }
          earned.append(.init(entry ?? ""))
        case 2:
          try ledger.earn(
            Self.member, points, Self.words, at: now,
            activeFrom: now.adding(seconds: Int64.random(in: 1...600_000, using: &random)),
            lastDay: nil, connection)
        case 3, 4:
          let before = try ledger.available(Self.member, connection)
          let spent = try ledger.spend(Self.member, points, Self.words, at: now, connection)
          if spent != nil {
            #expect(try ledger.available(Self.member, connection) >= .zero)
          } else {
            let left = try ledger.available(Self.member, connection)
            #expect(before < points || left < points)
          }
        default:
          if let entry = earned.randomElement(using: &random) {
            try ledger.reverse(entry, Self.member, Self.words, at: now, connection)
          }
        }
      }
      try ledger.settle(Self.member, now: now)
      try expectSum(store, ledger)
    }
    // Long after, everything that can expire has expired.
    now = now.adding(days: 400)
    try ledger.settle(Self.member, now: now)
    try expectSum(store, ledger)
  }

  @Test func `a spend takes the points that expire first`() throws {
    let store = try seeded()
    let ledger = Ledger(store, Self.moscow)
    let now = Instant(milliseconds: 1_800_000_000_000)
    let today = ledger.zone.local(now).day.daysSince1970
    try store.database.transaction { connection in
      for (points, days) in [(50, 30), (20, 5), (70, 90)] as [(Int64, Int64)] {
        try ledger.earn(
          Self.member, Points(points), Self.words, at: now,
          lastDay: Day(daysSince1970: today + days), connection)
      }
      #expect(
        try ledger.spend(Self.member, Points(60), Self.words, at: now, connection) != nil)
    }
    let balance = try ledger.balance(of: Self.member, now: now)
    #expect(balance.available == Points(80))
    #expect(balance.expiring.map(\.points) == [Points(10), Points(70)])
    // By the day: the lot that came first is not the one that expires first.
    #expect(balance.expiring.map { $0.on.daysSince1970 } == [today + 30, today + 90])
  }

  @Test func `points can be spent until the last moment of their day in Moscow`() throws {
    let store = try seeded()
    let ledger = Ledger(store, Self.moscow)
    let day = try #require(Day("2027-03-10"))
    let end = ledger.end(of: day)
    #expect(end.rfc3339 == "2027-03-10T20:59:59.999Z")
    try store.database.transaction { connection in
      _ = try ledger.earn(
        Self.member, Points(10), Self.words, at: end.adding(days: -3), lastDay: day, connection)
    }
    try ledger.settle(Self.member, now: Instant(milliseconds: end.rawValue - 1))
    #expect(try ledger.balance(of: Self.member, now: end).available == Points(10))
    try ledger.settle(Self.member, now: end)
    #expect(try ledger.balance(of: Self.member, now: end).available == .zero)
    let line = try #require(try ledger.entries(of: Self.member, after: nil, limit: 1).first)
    #expect(line.kind == .expire)
    #expect(line.points == Points(-10))
    #expect(line.createdAt == end)
  }

  @Test func `more than there is cannot be spent`() throws {
    let store = try seeded()
    let ledger = Ledger(store, Self.moscow)
    let now = Instant(milliseconds: 1_800_000_000_000)
    try store.database.transaction { connection in
      try ledger.earn(Self.member, Points(10), Self.words, at: now, connection)
      for points in [11, 0, -5] as [Int64] {
        #expect(
          try ledger.spend(Self.member, Points(points), Self.words, at: now, connection) == nil)
      }
    }
    #expect(try ledger.balance(of: Self.member, now: now).available == Points(10))
  }

  @Test func `a return takes back what its sale gave, once`() throws {
    let store = try seeded()
    let ledger = Ledger(store, Self.moscow)
    let now = Instant(milliseconds: 1_800_000_000_000)
    try store.database.transaction { connection in
      let lot = try ledger.earn(Self.member, Points(40), Self.words, at: now, connection)
      let sale = try #require(
        try connection.first("SELECT entry FROM lot WHERE id = ?", [.integer(lot)]) {
          LedgerEntry.ID($0.text(0))
        })
      try ledger.spend(Self.member, Points(15), Self.words, at: now, connection)
      #expect(try ledger.reverse(sale, Self.member, Self.words, at: now, connection) != nil)
      #expect(try ledger.reverse(sale, Self.member, Self.words, at: now, connection) == nil)
      // What was spent already stays as a debt.
      #expect(try ledger.available(Self.member, connection) == Points(-15))
    }
    try expectSum(store, ledger)
  }

  @Test func `the seed looks like a life, and filling twice changes nothing`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let balance = try Wire.decode(
      Balance.self, from: await bench.send(.balance, token: token).body)
    #expect((100...3000).contains(balance.available.rawValue))
    #expect(balance.pending == Points(35))
    let first = try #require(balance.expiring.first)
    #expect(first.at.seconds(since: bench.now) < 30 * 86_400)
    let entries = try await all(bench, token, limit: 40)
    #expect(entries.count > 150)
    #expect(Set(entries.map(\.kind)).isSuperset(of: [.earn, .spend, .expire, .refund, .bonus]))
    #expect(entries.allSatisfy { $0.title.values.keys.sorted() == ["en", "ru"] })
    #expect(entries.reduce(.zero) { $0 + $1.points } == balance.available)
    let again = try Bench(sharing: bench)
    #expect(try await all(again, token, limit: 100) == entries)
  }

  @Test func `pages hold together while lines arrive`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let before = try await all(bench, token, limit: 100)
    let first = try await page(bench, token, PageQuery(limit: 30))
    // The points on the way arrive between two pages.
    bench.pass(seconds: 3 * 86_400)
    let fresh = try await bench.signIn().accessToken
    var seen = first.data
    var cursor = first.page.nextCursor
    while let next = cursor {
      let page = try await page(bench, fresh, PageQuery(limit: 30, cursor: next))
      seen += page.data
      cursor = page.page.nextCursor
    }
    #expect(seen == before)
  }

  @Test(arguments: ["x", "MS4w", "AAAA", "%00", "' OR 1=1"])
  func `a forged cursor is refused`(cursor: String) async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let response = await bench.send(.ledger(PageQuery(cursor: cursor)), token: token)
    #expect(response.problem?.code == .validationFailed)
  }

  private func page(
    _ bench: Bench, _ token: String, _ query: PageQuery
  ) async throws -> Page<LedgerEntry> {
    try Wire.decode(
      Page<LedgerEntry>.self, from: await bench.send(.ledger(query), token: token).body)
  }

  private func all(_ bench: Bench, _ token: String, limit: Int) async throws -> [LedgerEntry] {
    var entries: [LedgerEntry] = []
    var query = PageQuery(limit: limit)
    while true {
      let page = try await page(bench, token, query)
      entries += page.data
      guard let next = page.page.nextCursor else { return entries }
      query.cursor = next
    }
  }

  private func seeded() throws -> ServerStore {
    let store = try ServerStore(path: TemporaryFile.path("ledger.sqlite"))
    try store.fill(with: .coffee, now: Instant(milliseconds: 1_795_431_900_000))
    return store
  }

  private func expectSum(_ store: ServerStore, _ ledger: Ledger) throws {
    let (lines, lots, drawn) = try store.database.read { connection in
      (
        try connection.first("SELECT sum(points) FROM entry WHERE member = 'mem_new'") {
          $0.int(0)
        },
        try ledger.available(Self.member, connection).rawValue,
        try connection.first(
          """
          SELECT count(*) FROM lot WHERE granted > 0 AND entry IS NOT NULL AND remaining <>
            granted - (SELECT coalesce(sum(points), 0) FROM draw WHERE lot = lot.id)
          """
        ) { $0.int(0) }
      )
    }
    #expect(lines ?? 0 == lots)
    #expect(drawn == 0)
  }
}
