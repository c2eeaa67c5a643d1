import Contract
import HTTPTypes
import Loyalty
import SQLite
import Testing

@testable import Server

struct PromotionTests {
  private static let anna = Member.ID("mem_anna")

  private func buy(
    _ bench: Bench, _ id: String, _ category: Purchase.Category = .coffee
  ) throws -> PurchaseGifts {
    let ledger = Ledger(bench.server.store, Zone(initialOffset: 3 * 3600))
    let purchase = Purchase(
      id: .init(id), lot: nil, categories: [category],
      amount: Money(amount: 29_000, currency: "RUB"), at: bench.now)
    return try bench.server.store.database.transaction {
      try ledger.applyPromotions(Self.anna, purchase, $0)
    }
  }

  private func enter(_ bench: Bench, _ token: String, _ code: String) async -> Response {
    await bench.send(
      .promoCode, body: Wire.encode(PromoCodeEntry(code: code)), token: token, key: Bench.key())
  }

  @Test func `the tenth stamp gives one coupon, and the next card begins`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    for number in 0..<2 { #expect(try buy(bench, "a\(number)").coupons.isEmpty) }
    #expect(try buy(bench, "a2").coupons.count == 1)
    #expect(try buy(bench, "a2") == PurchaseGifts())
    let body = await bench.send(.stamps, token: token).body
    let card = try #require(try Wire.decode(Page<StampCard>.self, from: body).data.first)
    #expect(card.filled == 0 && card.completedCount == 2)
  }

  @Test func `a promotion gives its bonus once`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let id = Promotion.ID("prm_beans")
    let answer = await bench.send(.enrollment(id), token: token, key: Bench.key())
    #expect(answer.status == .created)
    #expect(try !buy(bench, "b1", .beans).promotions.contains(id))
    #expect(try buy(bench, "b2", .beans).promotions.contains(id))
    #expect(try !buy(bench, "b3", .beans).promotions.contains(id))
  }

  @Test(arguments: [
    ("prm_students", "not_eligible"), ("prm_none", "not_found"),
    ("prm_last_places", "limit_reached"),
    ("prm_autumn", "not_eligible"),
  ])
  func `who cannot join hears why`(id: String, code: String) async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let answer = await bench.send(.enrollment(.init(id)), token: token, key: Bench.key())
    #expect(answer.problem?.code.rawValue == code)
  }

  @Test(arguments: [
    ("", "validation_failed"), (" \u{202E}\u{0}\n", "validation_failed"), ("x", "not_found"),
    (String(repeating: "я", count: 7_000), "not_found"), ("first50", "limit_reached"),
    ("SUMMER", "not_eligible"), ("welcome", "not_eligible"),
  ])
  func `a code that gives nothing says why`(typed: String, code: String) async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    #expect(await enter(bench, token, typed).problem?.code.rawValue == code)
  }

  @Test func `a code works once, and ten wrong ones are enough`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    #expect(await enter(bench, token, "\u{200F} coffee100\u{7}").status == .created)
    #expect(await enter(bench, token, "COFFEE100").problem?.code == .limitReached)
    for _ in 0..<10 { #expect(await enter(bench, token, "no").problem?.code == .notFound) }
    #expect(await enter(bench, token, "круассан").problem?.code == .rateLimited)
    // Seen from there they were typed by a clock that was ahead: nobody has to wait for that.
    bench.pass(seconds: -400 * 86_400)
    #expect(await enter(bench, token, "no").problem?.code == .notFound)
    bench.pass(seconds: 400 * 86_400 + 3601)
    let again = try await bench.signIn().accessToken
    #expect(await enter(bench, again, "круассан").status == .created)
  }
}
