import Contract
import HTTPTypes
import Loyalty
import SQLite
import Testing

@testable import Server

/// The calendar of a demo can be moved; that of people cannot.
struct DemoClockTests {
  private let newYear = Instant(milliseconds: 1_798_750_740_000)
  private let machine = Instant(milliseconds: 1_795_431_900_000)

  private func server(
    _ path: String, seed: Seed? = nil, clock: Instant? = nil, at machine: Instant? = nil
  ) throws -> LoyaltyServer {
    let machine = machine ?? self.machine
    return try LoyaltyServer(
      configuration: ServerConfiguration(database: path, seed: seed, clock: clock),
      sms: Bench.Telephone { _ in }, clock: { machine })
  }

  @Test func `a demo is filled by its calendar, which others on the database share`() async throws {
    let path = TemporaryFile.path("server.sqlite")
    let first = try server(path, seed: .coffee, clock: newYear)
    #expect(first.clock.now == newYear && first.clock.machine == machine)
    let joined = try first.store.member(.init("mem_anna"))?.joinedAt
    #expect(joined == newYear.adding(days: -730))
    // A till, or the same server after a restart an hour later.
    let second = try server(path, at: machine.adding(seconds: 3600))
    #expect(second.clock.now == newYear.adding(seconds: 3600))
    _ = try first.travel(milliseconds: 86_400_000)
    second.tellNews()
    #expect(second.clock.now == newYear.adding(seconds: 3600).adding(days: 1))
    // Told another moment, it shows that one.
    #expect(try server(path, seed: .coffee, clock: machine).clock.now == machine)
  }

  @Test func `what passes at once passes for the machine too, and for a till beside it`() throws {
    let path = TemporaryFile.path("server.sqlite")
    let first = try server(path, seed: .coffee, clock: newYear)
    #expect(try first.pass(milliseconds: 90_000) == newYear.adding(seconds: 90))
    #expect(first.clock.machine == machine.adding(seconds: 90))
    // Its own writing is news to it, and moves nothing for a second time.
    first.tellNews()
    #expect(first.clock.now == newYear.adding(seconds: 90))
    let till = try server(path)
    #expect(till.clock.now == newYear.adding(seconds: 90) && till.clock.machine == machine)
    _ = try first.travel(milliseconds: 86_400_000)
    till.tellNews()
    #expect(till.clock.now == first.clock.now)
    #expect(first.clock.now == newYear.adding(seconds: 90).adding(days: 1))
  }

  @Test func `a database that no demo has filled keeps the true calendar`() throws {
    let path = TemporaryFile.path("server.sqlite")
    #expect(throws: ClockRefused.self) { try server(path, clock: newYear) }
    _ = try server(path, seed: .coffee)
    // As one that a business has filled itself.
    let store = try ServerStore(path: path)
    try store.database.transaction { connection in
      _ = try connection.execute("DELETE FROM setting WHERE name = 'demo'")
    }
    #expect(throws: ClockRefused.self) { try server(path, clock: newYear) }
    #expect(throws: ClockRefused.self) { try server(path, seed: .coffee, clock: newYear) }
    let plain = try server(path)
    #expect(plain.clock.now == machine)
    #expect(throws: ClockRefused.self) { try plain.travel(milliseconds: 1000) }
    #expect(plain.clock.now == machine)
  }

  @Test func `travelling expires points on the spot, and ends no session`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let before = try await balance(bench, token)
    let soonest = try #require(before.expiring.first)
    let length = soonest.at.rawValue - bench.now.rawValue + 1000
    #expect(try bench.server.travel(milliseconds: length) > soonest.at)
    let entries = try bench.server.store.database.read { connection in
      try connection.first(
        "SELECT count(*) FROM entry WHERE kind = 'expire' AND created_at = ?",
        [.integer(soonest.at.rawValue)]
      ) { $0.int(0) }
    }
    #expect(entries == 1)
    let after = try await balance(bench, token)
    #expect(after.available == before.available - soonest.points)
    #expect(after.asOf.rawValue == bench.now.rawValue + length)
    // Codes and keys live as long as before, by the machine.
    let key = Bench.key()
    let challenge = try Wire.decode(
      CodeChallenge.self, from: await bench.requestCode("+79990009988", key: key).body)
    #expect(challenge.expiresAt > after.asOf)
    _ = try bench.server.travel(milliseconds: 30 * 86_400_000)
    let again = await bench.requestCode("+79990009988", key: key)
    #expect(try Wire.decode(CodeChallenge.self, from: again.body) == challenge)
    #expect(await bench.verify(challenge, try #require(bench.codes.last)).status == .ok)
  }

  @Test(arguments: [Int64.max, .min, -1, 80 * 366 * 86_400_000])
  func `nobody travels back, or past the end of the calendar`(milliseconds: Int64) throws {
    let bench = try Bench()
    let now = bench.server.clock.now
    #expect(throws: (any Error).self) { try bench.server.travel(milliseconds: milliseconds) }
    #expect(bench.server.clock.now == now)
  }

  private func balance(_ bench: Bench, _ token: String) async throws -> Balance {
    try Wire.decode(Balance.self, from: await bench.send(.balance, token: token).body)
  }
}
