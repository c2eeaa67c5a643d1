import Contract
import HTTPTypes
import Loyalty
import SQLite
import Testing

@testable import Server

struct ErasureTests {
  /// All rows of all tables, as text.
  private func everything(_ bench: Bench) throws -> [String: [String]] {
    try bench.server.store.database.read { connection in
      let tables = try connection.query(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
      ) { $0.text(0) }
      return try tables.reduce(into: [:]) { all, table in
        let columns = try connection.query(
          "SELECT name FROM pragma_table_info(?)", [.text(table)]
        ) { $0.text(0) }
        let text = columns.map { "coalesce(CAST(\"\($0)\" AS TEXT), '')" }
        all[table] = try connection.query(
          "SELECT \(text.joined(separator: " || '|' || ")) FROM \"\(table)\""
        ) { $0.text(0) }
      }
    }
  }

  private func live(_ bench: Bench, _ token: String) async {
    let patch = ProfilePatch([.email: "anna@mail.example", .city: "Тверь"])
    _ = await bench.send(
      .changeProfile, body: Wire.encode(patch), token: token, key: Bench.key())
    _ = await bench.send(
      .setConsents,
      body: Wire.encode(
        ConsentChanges(changes: [
          .init(id: .init("marketing"), isGiven: true, version: "2026-01")
        ])), token: token, key: Bench.key())
    _ = await bench.send(
      .setPreferences,
      body: Wire.encode(
        PreferenceChanges(changes: [.init(category: .offers, channel: .sms, isEnabled: true)])),
      token: token, key: Bench.key())
    for code in ["COFFEE100", "nothing"] {
      _ = await bench.send(
        .promoCode, body: Wire.encode(PromoCodeEntry(code: code)), token: token,
        key: Bench.key())
    }
    _ = await bench.send(
      .redemption(.init("rew_oat")), body: Wire.encode(Redemption(expectedCost: Points(40))),
      token: token, key: Bench.key())
  }

  @Test func `nothing of a deleted member is left in any table`() async throws {
    let bench = try Bench()
    let tokens = try await bench.signIn()
    let other = try await bench.signIn()
    _ = await bench.refresh(other)
    await live(bench, tokens.accessToken)
    let before = try everything(bench)
    let cards = before["card"]?.filter { $0.contains("mem_anna") } ?? []
    let secrets = ["mem_anna", Bench.anna, "Соколова", "anna@mail.example", "ANNA2F7K"]
    for secret in secrets {
      #expect(before.values.contains { $0.contains { $0.contains(secret) } }, "\(secret)")
    }
    #expect(await bench.send(.deleteMember, token: tokens.accessToken).status == .noContent)
    let after = try everything(bench)
    for (table, rows) in after {
      for secret in secrets {
        #expect(!rows.contains { $0.contains(secret) }, "\(secret) is left in \(table)")
      }
    }
    #expect(cards.count == 1 && after["card"]?.contains(cards[0]) == false)
    // Whatever belongs to others is as it was.
    let others: (String) -> Bool = { !$0.contains("mem_anna") && !$0.contains(Bench.anna) }
    for table in ["card", "entry", "lot", "notification", "coupon", "promotion", "reward"] {
      #expect(after[table] == before[table]?.filter(others), "\(table)")
    }
    let broken = try bench.server.store.database.read { connection in
      try connection.query("PRAGMA foreign_key_check") { $0.text(0) }
    }
    #expect(broken.isEmpty)
  }

  @Test func `all sessions end, and a repetition is told so`() async throws {
    let bench = try Bench()
    let mine = try await bench.signIn()
    let other = try await bench.signIn()
    #expect(await bench.send(.deleteMember, token: mine.accessToken).status == .noContent)
    #expect(await bench.send(.deleteMember, token: mine.accessToken).status == .unauthorized)
    #expect(await bench.refresh(mine).status == .unauthorized)
    #expect(await bench.refresh(other).status == .unauthorized)
  }

  @Test func `the phone joins anew, as a stranger`() async throws {
    let bench = try Bench()
    _ = await bench.send(.deleteMember, token: try await bench.signIn().accessToken)
    let token = try await bench.signIn().accessToken
    let member = try Wire.decode(Member.self, from: await bench.send(.member, token: token).body)
    #expect(member.id != .init("mem_anna") && member.firstName == nil)
    let balance = try Wire.decode(
      Balance.self, from: await bench.send(.balance, token: token).body)
    #expect(balance.available == .zero && balance.pending == .zero)
    let ledger = try Wire.decode(
      Page<LedgerEntry>.self, from: await bench.send(.ledger(PageQuery()), token: token).body)
    #expect(ledger.data.isEmpty)
  }

  @Test func `a friend who leaves keeps their place in another's count, without a name`()
    async throws
  {
    let bench = try Bench()
    let anna = try await bench.signIn().accessToken
    let before = try Wire.decode(Referral.self, from: await bench.send(.referral, token: anna).body)
    let friend = try await bench.signIn("+79990000100").accessToken
    #expect(await bench.send(.deleteMember, token: friend).status == .noContent)
    let after = try Wire.decode(Referral.self, from: await bench.send(.referral, token: anna).body)
    #expect(after.earned == before.earned && after.friends.count == before.friends.count)
    #expect(before.friends.contains { $0.name == "Ольга П." })
    #expect(!after.friends.contains { $0.name == "Ольга П." })
    // Whose word it was goes too, when that one leaves.
    #expect(await bench.send(.deleteMember, token: anna).status == .noContent)
  }
}
