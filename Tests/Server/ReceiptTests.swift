import Contract
import HTTPTypes
import Loyalty
import SQLite
import Testing

@testable import Server

struct ReceiptTests {
  private static let bun: LocalizedText = [.russian: "Булочка", .english: "Bun"]
  private static let cup: LocalizedText = [.english: "Own cup"]
  private static let goods = [
    Receipt.Goods(name: bun, quantity: 2000, price: 21_500, sum: 43_000),
    Receipt.Goods(name: cup, price: -3000, sum: -3000),
  ]

  private func purchase(
    _ shop: ReturnShop, _ goods: [Receipt.Goods]?, _ amount: Int64 = 40_000,
    number: String? = "0412", store: String? = "sto_pokrovka"
  ) -> TillPurchase {
    TillPurchase(
      card: shop.card, amount: Money(amount: amount, currency: "RUB"), categories: ["coffee"],
      goods: goods, number: number, store: store.map { .init($0) })
  }

  private func lines(_ shop: ReturnShop) throws -> [LedgerEntry] {
    try shop.ledger.entries(of: ReturnShop.member, after: nil, limit: 20)
  }

  @Test func `the line of a sale says what was printed, and where`() throws {
    let shop = try ReturnShop()
    let sale = try shop.bench.server.sell(purchase(shop, Self.goods), key: "k")
    let line = try #require(try lines(shop).first)
    #expect(line.place?.value(in: .english) == "Pokrovka")
    #expect(
      line.receipt
        == Receipt(
          number: "0412", sum: Money(amount: 40_000, currency: "RUB"), goods: Self.goods,
          rate: Money(amount: 2000, currency: "RUB"), balance: sale.receipt.available))
    #expect(line.points == Points(20))
  }

  @Test func `a sale too small for points has its line and its receipt all the same`() throws {
    let shop = try ReturnShop()
    let before = try shop.available()
    let sale = try shop.bench.server.sell(
      purchase(shop, [Receipt.Goods(name: Self.bun, price: 900, sum: 900)], 900), key: "k")
    #expect(sale.receipt.points == .zero)
    let line = try #require(try lines(shop).first)
    #expect(line.points == .zero && line.kind == .earn && line.receipt?.number == "0412")
    #expect(line.receipt?.sum == Money(amount: 900, currency: "RUB"))
    // Nothing of it can be spent, is explained, or burns; and it can be taken back.
    #expect(try shop.available() == before)
    #expect(
      try shop.bench.server.takeBack(TillReturn(sale: sale.receipt.sale), key: "r").receipt.points
        == .zero)
  }

  @Test func `what was taken back says so too, and leads to its sale`() throws {
    let shop = try ReturnShop()
    let sale = try shop.bench.server.sell(purchase(shop, Self.goods), key: "k").receipt.sale
    let part = TillReturn(
      sale: sale, amount: Money(amount: 21_500, currency: "RUB"),
      goods: [Receipt.Goods(name: Self.bun, price: 21_500, sum: 21_500)], number: "0413")
    _ = try shop.bench.server.takeBack(part, key: "r1")
    _ = try shop.bench.server.takeBack(TillReturn(sale: sale), key: "r2")
    let all = try lines(shop)
    let first = try #require(all.first { $0.receipt?.number == "0413" })
    let rest = try #require(all.first { $0.kind == .refund && $0.id != first.id })
    #expect(first.receipt?.sum == Money(amount: -21_500, currency: "RUB"))
    #expect(first.receipt?.goods.map(\.sum) == [-21_500])
    #expect(rest.receipt?.sum == Money(amount: -18_500, currency: "RUB"))
    // Which goods the rest was nobody has said.
    #expect(rest.receipt?.goods == [])
    let sold = try #require(all.first { $0.kind == .earn })
    #expect(first.reverses == sold.id && rest.reverses == sold.id)
    #expect(sold.receipt?.goods == Self.goods)
  }

  @Test func `all of a sale comes back with all of its goods`() throws {
    let shop = try ReturnShop()
    let sale = try shop.bench.server.sell(purchase(shop, Self.goods), key: "k").receipt.sale
    _ = try shop.bench.server.takeBack(TillReturn(sale: sale), key: "r")
    let line = try #require(try lines(shop).first { $0.kind == .refund })
    #expect(line.receipt?.goods.map(\.sum) == [-43_000, 3000])
    #expect(line.receipt?.balance == .zero)
  }

  @Test func `each offer is named with what it gave, and with what went with it`() throws {
    let offer = PromotionRule(
      id: .init("prm_bun"), title: [.english: "Bun week"], description: [:], reward: [:],
      terms: [:], from: Instant(milliseconds: 0), to: Instant(milliseconds: 4_000_000_000_000),
      enrollment: .auto, places: nil, goal: .init(target: 1, unit: .purchases),
      bonus: Points(90))
    let shop = try ReturnShop(offers: [offer])
    let sale = try shop.bench.server.sell(purchase(shop, Self.goods), key: "k").receipt
    let sold = try #require(try lines(shop).first { $0.kind == .earn })
    #expect(
      sold.receipt?.offers == [Receipt.Gift(title: [.english: "Bun week"], points: Points(90))])
    #expect(sold.receipt?.balance == sale.available && sale.available == Points(110))
    _ = try shop.bench.server.takeBack(TillReturn(sale: sale.sale), key: "r")
    let back = try #require(try lines(shop).first { $0.reverses == sold.id })
    #expect(back.receipt?.offers.map(\.points) == [Points(-90)])
  }

  @Test func `what steers a terminal is not kept`() throws {
    let shop = try ReturnShop()
    let hostile = Receipt.Goods(
      name: [.english: "Bun\u{1B}[2J\u{202E}"], price: 40_000, sum: 40_000)
    _ = try shop.bench.server.sell(purchase(shop, [hostile], number: "\u{9B}7"), key: "k")
    let receipt = try #require(try lines(shop).first?.receipt)
    #expect(receipt.goods.first?.name == [.english: "Bun[2J"] && receipt.number == "7")
  }

  @Test func `400 lines are kept, and what is no paper is refused before anything is sold`() throws
  {
    let shop = try ReturnShop()
    let line = Receipt.Goods(name: Self.bun, price: 100, sum: 100)
    let wrong: [(String, TillPurchase)] = [
      ("/goods", purchase(shop, Array(repeating: line, count: 401), 40_100)),
      ("/goods", purchase(shop, [line], 40_000)),
      (
        "/goods/1/name",
        purchase(shop, [line, .init(name: [.english: "\u{200B} "], price: 1, sum: 1)])
      ),
      ("/goods/0/quantity", purchase(shop, [.init(name: Self.bun, quantity: 0, price: 1, sum: 1)])),
      ("/goods/0/sum", purchase(shop, [.init(name: Self.bun, price: 1, sum: .min)])),
      ("/goods/0/price", purchase(shop, [.init(name: Self.bun, price: .max, sum: 1)])),
      ("/store", purchase(shop, nil, store: "sto_nowhere")),
    ]
    for (place, purchase) in wrong {
      let problem = #expect(throws: Problem.self, "\(place)") {
        try shop.bench.server.sell(purchase, key: "k")
      }
      #expect(problem?.errors.map(\.pointer) == [place])
    }
    #expect(try lines(shop).isEmpty)
    let most = purchase(shop, Array(repeating: line, count: 400), 40_000)
    _ = try shop.bench.server.sell(most, key: "k")
    #expect(try lines(shop).first?.receipt?.goods.count == 400)
  }

  @Test func `the key of a sale of other goods is refused`() throws {
    let shop = try ReturnShop()
    let sold = try shop.bench.server.sell(purchase(shop, Self.goods), key: "k").receipt
    #expect(try shop.bench.server.sell(purchase(shop, Self.goods), key: "k").receipt == sold)
    let other = [Receipt.Goods(name: Self.cup, price: 40_000, sum: 40_000)]
    #expect(throws: Problem.self) {
      try shop.bench.server.sell(purchase(shop, other), key: "k")
    }
  }

  @Test func `a paper of 400 lines in two languages is read from the wire`() async throws {
    let shop = try ReturnShop()
    let admin = try await shop.bench.signIn("+79260000001").accessToken
    let name = String(repeating: "Ж", count: 120)
    let line = Receipt.Goods(name: [.russian: name, .english: name], price: 100, sum: 100)
    let body = Wire.encode(purchase(shop, Array(repeating: line, count: 400), 40_000))
    #expect(
      await shop.bench.send(.purchases, body: body, token: admin, key: Bench.key()).status
        == .created)
  }

  @Test(arguments: Seed.allCases)
  func `each brand's history has receipts that add up`(seed: Seed) async throws {
    let bench = try Bench(seed: seed)
    let ledger = Ledger(bench.server.store, try bench.server.store.zone())
    let all = try ledger.entries(of: .init("mem_anna"), after: nil, limit: .max)
    let sales = all.filter { $0.kind == .earn }
    #expect(sales.count > 20)
    for line in sales {
      let receipt = try #require(line.receipt, "\(line.title)")
      #expect(receipt.goods.reduce(0) { $0 + $1.sum } == receipt.sum.amount, "\(line.title)")
    }
    let returned = all.filter { $0.kind == .refund && $0.receipt != nil }
    // Nobody has brought back a book.
    #expect(!returned.isEmpty || seed == .books)
    #expect(returned.allSatisfy { ($0.receipt?.sum.amount ?? 0) < 0 && $0.reverses != nil })
  }

  @Test(arguments: Seed.allCases)
  func `what there was after a receipt is what all lines up to it come to`(seed: Seed) throws {
    let bench = try Bench(seed: seed)
    let store = bench.server.store
    let ledger = Ledger(store, try store.zone())
    let member = Member.ID("mem_anna")
    // Then what a purchase of the seed gave later has arrived, and other points are gone.
    for seconds: Int64 in [0, 40 * 86_400] {
      bench.pass(seconds: seconds)
      try ledger.settle(member, now: bench.now)
      let all = try ledger.entries(of: member, after: nil, limit: .max)
      let printed = all.filter { $0.receipt != nil }
      #expect(printed.count > 20)
      for line in printed {
        let sum = all.filter { $0.createdAt <= line.createdAt }
          .reduce(Points.zero) { $0 + $1.points }
        #expect(line.receipt?.balance == sum, "\(line.createdAt) \(line.points)")
      }
    }
  }
}
