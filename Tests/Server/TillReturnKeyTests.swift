import Contract
import HTTPTypes
import Loyalty
import SQLite
import TestSupport
import Testing

@testable import Server

/// Who may take back what, and what a repetition gets.
struct TillReturnKeyTests {
  private struct Desk {
    let shop: ReturnShop
    let admin: String
    let member: String

    init() async throws {
      shop = try ReturnShop()
      admin = try await shop.bench.signIn("+79260000001").accessToken
      member = try await shop.bench.signIn(ReturnShop.phone).accessToken
    }

    func post(
      _ wanted: TillReturn, key: String = Bench.key(), token: String? = nil
    ) async -> Response {
      await shop.bench.send(
        .returns, body: Wire.encode(wanted), token: token ?? admin, key: key,
        fields: [.acceptLanguage: "en"])
    }
  }

  private func roubles(_ amount: Int64, _ currency: String = "RUB") -> Money {
    Money(amount: amount * 100, currency: currency)
  }

  @Test func `over HTTP a sale goes by its name, or by the key of the same administrator`()
    async throws
  {
    let desk = try await Desk()
    let purchase = TillPurchase(card: desk.shop.card, amount: roubles(400), categories: ["coffee"])
    let sold = await desk.shop.bench.send(
      .purchases, body: Wire.encode(purchase), token: desk.admin, key: "breakfast")
    let sale = try Wire.decode(TillReceipt.self, from: sold.body).sale
    let byName = await desk.post(TillReturn(sale: sale, amount: roubles(100)))
    #expect(byName.status == .created)
    let byKey = await desk.post(TillReturn(sale: "breakfast"))
    let receipt = try Wire.decode(TillReturnReceipt.self, from: byKey.body)
    #expect(receipt.sale == sale && receipt.points == Points(15) && receipt.left.amount == 0)
    let balance = try Wire.decode(
      Balance.self, from: await desk.shop.bench.send(.balance, token: desk.member).body)
    #expect(balance.available == .zero)
  }

  @Test func `a debt is a balance below zero on the wire, and no reward can be had`() async throws {
    let desk = try await Desk()
    let sale = try desk.shop.sell(200_000)
    let redeem = { (reward: String, cost: Int64) in
      await desk.shop.bench.send(
        .redemption(.init(reward)), body: Wire.encode(Redemption(expectedCost: Points(cost))),
        token: desk.member, key: Bench.key())
    }
    #expect(await redeem("rew_syrup", 30).status == .created)
    #expect(await desk.post(TillReturn(sale: sale.sale)).status == .created)
    let balance = try Wire.decode(
      Balance.self, from: await desk.shop.bench.send(.balance, token: desk.member).body)
    #expect(balance.available == Points(-30) && balance.owed == Points(30))
    #expect(await redeem("rew_syrup", 30).problem?.code == .insufficientPoints)
    let explained = try Wire.decode(
      BalanceExplanation.self,
      from: await desk.shop.bench.send(.explanation, token: desk.member).body)
    #expect(explained.addsUp && explained.balance == Points(-30))
  }

  @Test func `the same key gets the same answer in any order, and another return none`() throws {
    let shop = try ReturnShop()
    let sale = try shop.sell(39_900, key: "sale")
    let other = try shop.sell(39_900)
    let answers = try ["a", "b"].map { try shop.takeBack(sale.sale, 10_000, key: $0) }
    // Without a name of the receipt the key of the sale will do, at this till.
    #expect(try shop.takeBack("sale", 10_000, key: "b") == answers[1])
    #expect(try shop.takeBack(sale.sale, 10_000, key: "a") == answers[0])
    let before = try shop.available()
    for (sale, amount, categories) in [
      (sale.sale, 9_999, nil), (sale.sale, nil, nil), (other.sale, 10_000, nil),
      (sale.sale, 10_000, ["coffee"]),
    ] as [(String, Int64?, [String]?)] {
      let problem = #expect(throws: Problem.self) {
        try shop.takeBack(sale, amount, categories, key: "a")
      }
      #expect(problem?.code == .idempotencyMismatch)
    }
    #expect(try shop.available() == before)
    // The sale is known by its key as before, and says what has become of it.
    let again = try shop.bench.server.sell(
      TillPurchase(
        card: shop.card, amount: Money(amount: 39_900, currency: "RUB"), categories: ["coffee"]),
      key: "sale")
    #expect(again.receipt == sale && again.returned?.amount == 20_000)
    let slip = try shop.bench.server.slip(of: again)
    #expect(slip.last == "Of it 200.00 RUB has been taken back since.")
  }

  @Test func `the answer outlives the record of answers`() async throws {
    let desk = try await Desk()
    let sale = try desk.shop.sell(40_000)
    let wanted = TillReturn(sale: sale.sale, amount: roubles(100))
    let first = await desk.post(wanted, key: "back")
    try desk.shop.store.database.write(locking: []) { connection in
      _ = try connection.execute("DELETE FROM idempotency")
    }
    #expect(await desk.post(wanted, key: "back").body == first.body)
    #expect(try desk.shop.available() == 15)
  }

  @Test func `more than is left, nothing, other money and other goods are refused`() async throws {
    let desk = try await Desk()
    let sale = try desk.shop.sell(40_000).sale
    _ = await desk.post(TillReturn(sale: sale, amount: roubles(100)))
    for (wanted, pointer) in [
      (TillReturn(sale: sale, amount: Money(amount: 30_001, currency: "RUB")), "/amount"),
      (TillReturn(sale: sale, amount: roubles(0)), "/amount"),
      (TillReturn(sale: sale, amount: roubles(-1)), "/amount"),
      (TillReturn(sale: sale, amount: Money(amount: .max, currency: "RUB")), "/amount"),
      (TillReturn(sale: sale, amount: roubles(1, "USD")), "/amount"),
      (TillReturn(sale: sale, amount: roubles(1), categories: ["beans"]), "/categories"),
    ] {
      let problem = await desk.post(wanted).problem
      #expect(problem?.code == .validationFailed && problem?.errors.first?.pointer == pointer)
    }
    #expect(try desk.shop.available() == 15)
    #expect(await desk.post(TillReturn(sale: sale)).status == .created)
    #expect(await desk.post(TillReturn(sale: sale)).problem?.errors.first?.pointer == "/sale")
    for name in ["", "pur_", "nobody's", "' OR 1=1 --", "\u{0}"] {
      #expect(await desk.post(TillReturn(sale: name)).problem?.code == .notFound)
    }
  }

  @Test func `a card has to be that of the sale's member, as it was when it was shown`()
    async throws
  {
    let desk = try await Desk()
    let bench = desk.shop.bench
    let sale = try desk.shop.sell(40_000).sale
    let stranger = try #require(try bench.server.store.cards(of: .init("mem_boris")).first)
    let refused = await desk.post(TillReturn(sale: sale, card: stranger.value))
    #expect(refused.problem?.errors.first?.pointer == "/card")
    let unknown = await desk.post(TillReturn(sale: sale, card: "nobody's"))
    #expect(unknown.problem?.errors.first?.pointer == "/card")
    let own = try #require(try bench.server.store.cards(of: ReturnShop.member).first)
    let code = try bench.server.store.rotatingCodes().code(for: own.id, now: bench.now).value
    let wanted = TillReturn(sale: sale, card: code)
    let receipt = try bench.server.takeBack(wanted, key: "back").receipt
    bench.pass(seconds: 600)
    #expect(try bench.server.takeBack(wanted, key: "back").receipt == receipt)
  }

  @Test func `only an administrator takes back`() async throws {
    let desk = try await Desk()
    let sale = try desk.shop.sell(40_000).sale
    #expect(await desk.post(TillReturn(sale: sale), token: desk.member).status == .forbidden)
    let guest = await desk.shop.bench.send(
      .returns, body: Wire.encode(TillReturn(sale: sale)), key: Bench.key())
    #expect(guest.status == .unauthorized)
    let keyless = await desk.shop.bench.send(
      .returns, body: Wire.encode(TillReturn(sale: sale)), token: desk.admin)
    #expect(keyless.problem?.code == .idempotencyRequired)
    #expect(try desk.shop.available() == 20)
  }

  @Test func `the keys of a member who was deleted are good for nothing else`() async throws {
    let desk = try await Desk()
    let shop = desk.shop
    let sale = try shop.sell(40_000, key: "sale")
    try shop.takeBack(sale.sale, 10_000, key: "back")
    #expect(await shop.bench.send(.deleteMember, token: desk.member).status == .noContent)
    let refused = await desk.post(TillReturn(sale: sale.sale))
    #expect(refused.problem?.code == .notFound)
    #expect(refused.problem?.detail?.contains("deleted") == true)
    let other = try #require(try shop.store.cards(of: .init("mem_boris")).first).value
    let before = try shop.rows("SELECT count(*) FROM purchase")
    for card in [shop.card, other] {
      let problem = #expect(throws: Problem.self) {
        try shop.bench.server.sell(
          TillPurchase(
            card: card, amount: Money(amount: 40_000, currency: "RUB"), categories: ["coffee"]),
          key: "sale")
      }
      #expect(problem?.code == .idempotencyMismatch && problem?.detail?.contains("deleted") == true)
    }
    #expect(try shop.rows("SELECT count(*) FROM purchase") == before)
  }

  @Test(arguments: [
    (["coffee", "food"], true), (["food", "coffee"], true), (["food", "coffee", "food"], true),
    ([" food  coffee "], true), (["coffee"], false), (["coffee", "food", "tea"], false),
    (["coffeefood"], false), ([], false),
  ])
  func `a sale is the same in whatever order its goods are named`(
    categories: [String], isSame: Bool
  ) throws {
    let shop = try ReturnShop()
    let sale = try shop.sell(40_000, ["coffee", "food"], key: "sale")
    if isSame {
      #expect(try shop.sell(40_000, categories, key: "sale") == sale)
    } else {
      let problem = #expect(throws: Problem.self) {
        try shop.sell(40_000, categories, key: "sale")
      }
      #expect(problem?.code == .idempotencyMismatch)
    }
    #expect(try shop.available() == 20)
  }

  @Test func `a name of several goods counts for each of them at once`() throws {
    let shop = try ReturnShop(stamps: [ReturnShop.stampRule(.food, slots: 5)])
    try shop.sell(40_000, ["coffee food"])
    #expect(try shop.stamps().map(\.filled) == [1])
  }
}
