import Contract
import HTTPTypes
import Loyalty
import SQLite
import Testing

@testable import Server

struct EventTests {
  /// Reads a stream as a client does.
  private struct Listener {
    var stream: EventStream
    var reader = EventReader()
    let opening: [ServerEvent]

    init(_ bench: Bench, token: String?, after id: String? = nil) async throws {
      var request = Route.events.request()
      request.fields.bearerToken = token
      request.fields[.lastEventID] = id
      let answer = await bench.server.answer(to: request)
      #expect(answer.response.status == .ok)
      #expect(answer.response.fields[.contentType] == "text/event-stream")
      stream = try #require(answer.stream)
      opening = reader.read(answer.response.body)
    }

    /// All that came until the stream ended.
    mutating func rest() async -> [ServerEvent] {
      stream.end()
      var events: [ServerEvent] = []
      for await chunk in stream.chunks { events += reader.read(chunk) }
      return events
    }
  }

  private func resources(_ events: [ServerEvent]) throws -> Set<String> {
    Set(
      try events.map {
        try Wire.decode(ChangeHint.self, from: Array($0.data.utf8)).subject.rawValue
      })
  }

  private func sell(_ bench: Bench, on server: LoyaltyServer? = nil) throws {
    let card = try #require(try bench.server.store.cards(of: .init("mem_anna")).first)
    _ = try (server ?? bench.server).sell(
      TillPurchase(
        card: card.value, amount: Money(amount: 40_000, currency: "RUB"), categories: ["coffee"]),
      key: Bench.key())
  }

  @Test func `a purchase is told to its member and to nobody else`() async throws {
    let bench = try Bench()
    var anna = try await Listener(bench, token: try await bench.signIn().accessToken)
    var other = try await Listener(bench, token: try await bench.signIn("+79031112233").accessToken)
    var guest = try await Listener(bench, token: nil)
    #expect(anna.opening.isEmpty)
    try sell(bench)
    bench.server.tellNews()
    bench.server.tellNews()
    let told = await anna.rest()
    #expect(try resources(told).isSuperset(of: ["ledger", "balance"]))
    #expect(told.compactMap(\.id) == told.compactMap(\.id).sorted { Int64($0)! < Int64($1)! })
    #expect(Set(told.map(\.id)).count == told.count)
    #expect(await other.rest().isEmpty)
    #expect(await guest.rest().isEmpty)
  }

  @Test func `what another instance writes is told as well, what concerns all to all`()
    async throws
  {
    let bench = try Bench()
    let beside = try Bench(seed: nil, sharing: bench)
    var anna = try await Listener(bench, token: try await bench.signIn().accessToken)
    var guest = try await Listener(bench, token: nil)
    try sell(bench, on: beside.server)
    try beside.server.store.database.transaction { connection in
      _ = try connection.execute("UPDATE store SET position = position + 1")
    }
    bench.server.tellNews()
    #expect(try resources(await anna.rest()).isSuperset(of: ["ledger", "stores"]))
    #expect(try resources(await guest.rest()) == ["stores"])
  }

  @Test func `who comes back is told what was missed, and nothing twice`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let changes = try Changes(await bench.send(.changes(since: nil), token: token).body)
    let start = try #require(changes.lastEventID)
    #expect(try await Listener(bench, token: token, after: start).opening.isEmpty)
    try sell(bench)
    var second = try await Listener(bench, token: token, after: start)
    #expect(try resources(second.opening).contains("ledger"))
    let place = second.reader.lastID
    #expect(await second.rest().isEmpty)
    #expect(try await Listener(bench, token: token, after: place).opening.isEmpty)
    // The same on an instance that was never asked before.
    let beside = try Bench(seed: nil, sharing: bench)
    let third = try await Listener(beside, token: token, after: start)
    #expect(third.opening == second.opening)
  }

  @Test(arguments: ["-1", "0", "99999999", "abc", "", "9999999999999999999999"])
  func `a place that nobody remembers means that all may have changed`(id: String) async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    try sell(bench)
    let listener = try await Listener(bench, token: token, after: id)
    #expect(try resources(listener.opening) == ["changes"])
  }

  @Test func `who has missed very much is told in one hint`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let start = String(try bench.server.store.lastEvent())
    try bench.server.store.database.transaction { connection in
      for _ in 0..<200 {
        try connection.execute("INSERT INTO event (member, resource) VALUES ('mem_anna', 'x')")
      }
    }
    let listener = try await Listener(bench, token: token, after: start)
    #expect(try resources(listener.opening) == ["changes"])
  }

  @Test func `the table of events stays small`() throws {
    let bench = try Bench()
    let store = bench.server.store
    try store.database.transaction { connection in
      for _ in 0..<25_000 { try connection.execute("INSERT INTO event (resource) VALUES ('x')") }
    }
    let count = try store.database.read { connection in
      try connection.first("SELECT count(*) FROM event") { $0.int(0) } ?? 0
    }
    #expect((10_000...11_000).contains(count))
  }

  @Test func `a stream ends with its session, a heartbeat keeps the others`() async throws {
    let bench = try Bench()
    let first = try await bench.signIn()
    let second = try await bench.signIn()
    var gone = try await Listener(bench, token: first.accessToken)
    var kept = try await Listener(bench, token: second.accessToken)
    #expect(await bench.send(.endSession, token: first.accessToken).status == .noContent)
    bench.server.beat()
    for await chunk in gone.stream.chunks { #expect(chunk != ServerEvent.heartbeat) }
    var chunks = kept.stream.chunks.makeAsyncIterator()
    #expect(await chunks.next() == ServerEvent.heartbeat)
    // An access token lasts 15 minutes; then the client has to come back with a new one.
    bench.pass(seconds: 901)
    bench.server.beat()
    #expect(await chunks.next() == nil)
    _ = await gone.rest()
    _ = await kept.rest()
  }

  @Test func `a mark stands behind all that is new`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let listener = try await Listener(bench, token: token)
    try sell(bench)
    bench.server.mark(7)
    var reader = EventReader()
    var chunks = listener.stream.chunks.makeAsyncIterator()
    var events: [ServerEvent] = []
    while reader.mark == nil, let chunk = await chunks.next() { events += reader.read(chunk) }
    #expect(reader.mark == 7 && !events.isEmpty)
    bench.server.mark(8)
    while reader.mark == 7, let chunk = await chunks.next() { events += reader.read(chunk) }
    #expect(reader.mark == 8)
  }

  @Test func `streams of one member are bounded, the oldest ends`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    var listeners: [Listener] = []
    for _ in 0...StreamLimits.ofMember {
      listeners.append(try await Listener(bench, token: token))
    }
    for await chunk in listeners[0].stream.chunks { Issue.record("told \(chunk)") }
    try sell(bench)
    bench.server.tellNews()
    for index in 1..<listeners.count { #expect(await !listeners[index].rest().isEmpty) }
  }

  @Test func `a full server says so`() async throws {
    let bench = try Bench(streams: StreamLimits(total: 20, guests: 10))
    var listeners: [Listener] = []
    for _ in 0..<10 { listeners.append(try await Listener(bench, token: nil)) }
    let refused = await bench.send(.events)
    #expect(refused.status == .serviceUnavailable)
    #expect(refused.problem?.code == .busy)
    #expect(refused.fields[.retryAfter] == "30")
    #expect(listeners.count == 10)
  }

  @Test func `whoever reads too slowly has to come back`() async throws {
    let bench = try Bench()
    let listener = try await Listener(bench, token: nil)
    for _ in 0..<1000 { bench.server.beat() }
    var count = 0
    for await _ in listener.stream.chunks { count += 1 }
    #expect(count < 1000)
  }
}
