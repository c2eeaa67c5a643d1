import Contract
import HTTPTypes
import Loyalty
import SQLite
import Synchronization
import Testing

@testable import Server

/// Nobody is told what nobody can see, and nothing is looked for when nobody listens.
struct EventCostTests {
  private func redeem(_ bench: Bench, _ reward: String) async throws {
    let token = try await bench.signIn().accessToken
    let cost = try bench.server.store.database.read { connection in
      try connection.first("SELECT cost FROM reward WHERE id = ?", [.text(reward)]) {
        Points($0.int(0))
      }
    }
    let redeemed = await bench.send(
      .redemption(.init(reward)), body: Wire.encode(Redemption(expectedCost: try #require(cost))),
      token: token, key: Bench.key())
    #expect(redeemed.status == .created)
  }

  private func told(_ bench: Bench, after id: Int64) throws -> [StoredEvent] {
    try EventLog(bench.server.store.database).news(after: id).events
  }

  private func change(_ bench: Bench, _ statement: String) throws -> [StoredEvent] {
    let start = try bench.server.store.lastEvent()
    try bench.server.store.database.transaction { connection in
      _ = try connection.execute(statement)
    }
    return try told(bench, after: start)
  }

  @Test func `a redemption without a stock tells its member alone`() async throws {
    let bench = try Bench()
    let id = try bench.server.store.database.read { connection in
      try connection.first(
        "SELECT id FROM reward WHERE stock IS NULL AND is_active ORDER BY cost LIMIT 1"
      ) { $0.text(0) }
    }
    _ = try await bench.signIn()
    let start = try bench.server.store.lastEvent()
    try await redeem(bench, try #require(id))
    let events = try told(bench, after: start)
    #expect(Set(events.map(\.hint.subject.rawValue)).isSuperset(of: ["ledger", "coupons"]))
    #expect(events.allSatisfy { $0.member == .init("mem_anna") })
  }

  @Test func `all are told when a stock is used up and when it comes back, not between`() throws {
    let bench = try Bench()
    let id = "(SELECT min(id) FROM reward)"
    _ = try change(bench, "UPDATE reward SET is_active = 1 WHERE id = \(id)")
    func set(_ stock: String) throws -> [String] {
      try change(bench, "UPDATE reward SET stock = \(stock) WHERE id = \(id)")
        .filter { $0.member == nil }.map(\.hint.subject.rawValue)
    }
    _ = try set("2")
    #expect(try set("stock - 1") == [])
    #expect(try set("stock - 1") == ["rewards"])
    #expect(try set("0") == [])
    #expect(try set("5") == ["rewards"])
    #expect(try set("NULL") == ["rewards"])
    #expect(try set("stock - 1") == [])
    #expect(try change(bench, "UPDATE reward SET cost = cost + 1 WHERE id = \(id)").count == 1)
    #expect(try change(bench, "UPDATE reward SET is_active = 0 WHERE id = \(id)").count == 1)
    #expect(try change(bench, "UPDATE reward SET cost = cost + 1 WHERE id = \(id)").isEmpty)
  }

  @Test(arguments: [
    "program SET body = body", "store SET position = position", "promotion SET body = body",
    "reward SET title = title", "member SET name = name", "profile SET city = city",
    "card SET value = value", "coupon SET used_at = used_at", "notification SET read_at = read_at",
    "preference SET is_enabled = is_enabled", "enrollment SET left_at = left_at",
    "stamp_card SET completed_at = completed_at", "referral SET points = points",
    "screen SET version = version", "session SET last_used_at = last_used_at + 1",
    "promo_code SET uses_left = uses_left - 1",
  ])
  func `an update that changes nothing to be seen tells nobody`(update: String) throws {
    let bench = try Bench()
    #expect(try change(bench, "UPDATE \(update)").isEmpty)
  }

  @Test(arguments: [
    "program SET body = body || ' '", "store SET body = body || ' '",
    "promotion SET position = position + 1", "reward SET title = title || ' '",
    "member SET name = name || 'a'", "card SET number = number || '1'",
    "notification SET read_at = coalesce(read_at, 0) + 1", "screen SET version = version + 1",
    "enrollment SET left_at = 1", "referral SET points = 0, purchased_at = 2",
  ])
  func `an update that can be seen is told`(update: String) throws {
    let bench = try Bench()
    #expect(try !change(bench, "UPDATE \(update)").isEmpty)
  }

  @Test func `listeners of others make a purchase no dearer`() async throws {
    let bench = try Bench(streams: StreamLimits(total: 1000, guests: 1000))
    let card = try #require(try bench.server.store.cards(of: .init("mem_anna")).first)
    func cost() throws -> Int {
      let work = bench.server.lookout.work
      let start = work.statements
      _ = try bench.server.sell(
        TillPurchase(
          card: card.value, amount: Money(amount: 40_000, currency: "RUB"), categories: ["tea"]),
        key: Bench.key())
      bench.server.tellNews()
      return work.statements - start
    }
    func listen() throws -> EventStream {
      try #require(try bench.server.hub.openStream(for: nil, from: nil, after: nil))
    }
    _ = try cost()
    let one = try listen()
    let withOne = try cost()
    let others = try (0..<300).map { _ in try listen() }
    #expect(try cost() == withOne)
    for stream in others + [one] {
      stream.end()
      for await chunk in stream.chunks { Issue.record("told \(chunk)") }
    }
  }

  @Test func `nobody listens, so no event is looked for and the server sleeps`() async throws {
    let bench = try Bench()
    let server = bench.server
    server.tellNews()
    let start = server.lookout.work.statements
    for _ in 0..<10 { server.tellNews() }
    // The small call that tells whether anybody has written.
    #expect(server.lookout.work.statements - start == 10)
    #expect(server.pause == LoyaltyServer.longestPause)
    let calls = Mutex(0)
    server.onWake { calls.withLock { $0 += 1 } }
    let stream = try #require(try server.hub.openStream(for: nil, from: nil, after: nil))
    let second = try #require(try server.hub.openStream(for: nil, from: nil, after: nil))
    #expect(calls.withLock(\.self) == 1)
    #expect(server.pause == LoyaltyServer.listeningPause)
    stream.end()
    second.end()
    #expect(server.pause == LoyaltyServer.longestPause)
  }

  @Test func `what is planned wakes the server in time, and is published with nobody there`()
    throws
  {
    let bench = try Bench()
    let server = bench.server
    server.tellNews()
    let calls = Mutex(0)
    server.onWake { calls.withLock { $0 += 1 } }
    let moment = bench.now.adding(seconds: 10)
    try server.store.database.transaction { connection in
      _ = try connection.execute(
        """
        UPDATE screen SET published = NULL, published_slug = NULL, scheduled = revision,
          publish_at = ? WHERE id = (SELECT min(id) FROM screen WHERE published IS NOT NULL)
        """, [.integer(moment.rawValue)])
    }
    server.tellNews()
    #expect(calls.withLock(\.self) == 1)
    #expect(server.pause == 10_000)
    let before = try server.store.published().screens.count
    bench.pass(seconds: 10)
    #expect(server.pause == LoyaltyServer.listeningPause)
    server.tellNews()
    #expect(try server.store.published().screens.count == before + 1)
    #expect(server.pause == LoyaltyServer.longestPause)
  }

  @Test func `another instance's write is noticed by one small call`() throws {
    let bench = try Bench()
    let beside = try Bench(seed: nil, sharing: bench)
    bench.server.tellNews()
    #expect(try !bench.server.lookout.hasNews())
    for store in [beside.server.store, bench.server.store] {
      try store.database.transaction { connection in
        _ = try connection.execute("UPDATE store SET position = position + 1")
      }
      #expect(try bench.server.lookout.hasNews())
      #expect(try !bench.server.lookout.hasNews())
    }
  }
}
