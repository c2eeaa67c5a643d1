import Contract
import HTTPTypes
import Loyalty
import Testing

@testable import Server

struct TillTests {
  private static let admin = "+79260000001"

  private struct Shop {
    let bench: Bench
    let admin: String
    let member: String
    let card: String

    init() async throws {
      bench = try Bench()
      admin = try await bench.signIn(TillTests.admin).accessToken
      member = try await bench.signIn().accessToken
      let cards = try Wire.decode(
        Page<Card>.self, from: await bench.send(.cards, token: member).body)
      card = try #require(cards.data.first).value
    }

    func sell(
      _ roubles: Int64, card: String? = nil, currency: String = "RUB", key: String? = nil,
      token: String? = nil
    ) async -> Response {
      let purchase = TillPurchase(
        card: card ?? self.card, amount: Money(amount: roubles * 100, currency: currency),
        categories: ["coffee"])
      return await bench.send(
        .purchases, body: Wire.encode(purchase), token: token ?? admin, key: key ?? Bench.key())
    }

    func available() async throws -> Points {
      try Wire.decode(Balance.self, from: await bench.send(.balance, token: member).body).available
    }
  }

  @Test func `a purchase gives its points at once, and once for each key`() async throws {
    let shop = try await Shop()
    let before = try await shop.available()
    let key = Bench.key()
    let first = await shop.sell(400, key: key)
    #expect(first.status == .created)
    let receipt = try Wire.decode(TillReceipt.self, from: first.body)
    #expect(receipt.points == Points(20))
    #expect(receipt.available >= before + Points(20))
    #expect(await shop.sell(400, key: key).body == first.body)
    #expect(try await shop.available() == receipt.available)
  }

  @Test func `the stamp card fills up and gives its coupon`() async throws {
    let shop = try await Shop()
    var coupons = 0
    for _ in 0..<10 {
      let receipt = try Wire.decode(TillReceipt.self, from: await shop.sell(300).body)
      coupons += receipt.coupons.count
    }
    #expect(coupons >= 1)
  }

  @Test func `a one-time code is as good as the card`() async throws {
    let shop = try await Shop()
    let cards = try Wire.decode(
      Page<Card>.self, from: await shop.bench.send(.cards, token: shop.member).body)
    let id = try #require(cards.data.first).id
    let code = try Wire.decode(
      CardCode.self, from: await shop.bench.send(.cardCode(id), token: shop.member).body)
    #expect(await shop.sell(200, card: code.value).status == .created)
  }

  @Test func `who is no administrator sells nothing, and a bad sale is refused`() async throws {
    let shop = try await Shop()
    let before = try await shop.available()
    #expect(await shop.sell(400, token: shop.member).status == .forbidden)
    #expect(await shop.sell(400, card: "nobody's").status == .notFound)
    #expect(await shop.sell(0).status == .unprocessableContent)
    #expect(await shop.sell(-400).status == .unprocessableContent)
    #expect(await shop.sell(2_000_000).status == .unprocessableContent)
    #expect(await shop.sell(400, currency: "USD").status == .unprocessableContent)
    #expect(try await shop.available() == before)
  }

  @Test func `each receipt adds up: points, what came from offers, what is available`() async throws
  {
    let shop = try await Shop()
    var available = try await shop.available()
    var fromOffers: [Points] = []
    for number in 0..<12 {
      let key = Bench.key()
      let sale = await shop.sell(10, key: key)
      let receipt = try Wire.decode(TillReceipt.self, from: sale.body)
      #expect(receipt.available == available + receipt.points + receipt.fromOffers, "\(number)")
      available = receipt.available
      fromOffers.append(receipt.fromOffers)
    }
    #expect(fromOffers.contains { $0 > .zero })
    #expect(fromOffers.last == .zero)
  }

  @Test func `a sale that is known by its key has the same receipt again`() async throws {
    let shop = try await Shop()
    let purchase = TillPurchase(
      card: shop.card, amount: Money(amount: 1000, currency: "RUB"), categories: ["coffee"])
    var receipts: [TillReceipt] = []
    for number in 0..<12 {
      let sale = try shop.bench.server.sell(purchase, key: "sale \(number)")
      #expect(sale.postedBefore == nil)
      receipts.append(sale.receipt)
      shop.bench.pass(seconds: 60)
    }
    for (number, receipt) in receipts.enumerated() {
      let again = try shop.bench.server.sell(purchase, key: "sale \(number)")
      #expect(again.receipt == receipt)
      #expect(again.postedBefore != nil)
    }
    #expect(try await shop.available() == receipts.last?.available)
    #expect(receipts.contains { $0.fromOffers > .zero })
    #expect(receipts.contains { !$0.coupons.isEmpty })
  }

  @Test(arguments: [0, 1, 2])
  func `the key of another sale is refused, and nothing is sold`(difference: Int) async throws {
    let shop = try await Shop()
    var purchase = TillPurchase(
      card: shop.card, amount: Money(amount: 1000, currency: "RUB"), categories: ["coffee", "food"])
    let receipt = try shop.bench.server.sell(purchase, key: "sale").receipt
    switch difference {
    case 0: purchase.amount.amount += 1
    case 1: purchase.categories = ["coffee"]
    default:
      let token = try await shop.bench.signIn(TillTests.admin).accessToken
      let cards = await shop.bench.send(.cards, token: token).body
      purchase.card = try #require(try Wire.decode(Page<Card>.self, from: cards).data.first).value
    }
    let problem = #expect(throws: Problem.self) {
      try shop.bench.server.sell(purchase, key: "sale")
    }
    #expect(problem?.code == .idempotencyMismatch)
    #expect(try await shop.available() == receipt.available)
  }

  @Test func `a one-time code that has run out since still names its own sale`() async throws {
    let shop = try await Shop()
    let cards = await shop.bench.send(.cards, token: shop.member).body
    let card = try #require(try Wire.decode(Page<Card>.self, from: cards).data.first)
    let code = try Wire.decode(
      CardCode.self, from: await shop.bench.send(.cardCode(card.id), token: shop.member).body)
    let purchase = TillPurchase(
      card: code.value, amount: Money(amount: 1000, currency: "RUB"), categories: [])
    let receipt = try shop.bench.server.sell(purchase, key: "sale").receipt
    shop.bench.pass(seconds: 600)
    #expect(try shop.bench.server.sell(purchase, key: "sale").receipt == receipt)
    let problem = #expect(throws: Problem.self) {
      try shop.bench.server.sell(purchase, key: "another")
    }
    #expect(problem?.code == .notFound)
  }

  @Test func `the number below the code is as good as the code, however it is grouped`()
    async throws
  {
    let shop = try await Shop()
    let cards = await shop.bench.send(.cards, token: shop.member).body
    let number = try #require(try Wire.decode(Page<Card>.self, from: cards).data.first).number
    #expect(number.contains(" "))
    for typed in [
      number, number.filter { $0 != " " }, " \(number.replacing(" ", with: "\u{A0}")) ",
    ] {
      #expect(await shop.sell(100, card: typed).status == .created)
    }
    #expect(await shop.sell(100, card: String(number.dropLast())).status == .notFound)
    #expect(await shop.sell(100, card: "").status == .notFound)
  }

  @Test(arguments: [
    (0, 150, 1544, 0, "0 points, 150 from offers, 1544 available"),
    (1, 0, 1, 0, "1 point, 1 available"), (20, 0, -5, 0, "20 points, -5 available"),
    (150, 5, 123_405, 2, "1.50 points, 0.05 from offers, 1234.05 available"),
    (100, 0, -7, 2, "1.00 points, -0.07 available"),
    (10, 1, 11, 1, "1.0 points, 0.1 from offers, 1.1 available"),
  ])
  func `the slip names what came from offers, in the program's scale`(
    points: Int64, offers: Int64, available: Int64, scale: Int, line: String
  ) {
    let receipt = TillReceipt(
      sale: "pur_1", points: Points(points), fromOffers: Points(offers),
      available: Points(available),
      coupons: [[.russian: "Кофе"]])
    #expect(receipt.slip(scale: scale) == [line, "coupon: Кофе", "sale: pur_1"])
  }

  @Test func `the slip of a return says what went, what is left and what is owed`() {
    let receipt = TillReturnReceipt(
      sale: "pur_1", amount: Money(amount: 10_000, currency: "RUB"),
      left: Money(amount: 30_005, currency: "RUB"), points: Points(20), fromOffers: Points(70),
      available: Points(-1), withdrawnCoupons: [[.english: "Tea"]],
      usedCoupons: [[.english: "Coffee"]])
    #expect(
      receipt.slip(scale: 0) == [
        "-20 points, -70 from offers, -1 available",
        "100.00 RUB taken back, 300.05 RUB of the sale is left", "coupon withdrawn: Tea",
        "coupon used, it stays: Coffee", "1 point owed: the next that are earned pay it",
      ])
  }
}
