import Contract
import HTTPTypes
import Loyalty
import SQLite
import Testing

@testable import Server

struct ExportTests {
  private func export(_ bench: Bench, _ token: String) async throws -> MemberExport {
    let answer = await bench.send(.export, token: token)
    #expect(answer.fields[.cacheControl] == "no-store")
    return try Wire.decode(MemberExport.self, from: answer.body)
  }

  @Test func `the export holds each line, and adds up to the balance`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let export = try await export(bench, token)
    let count = { (table: String) in
      try bench.server.store.database.read { connection in
        try connection.first("SELECT count(*) FROM \(table) WHERE member = 'mem_anna'") {
          Int($0.int(0))
        } ?? 0
      }
    }
    #expect(try export.ledger.count == count("entry") && export.ledger.count > 150)
    #expect(try export.lots.count == count("lot"))
    #expect(try export.cards.count == count("card"))
    #expect(try export.coupons.count == count("coupon"))
    #expect(try export.notifications.count == count("notification"))
    #expect(try export.purchases.count == count("purchase"))
    #expect(try export.segments.count == count("segment"))
    #expect(
      export.ledger.reduce(0) { $0 + $1.points.rawValue } == export.balance.available.rawValue)
    #expect(
      export.lots.reduce(0) { $0 + $1.remaining.rawValue } >= export.balance.available.rawValue)
    #expect(export.member.phone == Bench.anna && export.referral.code == "ANNA-2F7K")
    #expect(export.consents.count == 3 && export.consentHistory.map(\.id) == [.init("terms")])
    #expect(export.sessions.map(\.isCurrent) == [true])
    #expect(!export.promotions.isEmpty && !export.stamps.isEmpty)
  }

  @Test func `a newcomer's export is nearly empty and nobody else's`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn("+79990009988").accessToken
    let answer = await bench.send(.export, token: token)
    let export = try Wire.decode(MemberExport.self, from: answer.body)
    #expect(export.ledger.isEmpty && export.coupons.isEmpty && export.purchases.isEmpty)
    #expect(!String(decoding: answer.body, as: UTF8.self).contains(Bench.anna))
  }

  @Test func `each table that knows members is exported, deleted, or known to need neither`()
    throws
  {
    let bench = try Bench()
    let tables = try bench.server.store.database.read { connection in
      try connection.query(
        """
        SELECT DISTINCT schema.name FROM sqlite_schema AS schema, pragma_foreign_key_list(schema.name) AS key
        WHERE schema.type = 'table' AND key."table" = 'member' ORDER BY schema.name
        """
      ) { $0.text(0) }
    }
    // NB: a table that is added here belongs into `MemberExporter` and `MemberErasure` first.
    #expect(
      tables == [
        "award", "card", "consent", "coupon", "enrollment", "entry", "leaving",
        "ledger_day", "ledger_fault", "ledger_total", "lot", "member_past", "notification", "owed",
        "preference", "profile", "promo_code_miss", "promo_code_use", "purchase", "referral",
        "referral_code", "sale_return", "segment", "session", "stamp_card", "wish",
      ])
  }
}
