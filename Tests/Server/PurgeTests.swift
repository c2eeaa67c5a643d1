import Contract
import HTTPTypes
import Loyalty
import SQLite
import Testing

@testable import Server

struct PurgeTests {
  private func fill(_ bench: Bench, _ count: Int, at moment: Instant) throws {
    try bench.server.store.database.transaction { connection in
      for number in 0..<count {
        try connection.execute(
          """
          INSERT INTO idempotency (scope, key, request, created_at) VALUES ('/v1/x m', ?, '', ?)
          """, [.text("\(moment.rawValue) \(number)"), .integer(moment.rawValue + Int64(number))])
      }
    }
  }

  @Test func `what is outdated goes in batches, so that nobody waits for all of it`() throws {
    let bench = try Bench()
    let store = bench.server.store
    try fill(bench, 1200, at: bench.now.adding(days: -16))
    try fill(bench, 3, at: bench.now)
    var left: [Int64] = []
    for _ in 0..<2 {
      // Soon again, while there is more.
      #expect(try store.purgeSome(now: bench.now).rawValue - bench.now.rawValue <= 1000)
      left.append(try bench.rows()["idempotency"] ?? 0)
    }
    #expect(try store.purgeSome(now: bench.now).rawValue - bench.now.rawValue >= 60_000)
    left.append(try bench.rows()["idempotency"] ?? 0)
    #expect(left == [703, 203, 3])
  }

  @Test func `however many keys a member thinks up, the last five hundred answers are kept`()
    async throws
  {
    let bench = try Bench()
    let token = try await bench.logIn().accessToken
    let scope = "\(Route.claimReferral.template) mem_anna"
    try bench.server.store.database.transaction { connection in
      for number in 0..<600 {
        try connection.execute(
          "INSERT INTO idempotency (scope, key, request, created_at) VALUES (?, ?, '', ?)",
          [.text(scope), .text("\(number)"), .integer(bench.now.rawValue - 1000 + Int64(number))])
      }
    }
    for _ in 0..<3 {
      let body = Wire.encode(ReferralClaim(code: "NOBODY00"))
      let answer = await bench.send(.claimReferral, body: body, token: token, key: "mine")
      #expect(answer.problem?.code == .notFound)
      #expect(try bench.rows()["idempotency"] == 500)
    }
  }

  @Test func `rows of one moment go although they are more than a batch`() throws {
    let bench = try Bench()
    let moment = bench.now.adding(days: -2)
    try bench.server.store.database.transaction { connection in
      for number in 0..<700 {
        try connection.execute(
          "INSERT INTO code_send (id, phone, address, is_known, at) VALUES (?, 'p', 'a', 0, ?)",
          [.text("\(number)"), .integer(moment.rawValue)])
      }
    }
    _ = try bench.server.store.purgeSome(now: bench.now)
    #expect(try bench.rows()["code_send"] == 0)
  }

  @Test func `what codes have left goes within a day, and nothing that still counts`()
    async throws
  {
    let bench = try Bench()
    let (challenge, code) = try await bench.code(from: "192.0.2.1")
    _ = await bench.enter(Bench.wrong(code), challenge, from: "192.0.2.1")
    _ = await bench.enter(code, challenge, from: "192.0.2.1")
    bench.pass(seconds: 86_000)
    _ = try bench.server.store.purgeSome(now: bench.now)
    let kept = try bench.rows()
    #expect(kept["challenge"] == 1 && kept["code_send"] == 1 && kept["code_miss"] == 1)
    bench.pass(seconds: 401)
    _ = try bench.server.store.purgeSome(now: bench.now)
    let rest = try bench.rows()
    #expect(rest["challenge"] == 0 && rest["code_send"] == 0 && rest["code_miss"] == 0)
    #expect(rest["known_address"] == 1 && rest["session"] == 1)
  }

  @Test func `a session that nobody has used for a year ends, one that is refreshed stays`()
    async throws
  {
    let bench = try Bench()
    let (idle, used) = (try await bench.logIn(), try await bench.logIn())
    bench.pass(seconds: 200 * 86_400)
    let fresh = try Wire.decode(SessionTokens.self, from: await bench.refresh(used).body)
    bench.pass(seconds: 200 * 86_400)
    _ = try bench.server.store.purgeSome(now: bench.now)
    #expect(await bench.refresh(idle).status == .unauthorized)
    #expect(await bench.refresh(fresh).status == .ok)
  }
}
