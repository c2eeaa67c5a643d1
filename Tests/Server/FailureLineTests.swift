import Contract
import HTTPTypes
import Loyalty
import TestSupport
import Testing

@testable import SQLite
@testable import Server

/// What goes wrong by the server's own fault leaves a line for the operator, and a flood of it a few.
struct FailureLineTests {
  private static let damages: [(table: String, column: String)] = [
    ("program", "body"), ("promotion", "body"), ("tier", "body"), ("stamp_rule", "body"),
    ("store", "body"), ("promo_code", "body"), ("screen_revision", "content"),
    ("reward", "title"), ("reward", "description"), ("coupon", "title"), ("coupon", "value"),
    ("entry", "title"), ("lot", "title"), ("notification", "title"), ("notification", "action"),
  ]

  @Test(arguments: Effort.sample(Array(damages.indices), every: 2, from: 0))
  func `whatever is stored wrongly, each 5xx says in one line what and where`(index: Int)
    async throws
  {
    let (table, column) = Self.damages[index]
    let bench = try Bench()
    let tokens = [
      try await bench.signIn().accessToken, try await bench.signIn(Bench.vera).accessToken,
      try await bench.signIn("+79260000001").accessToken,
    ]
    try bench.server.store.database.write(locking: []) { connection in
      _ = try connection.execute("UPDATE \(table) SET \(column) = '{\"Anna\":'")
    }
    var failures = 0
    var told: [Route] = []
    // Those that end the session would spare all others the work.
    let ends: [Route] = [.endSession, .deleteMember, .endOtherSessions]
    for route in Route.all where !ends.contains(route) {
      for token in tokens {
        let before = bench.lines.count
        let origin = "client-\(before)"
        let response = await bench.send(
          route, body: body(route), token: token, key: Bench.key(),
          fields: [.originRequestID: origin])
        guard response.status.code >= 500 else {
          #expect(bench.lines.count == before, "\(route)")
          continue
        }
        failures += 1
        // Told once, whoever meets it.
        if told.contains(route), bench.lines.count == before { continue }
        told.append(route)
        #expect(bench.lines.count == before + 1, "\(route)")
        let line = try #require(bench.lines.last)
        let id = try #require(response.fields[.requestID])
        #expect(
          line.hasPrefix(
            "request \(id) (the client's \(origin)) \(route.method.rawValue) \(route.template): "
              + "500 internal_error: "), "\(line)")
        #expect(line.contains("not_json"), "\(line)")
        #expect(line.contains(" \(table)") || column == "body", "\(line)")
        for secret in ["Anna", "mem_", "+7", "\n", token] { #expect(!line.contains(secret)) }
      }
    }
    #expect(failures > 0)
  }

  @Test func `what a member of something stored is called is not told`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    try bench.server.store.database.write(locking: []) { connection in
      _ = try connection.execute("UPDATE entry SET title = '{\"Anna +79161234567\":1}'")
    }
    #expect(await bench.send(.balance, token: token).status == .ok)
    #expect(await bench.send(.explanation, token: token).status.code == 500)
    let line = try #require(bench.lines.last)
    #expect(line.contains("500 internal_error: wrong_type at \"/…\" after: SELECT"), "\(line)")
  }

  @Test func `a statement that is refused is told without its values`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    try bench.server.store.database.write(locking: []) { connection in
      try connection.script("ALTER TABLE card RENAME TO gone")
    }
    let response = await bench.send(.cards, token: token)
    #expect(response.problem?.code == .internalError)
    let line = try #require(bench.lines.last)
    #expect(line.contains("no such table: card"))
    #expect(line.contains("SELECT id, symbology, value, number FROM card WHERE member = ?"))
    #expect(!line.contains("mem_anna"))
  }

  @Test func `a database without a program says so for each request`() async throws {
    let bench = try Bench()
    try bench.server.store.database.write(locking: []) { connection in
      try connection.script("DELETE FROM program")
    }
    #expect(await bench.send(.bootstrap).status.code == 500)
    #expect(bench.lines.count == 1)
    #expect(bench.lines.last?.contains("the database holds no program") == true)
  }

  @Test func `a server that has finished with its database still says why`() async throws {
    let bench = try Bench()
    bench.server.close()
    #expect(await bench.send(.bootstrap).status.code == 500)
    #expect(await bench.requestCode().status.code == 500)
    #expect(bench.lines.count == 2)
    #expect(bench.lines.allSatisfy { $0.contains("the database is closed") })
  }

  @Test func `a damaged row that is asked for in a loop is one line and then a number a minute`()
    async throws
  {
    let bench = try Bench()
    try bench.server.store.database.write(locking: []) { connection in
      _ = try connection.execute("UPDATE store SET body = '{'")
    }
    func ask(_ count: Int) async {
      for _ in 0..<count { #expect(await bench.send(.shops).status.code == 500) }
    }
    await ask(50)
    #expect(bench.lines.count == 1)
    let first = try #require(bench.lines.first)
    #expect(first.hasPrefix("request req_"))
    // Another one is not silenced.
    try bench.server.store.database.write(locking: []) { connection in
      _ = try connection.execute("UPDATE screen_revision SET content = '{'")
    }
    #expect(await bench.send(.screens).status.code == 500)
    #expect(bench.lines.count == 2 && bench.lines.last?.contains(" GET /v1/screens: 500 ") == true)
    bench.pass(seconds: 15)
    bench.server.beat()
    #expect(bench.lines.count == 2)
    bench.pass(seconds: 46)
    await ask(3)
    #expect(bench.lines.count == 3 && bench.lines.last?.hasSuffix("; 49 more before it") == true)
    // When nobody asks any more, the number comes by itself, and only once.
    bench.pass(seconds: 61)
    for _ in 0..<2 { bench.server.beat() }
    #expect(bench.lines.count == 4)
    #expect(bench.lines.last?.hasPrefix("2 more: GET /v1/stores: 500 internal_error: ") == true)
    await ask(1)
    bench.server.close()
    #expect(bench.lines.count == 5)
    #expect(bench.lines.last?.hasPrefix("1 more: GET /v1/stores: 500 ") == true)
  }

  @Test func `a full disk is a line for each route and cause, not for each request`() async throws {
    let bench = try Bench()
    bench.server.store.database.observe { sql throws(DatabaseError) in
      guard sql == "BEGIN IMMEDIATE" else { return }
      // `SQLITE_FULL`
      throw DatabaseError(code: 13, message: "database or disk is full")
    }
    for _ in 0..<20 {
      #expect(await bench.requestCode().problem?.code == .storageUnavailable)
      #expect(await bench.send(.deleteMember, token: "x").status.code != 200)
    }
    let said = bench.lines.filter { $0.contains(" POST /v1/auth/otp: 507 storage_unavailable: ") }
    #expect(said.count == 1 && said[0].contains("make room on its disk"))
    #expect(Set(bench.lines).count == bench.lines.count && bench.lines.count <= 2)
    // What the server does by itself, too.
    for _ in 0..<5 { bench.server.tell("purging", DatabaseError(code: 13, message: "full")) }
    #expect(bench.lines.filter { $0.hasPrefix("purging failed: ") }.count == 1)
  }

  @Test func `kinds without end are a line a minute, and those that are known are told as before`()
  {
    let lines = FailureLines()
    let start = Instant(milliseconds: 0)
    let known = FailureKind(words: "known")
    #expect(lines.say("first", known, at: start) == "first")
    let said = (0..<1000).compactMap {
      lines.say("line \($0)", FailureKind(words: "kind \($0)"), at: start)
    }
    #expect(said.count == FailureLines.mostKinds)
    #expect(lines.say("second", known, at: start) == nil)
    #expect(lines.rest(at: start).isEmpty)
    let later = start.adding(seconds: 61)
    let other = 1000 - FailureLines.mostKinds
    #expect(lines.rest(at: later) == ["1 more: known", "\(other) more: failures of other kinds"])
    #expect(lines.say("new", FailureKind(words: "new"), at: later) == "new")
    // A clock that was set back silences nothing.
    #expect(lines.say("third", known, at: start.adding(seconds: -1)) == "third")
  }

  /// Bodies that get past the reading, so that the work is begun.
  private func body(_ route: Route) -> [UInt8] {
    switch route {
    case .redemption: Wire.encode(Redemption(expectedCost: Points(150)))
    case .promoCode: Wire.encode(PromoCodeEntry(code: "COFFEE"))
    case .requestCode: Wire.encode(CodeRequest(phone: Bench.anna))
    case .purchases:
      Wire.encode(
        TillPurchase(
          card: "x", amount: Money(amount: 40_000, currency: "RUB"), categories: ["coffee"]))
    default: Array("{}".utf8)
    }
  }
}
