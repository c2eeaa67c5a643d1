import Contract
import HTTPTypes
import Loyalty
import Testing

@testable import Server

/// Three programs that differ in all that a program can differ in.
struct BrandTests {
  private func changes(_ seed: Seed) async throws -> [Resource: [UInt8]] {
    let bench = try Bench(seed: seed)
    let token = try await bench.signIn().accessToken
    return try Changes(await bench.send(.changes(since: nil), token: token).body).data
  }

  private func program(_ seed: Seed) async throws -> Program {
    let body = await (try Bench(seed: seed)).send(.bootstrap).body
    return try Wire.decode(Bootstrap.self, from: body).program
  }

  @Test func `the brands differ in everything a brand can differ in`() async throws {
    var programs: [Program] = []
    for seed in Seed.allCases { programs.append(try await program(seed)) }
    func differ<Value: Hashable>(_ value: (Program) -> Value) -> Bool {
      Set(programs.map(value)).count == programs.count
    }
    #expect(programs.count == 3)
    #expect(differ(\.name))
    #expect(differ(\.pointsName))
    #expect(differ(\.pointsScale))
    #expect(differ(\.languages))
    #expect(differ(\.brand.theme))
    #expect(differ(\.brand.accent))
    #expect(differ(\.features))
    #expect(differ(\.timeZone))
  }

  @Test(arguments: [Seed.pharmacy, .books])
  func `a brand has enough to look at, in its own language`(_ seed: Seed) async throws {
    let data = try await changes(seed)
    let language = try #require(try await program(seed).languages.first).rawValue
    let rewards = try Wire.decode(Page<Reward>.self, from: try #require(data[.rewards])).data
    let shops = try Wire.decode(Page<Shop>.self, from: try #require(data[.shops])).data
    let offers = try Wire.decode(Page<Promotion>.self, from: try #require(data[.promotions])).data
    let ledger = try Wire.decode(Page<LedgerEntry>.self, from: try #require(data[.ledger])).data
    #expect(rewards.count >= 8)
    #expect(shops.count >= 6)
    #expect(offers.count >= 5)
    #expect(ledger.count == 50)
    for title in rewards.map(\.title) + shops.map(\.name) + offers.map(\.title) {
      #expect(Array(title.values.keys) == [language])
    }
    let balance = try Wire.decode(Balance.self, from: try #require(data[.balance]))
    #expect(balance.available > .zero)
    let why = try Wire.decode(BalanceExplanation.self, from: try #require(data[.explanation]))
    let active = why.lots.filter { $0.activeFrom <= balance.asOf }
    #expect(active.reduce(0) { $0 + $1.remaining.rawValue } == balance.available.rawValue)
  }

  @Test func `a part that the program does without is not found and not told of`() async throws {
    let bench = try Bench(seed: .pharmacy)
    let token = try await bench.signIn().accessToken
    for route in [Route.stamps, .referral] {
      #expect(await bench.send(route, token: token).problem?.code == .notFound)
    }
    #expect(await bench.send(.tier(whatIf: nil), token: token).status.code == 200)
    let told = try await changes(.pharmacy).keys
    #expect(!told.contains(.stamps) && !told.contains(.referral) && told.contains(.tier))

    let books = try Bench(seed: .books)
    let reader = try await books.signIn().accessToken
    let entry = Wire.encode(PromoCodeEntry(code: "COFFEE100"))
    let answer = await books.send(.promoCode, body: entry, token: reader, key: Bench.key())
    #expect(answer.problem?.code == .notFound)
    #expect(await books.send(.tier(whatIf: nil), token: reader).problem?.code == .notFound)
    let all = try await changes(.books).keys
    #expect(all.contains(.stamps) && all.contains(.referral) && !all.contains(.tier))
  }

  @Test func `who asks for a withdrawn part must still be signed in`() async throws {
    #expect(await (try Bench(seed: .books)).send(.tier(whatIf: nil)).status.code == 401)
  }

  @Test(arguments: [
    (Seed.pharmacy, "RUB", Int64(1750)), (.books, "EUR", 3500), (.coffee, "RUB", 17),
  ])
  func `a till pays in the program's own scale, rate and currency`(
    _ seed: Seed, _ currency: String, _ points: Int64
  ) async throws {
    let bench = try Bench(seed: seed)
    let token = try await bench.signIn().accessToken
    let cards = await bench.send(.cards, token: token).body
    let card = try #require(try Wire.decode(Page<Card>.self, from: cards).data.first).value
    #expect(try bench.server.currency() == currency)
    let money = Money(amount: 35_000, currency: currency)
    let sale = try bench.server.sell(
      TillPurchase(card: card, amount: money, categories: []), key: "k")
    #expect(sale.receipt.points == Points(points))
    #expect(throws: Problem.self) {
      try bench.server.sell(
        TillPurchase(card: card, amount: Money(amount: 1, currency: "XTS"), categories: []),
        key: "l")
    }
  }

  @Test func `a friend is worth as many whole points in any scale`() async throws {
    let bench = try Bench(seed: .books)
    let token = try await bench.signIn().accessToken
    let referral = try Wire.decode(
      Referral.self, from: await bench.send(.referral, token: token).body)
    #expect(referral.bonus == Points(2000))
    #expect(referral.rules.values.keys.sorted() == ["en"])
    #expect(referral.rules.value(in: .english)?.contains("200 pages") == true)
    #expect(referral.link.hasPrefix("https://marginalia.example/i/"))
  }
}
