import Contract
import HTTPTypes
import Loyalty
import SQLite
import Testing

@testable import Server

struct RewardTests {
  private static let member = Member.ID("mem_new")

  /// A member with so many points, signed in.
  private func signedIn(points: Int64) async throws -> (bench: Bench, token: String) {
    let bench = try Bench()
    let token = try await bench.signIn("+79990000001").accessToken
    let ledger = Ledger(bench.server.store, Zone(initialOffset: 3 * 3600))
    try bench.server.store.database.transaction { connection in
      _ = try ledger.earn(
        Self.member, Points(points), Ledger.Words(kind: .bonus, title: [.english: "b"], place: nil),
        at: bench.now, connection)
    }
    return (bench, token)
  }

  private func redeem(
    _ bench: Bench, _ token: String, _ name: String, cost: Int64, key: String = Bench.key()
  ) async -> Response {
    await bench.send(
      .redemption(.init("rew_" + name)),
      body: Wire.encode(Redemption(expectedCost: Points(cost))), token: token, key: key)
  }

  private func rewards(_ bench: Bench, _ token: String) async throws -> [Reward] {
    try Wire.decode(Page<Reward>.self, from: await bench.send(.rewards, token: token).body).data
  }

  private func coupons(_ bench: Bench, _ token: String) async throws -> [Coupon] {
    try Wire.decode(Page<Coupon>.self, from: await bench.send(.coupons, token: token).body).data
  }

  private func balance(_ bench: Bench, _ token: String) async throws -> Points {
    try Wire.decode(Balance.self, from: await bench.send(.balance, token: token).body).available
  }

  private func change(_ bench: Bench, _ sql: String) throws {
    try bench.server.store.database.transaction { _ = try $0.execute(sql) }
  }

  @Test func `the list says what is in the way, and hides what is not offered`() async throws {
    let (bench, token) = try await signedIn(points: 200)
    let rewards = try await rewards(bench, token)
    #expect(rewards.count == 23)
    #expect(!rewards.contains { ["rew_summer", "rew_easter"].contains($0.id.rawValue) })
    func codes(_ name: String) -> [String]? {
      rewards.first { $0.id.rawValue == "rew_" + name }?.blockers.map(\.code.rawValue)
    }
    #expect(codes("cappuccino") == [])
    #expect(codes("grinder") == ["insufficient_points"])
    #expect(codes("pumpkin") == ["out_of_stock"])
    #expect(codes("advent") == ["out_of_stock", "insufficient_points"])
    #expect(codes("roastery") == ["not_eligible"])
    #expect(await redeem(bench, token, "welcome", cost: 20).status == .created)
    let after = try await self.rewards(bench, token)
    #expect(
      after.first { $0.id.rawValue == "rew_welcome" }?.blockers.map(\.code) == [.limitReached])
  }

  @Test(arguments: [
    ("grinder", 4800, "insufficient_points"), ("pumpkin", 160, "out_of_stock"),
    ("roastery", 180, "not_eligible"), ("summer", 140, "reward_inactive"),
    ("cappuccino", 149, "price_changed"), ("cappuccino", 151, "price_changed"),
    ("nothing", 1, "not_found"),
  ])
  func `a refusal names its reason and spends nothing`(
    name: String, cost: Int64, code: String
  ) async throws {
    let (bench, token) = try await signedIn(points: 1000)
    let answer = await redeem(bench, token, name, cost: cost)
    #expect(answer.problem?.code.rawValue == code)
    #expect(try await balance(bench, token) == Points(1000))
    #expect(try await coupons(bench, token).isEmpty)
  }

  @Test func `fifty posts of one key make one coupon`() async throws {
    let (bench, token) = try await signedIn(points: 5000)
    let key = Bench.key()
    let answers = await withTaskGroup(of: Response.self) { group in
      for _ in 0..<50 {
        group.addTask { await redeem(bench, token, "cappuccino", cost: 150, key: key) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.allSatisfy { $0.status == .created })
    #expect(Set(answers.map(\.body)).count == 1)
    #expect(try await coupons(bench, token).count == 1)
    #expect(try await balance(bench, token) == Points(4850))
  }

  @Test func `an attempt whose answer was never recorded still makes one coupon`() async throws {
    let (bench, token) = try await signedIn(points: 500)
    let key = Bench.key()
    let first = await redeem(bench, token, "cappuccino", cost: 150, key: key)
    try change(bench, "DELETE FROM idempotency")
    let again = await redeem(bench, token, "cappuccino", cost: 150, key: key)
    #expect(again.status == .created)
    #expect(again.body == first.body)
    #expect(try await balance(bench, token) == Points(350))
  }

  @Test func `one key does not take two rewards`() async throws {
    let (bench, token) = try await signedIn(points: 500)
    let key = Bench.key()
    try change(bench, "UPDATE reward SET cost = 100 WHERE id IN ('rew_filter', 'rew_espresso')")
    #expect(await redeem(bench, token, "filter", cost: 100, key: key).status == .created)
    let other = await redeem(bench, token, "espresso", cost: 100, key: key)
    #expect(other.problem?.code == .idempotencyMismatch)
  }

  @Test(arguments: [(5000, 3, 3), (470, 40, 3), (0, 40, 0)])
  func `fifty keys neither oversell the stock nor overdraw the points`(
    points: Int64, stock: Int, sold: Int
  ) async throws {
    let (bench, token) = try await signedIn(points: max(1, points))
    try change(
      bench, "UPDATE reward SET stock = \(stock), member_limit = NULL WHERE id = 'rew_cappuccino'")
    let answers = await withTaskGroup(of: Response.self) { group in
      for _ in 0..<50 {
        group.addTask { await redeem(bench, token, "cappuccino", cost: 150) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.count { $0.status == .created } == sold)
    #expect(try await coupons(bench, token).count == sold)
    #expect(try await balance(bench, token) == Points(max(1, points) - 150 * Int64(sold)))
    let left = try await rewards(bench, token).first { $0.id.rawValue == "rew_cappuccino" }
    #expect(left?.stockLeft == stock - sold)
  }

  @Test func `a coupon is active until the end of its last day`() async throws {
    let (bench, token) = try await signedIn(points: 500)
    #expect(await redeem(bench, token, "beans300", cost: 300).status == .created)
    let coupon = try #require(try await coupons(bench, token).first)
    #expect(coupon.state == .active)
    #expect(coupon.value == Money(amount: 30_000, currency: "RUB"))
    let shelf = RewardShelf(bench.server.store, Zone(initialOffset: 3 * 3600), .english)
    let last = try shelf.coupons(of: Self.member, now: coupon.expiresAt)
    #expect(last.first?.state == .active)
    let after = try shelf.coupons(of: Self.member, now: coupon.expiresAt.adding(seconds: 1))
    #expect(after.first?.state == .expired)
  }

  @Test func `the seed's member has a used and an expired coupon`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let coupons = try await coupons(bench, token)
    #expect(coupons.map(\.state) == [.used, .expired])
    #expect(Set(coupons.map(\.id)).count == 2)
  }
}
