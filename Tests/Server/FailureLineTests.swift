import Contract
import HTTPTypes
import Loyalty
import SQLite
import Testing

@testable import Server

/// Each answer for which the server is to blame leaves one line for the operator.
struct FailureLineTests {
  private static let damages: [(table: String, column: String)] = [
    ("program", "body"), ("promotion", "body"), ("tier", "body"), ("stamp_rule", "body"),
    ("store", "body"), ("promo_code", "body"), ("screen_revision", "content"),
    ("reward", "title"), ("reward", "description"), ("coupon", "title"), ("coupon", "value"),
    ("entry", "title"), ("lot", "title"), ("notification", "title"), ("notification", "action"),
  ]

  @Test(arguments: damages.indices)
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
