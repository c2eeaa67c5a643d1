import Contract
import HTTPTypes
import Loyalty
import SQLite
import Testing

@testable import Server

struct ReferralTests {
  private static let anna = Member.ID("mem_anna")
  /// Of nobody yet: who logs in with it is a newcomer.
  private static let newPhone = "+79990009977"

  private func claim(_ bench: Bench, _ token: String, _ code: String) async -> Response {
    await bench.send(
      .claimReferral, body: Wire.encode(ReferralClaim(code: code)), token: token,
      key: Bench.key())
  }

  private func referral(_ bench: Bench, _ token: String) async throws -> Referral {
    try Wire.decode(Referral.self, from: await bench.send(.referral, token: token).body)
  }

  private func rules(_ bench: Bench) -> Referrals {
    Referrals(bench.server.store, Zone(initialOffset: 3 * 3600))
  }

  @Test func `one's own code is refused, and makes nobody a friend`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn(Self.newPhone).accessToken
    let own = try await referral(bench, token)
    #expect(await claim(bench, token, own.code).problem?.code == .notEligible)
    #expect(try await referral(bench, token) == own)
    #expect(own.friends.isEmpty && own.earned == .zero)
  }

  @Test(arguments: ["NOBODY00", "----", "ANNA2F7", "' OR 1=1 --", "😀"])
  func `a code of nobody is refused`(code: String) async throws {
    let bench = try Bench()
    let token = try await bench.signIn(Self.newPhone).accessToken
    #expect(await claim(bench, token, code).problem?.code == .notFound)
  }

  @Test(arguments: ["", String(repeating: "A", count: 41)])
  func `what is no code is told from a code of nobody`(code: String) async throws {
    let bench = try Bench()
    let token = try await bench.signIn(Self.newPhone).accessToken
    #expect(await claim(bench, token, code).status.code == 422)
  }

  @Test func `a second code is refused, and the first one counts`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn(Self.newPhone).accessToken
    #expect(await claim(bench, token, " anna 2f7k ").status == .noContent)
    for code in ["ANNA-2F7K", "BRSL83QM"] {
      #expect(await claim(bench, token, code).problem?.code == .limitReached)
    }
    #expect(try rules(bench).referral(of: Self.anna).friends.count == 4)
    #expect(try rules(bench).referral(of: .init("mem_boris")).friends.isEmpty)
  }

  @Test func `each friend brings one bonus, however often the first purchase comes`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn(Self.newPhone).accessToken
    #expect(await claim(bench, token, "ANNA2F7K").status == .noContent)
    let friend = try Wire.decode(Member.self, from: await bench.send(.member, token: token).body).id
    let before = try rules(bench).referral(of: Self.anna)
    let balance = try rules(bench).ledger.balance(of: Self.anna, now: bench.now).available
    let rewarded = try (0..<5).map { _ in
      try bench.server.store.database.transaction {
        try rules(bench).firstPurchase(of: friend, at: bench.now, $0)
      }
    }
    #expect(rewarded == [Self.anna, nil, nil, nil, nil])
    let after = try rules(bench).referral(of: Self.anna)
    #expect(after.earned == before.earned + Points(Referrals.bonus))
    #expect(after.friends.first?.stage == .rewarded)
    let now = try rules(bench).ledger.balance(of: Self.anna, now: bench.now).available
    #expect(now == balance + Points(Referrals.bonus))
  }

  @Test func `the purchase of somebody whom nobody sent brings nothing`() throws {
    let bench = try Bench()
    let rewarded = try bench.server.store.database.transaction {
      try rules(bench).firstPurchase(of: .init("mem_boris"), at: bench.now, $0)
    }
    #expect(rewarded == nil)
  }

  @Test(arguments: [
    ("Ольга Панова", "Ольга П."), ("Anna Maria Rossi", "Anna R."), ("Тимур", "Т•••"),
    ("+7 ••• 45-67", "+7 ••• 45-67"), ("", ""),
  ])
  func `most of a name is hidden`(name: String, shown: String) {
    #expect(Referrals.masked(name) == shown)
  }
}
