import Contract
import HTTPTypes
import Loyalty
import SQLite
import TestSupport
import Testing

@testable import Server

/// What a return does to points, offers, stamps, tier and recommendation.
struct TillReturnTests {
  @Test func `a whole return takes back exactly what its sale gave, on a line that reverses it`()
    throws
  {
    let shop = try ReturnShop()
    let first = try shop.sell(40_000)
    let other = try shop.sell(10_000)
    let receipt = try shop.takeBack(first.sale)
    #expect(receipt.points == Points(20) && receipt.available == other.points)
    #expect(receipt.amount == Money(amount: 40_000, currency: "RUB"))
    #expect(receipt.left == Money(amount: 0, currency: "RUB"))
    let line = try #require(try shop.lines().first { $0.kind == .refund })
    #expect(line.points == Points(-20))
    let given = try #require(try shop.lines().first { $0.points == Points(20) })
    #expect(line.reverses == given.id && given.reverses == nil)
    #expect(line.title.values.keys.sorted() == ["en", "ru"])
    let reversed = try shop.rows(
      """
      SELECT given.points FROM entry JOIN entry AS given ON given.id = entry.reverses
      WHERE entry.kind = 'return' AND entry.member = 'mem_new'
      """)
    #expect(reversed == [20])
    try shop.expectSound()
  }

  @Test func `the line of a return says where it was sold, as the line of the sale does`() throws {
    let shop = try ReturnShop()
    let sale = try shop.sell(40_000)
    try shop.store.database.write(locking: []) { connection in
      _ = try connection.execute(
        #"UPDATE lot SET place = '{"en":"Arbat"}' WHERE member = 'mem_new'"#)
    }
    try shop.takeBack(sale.sale)
    #expect(try shop.lines().first { $0.kind == .refund }?.place == [.english: "Arbat"])
  }

  @Test(arguments: [[1, 1, 1], [39_899, 1], [1999, 2000, 2001], [100, 39_000], [39_900]])
  func `after each part stands what a sale of the rest would have given`(parts: [Int64]) throws {
    let shop = try ReturnShop()
    let sale = try shop.sell(39_900)
    #expect(sale.points == Points(19))
    var left: Int64 = 39_900
    var taken = Points.zero
    for part in parts {
      left -= part
      let receipt = try shop.takeBack(sale.sale, part)
      taken += receipt.points
      #expect(receipt.left.amount == left)
      #expect(receipt.available.rawValue == left / 2000)
      try shop.expectSound()
    }
    if left > 0 { taken += try shop.takeBack(sale.sale).points }
    #expect(taken == sale.points)
    #expect(try shop.available() == 0)
  }

  @Test func `a part is in proportion where the program pays otherwise by now`() throws {
    let shop = try ReturnShop()
    let sale = try shop.sell(40_000)
    try shop.store.database.write(locking: []) { connection in
      _ = try connection.execute(
        "INSERT INTO setting (name, value) VALUES ('money_per_point', '1000')")
    }
    #expect(try shop.takeBack(sale.sale, 10_000).points == Points(5))
    #expect(try shop.takeBack(sale.sale).points == Points(15))
  }

  @Test func `what was spent is owed, and the next earnings pay it before anything else`() throws {
    let shop = try ReturnShop()
    let sale = try shop.sell(40_000)
    try shop.spend(15)
    #expect(try shop.takeBack(sale.sale).available == Points(-15))
    #expect(try shop.owed() == [15])
    try shop.expectSound()
    let lots = try shop.ledger.explanation(of: ReturnShop.member).lots
    #expect(lots.contains { $0.remaining == Points(-15) && $0.title.value(in: .english) != nil })
    #expect(try shop.spend(1) == nil)
    #expect(try shop.sell(20_000).available == Points(-5))
    #expect(try shop.sell(20_000).available == Points(5))
    #expect(try shop.owed().isEmpty)
    #expect(try shop.spend(6) == nil && shop.spend(5) != nil)
    try shop.expectSound()
  }

  @Test func `of several debts the oldest is paid first`() throws {
    let shop = try ReturnShop()
    let sales = [try shop.sell(20_000), try shop.sell(40_000)]
    try shop.spend(30)
    for sale in sales {
      shop.bench.pass(seconds: 60)
      try shop.takeBack(sale.sale)
    }
    #expect(try shop.owed() == [10, 20])
    try shop.sell(10_000)
    #expect(try shop.owed() == [5, 20])
    try shop.sell(24_000)
    #expect(try shop.owed() == [13])
    try shop.expectSound()
  }

  @Test func `what its own lot lacks comes from the others in the order of expiry`() throws {
    let shop = try ReturnShop()
    let sale = try shop.sell(40_000)
    try shop.spend(15)
    let today = shop.ledger.zone.local(shop.bench.now).day.daysSince1970
    try shop.store.database.write(locking: []) { connection in
      for (points, days) in [(7, 90), (6, 5), (9, 30)] as [(Int64, Int64)] {
        try shop.ledger.earn(
          ReturnShop.member, Points(points),
          .init(kind: .bonus, title: [.english: "Gift"], place: nil), at: shop.bench.now,
          lastDay: Day(daysSince1970: today + days), connection)
      }
    }
    #expect(try shop.takeBack(sale.sale).available == Points(7))
    let left = try shop.rows(
      "SELECT remaining FROM lot WHERE member = 'mem_new' AND kind = 'bonus' ORDER BY id")
    #expect(left == [7, 0, 0])
    try shop.expectSound()
  }

  @Test func `points that have expired meanwhile are not taken twice`() throws {
    let shop = try ReturnShop()
    let sale = try shop.sell(40_000)
    try shop.spend(5)
    shop.bench.pass(seconds: 200 * 86_400)
    let later = try shop.sell(100_000)
    #expect(later.available == Points(50))
    // Of 20 points 5 were spent and 15 expired: half of the sale is among what is gone already.
    #expect(try shop.takeBack(sale.sale, 20_000).available == Points(50))
    try shop.expectSound()
    #expect(try shop.takeBack(sale.sale).available == Points(45))
    try shop.expectSound()
    let lines = try shop.rows(
      "SELECT points FROM entry WHERE member = 'mem_new' ORDER BY created_at, kind, points")
    #expect(lines == [20, -5, -15, 50, -10, -10, 5, 10])
  }

  @Test func `points on the way are taken from their lot, and no line says anything`() async throws
  {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let sale = try bench.server.store.database.read { connection in
      try connection.first(
        "SELECT purchase.id FROM purchase JOIN lot ON lot.id = lot WHERE entry IS NULL"
      ) { $0.text(0) }
    }
    let balance = { () async throws in
      try Wire.decode(Balance.self, from: await bench.send(.balance, token: token).body)
    }
    let before = try await balance()
    let receipt = try bench.server.takeBack(
      TillReturn(sale: try #require(sale)), key: Bench.key()
    ).receipt
    #expect(receipt.points == before.pending && before.pending > .zero)
    let after = try await balance()
    #expect(after.pending == .zero && after.available == before.available)
    bench.pass(seconds: 5 * 86_400)
    let later = try await bench.signIn().accessToken
    let explanation = try Wire.decode(
      BalanceExplanation.self, from: await bench.send(.explanation, token: later).body)
    #expect(explanation.addsUp)
  }

  @Test func `a bonus goes when the other purchases do not reach its goal, and can be had again`()
    throws
  {
    let shop = try ReturnShop(
      offers: [ReturnShop.offer("three", .init(target: 3, unit: .purchases), bonus: 70)])
    let sales = try (0..<3).map { _ in try shop.sell(40_000) }
    #expect(sales.last?.fromOffers == Points(70))
    let receipt = try shop.takeBack(sales[0].sale)
    #expect(receipt.points == Points(20) && receipt.fromOffers == Points(70))
    #expect(receipt.available == Points(40))
    #expect(try shop.promotions().first?.completedAt == nil)
    #expect(try shop.promotions().first?.progress?.current == 2)
    #expect(try shop.lines().contains { $0.title.value(in: .russian) == "Возврат: three" })
    #expect(try shop.sell(40_000).fromOffers == Points(70))
    try shop.expectSound()
  }

  @Test func `a bonus stays as long as the other purchases reach its goal`() throws {
    let shop = try ReturnShop(
      offers: [
        ReturnShop.offer("two", .init(target: 2, unit: .purchases), bonus: 70),
        ReturnShop.offer("money", .init(target: 60_000, unit: .money), bonus: 30),
      ])
    let sales = try (0..<3).map { _ in try shop.sell(30_000) }
    #expect(sales[1].fromOffers == Points(100))
    // The second one completed both, and the third is as good.
    #expect(try shop.takeBack(sales[1].sale).fromOffers == .zero)
    #expect(try shop.takeBack(sales[0].sale, 1).fromOffers == Points(30))
    #expect(try shop.takeBack(sales[2].sale).fromOffers == Points(70))
    try shop.expectSound()
  }

  @Test func `a bonus of those who were new then, or chosen then, goes although they are not now`()
    throws
  {
    var offers = [Segments.newcomers, "chosen"].map { segment in
      ReturnShop.offer(segment, .init(target: 2, unit: .purchases), bonus: 70)
    }
    for index in offers.indices { offers[index].segments = [offers[index].id.rawValue] }
    let shop = try ReturnShop(offers: offers)
    try shop.store.database.write(locking: []) { connection in
      try connection.execute(
        "UPDATE member SET joined_at = ? WHERE id = 'mem_new'",
        [.integer(shop.bench.now.adding(days: -29).rawValue)])
      try connection.execute("INSERT INTO segment (member, name) VALUES ('mem_new', 'chosen')")
    }
    let sales = try (0..<3).map { _ in try shop.sell(40_000) }
    #expect(sales[1].fromOffers == Points(140))
    shop.bench.pass(seconds: 2 * 86_400)
    try shop.store.database.write(locking: []) { connection in
      _ = try connection.execute("DELETE FROM segment WHERE member = 'mem_new'")
    }
    // Too late to complete the one for newcomers.
    let late = try shop.sell(40_000)
    #expect(try shop.takeBack(sales[0].sale).fromOffers == .zero)
    #expect(try shop.takeBack(sales[1].sale).fromOffers == Points(70))
    #expect(try shop.takeBack(late.sale).fromOffers == Points(70))
    #expect(try shop.takeBack(sales[2].sale).available == .zero)
    try shop.expectSound()
  }

  @Test func `goods that come back count no more for an offer, and the rest of the sale does`()
    throws
  {
    let shop = try ReturnShop(
      offers: [
        ReturnShop.offer("food", .init(target: 1, unit: .purchases, category: .food), bonus: 70),
        ReturnShop.offer("coffee", .init(target: 1, unit: .purchases, category: .coffee), bonus: 9),
      ])
    let sale = try shop.sell(40_000, ["coffee", "food"])
    #expect(sale.fromOffers == Points(79))
    #expect(try shop.takeBack(sale.sale, 100, ["food"]).fromOffers == Points(70))
    #expect(try shop.takeBack(sale.sale).fromOffers == Points(9))
  }

  @Test func `an offer for a tier goes with the tier that the sale had brought`() throws {
    let tiers = [("low", 0), ("high", 30)].map { id, threshold in
      Tier(id: .init(id), name: [.english: id], threshold: Points(Int64(threshold)), benefits: [])
    }
    let shop = try ReturnShop(
      offers: [
        ReturnShop.offer("high only", .init(target: 1, unit: .purchases), bonus: 9, tiers: ["high"])
      ], tiers: tiers)
    let first = try shop.sell(40_000)
    #expect(first.fromOffers == .zero)
    shop.bench.pass(seconds: 60)
    #expect(try shop.sell(40_000).fromOffers == Points(9))
    let tier = { try shop.ledger.tier(of: ReturnShop.member, now: shop.bench.now) }
    #expect(try tier().tier?.id.rawValue == "high" && tier().earned == Points(40))
    shop.bench.pass(seconds: 60)
    #expect(try shop.takeBack(first.sale, 10_000).fromOffers == .zero)
    #expect(try tier().tier?.id.rawValue == "high" && tier().earned == Points(35))
    #expect(try shop.takeBack(first.sale).fromOffers == Points(9))
    #expect(try tier().tier?.id.rawValue == "low" && tier().earned == Points(20))
  }

  @Test func `an unfinished stamp goes with its sale, or with its goods`() throws {
    let shop = try ReturnShop(
      stamps: [
        ReturnShop.stampRule(.coffee, slots: 5), ReturnShop.stampRule(.food, slots: 5, days: 9),
      ])
    let sale = try shop.sell(40_000, ["coffee", "food"])
    try shop.sell(10_000, ["coffee"])
    #expect(try shop.stamps().map(\.filled) == [2, 1])
    try shop.takeBack(sale.sale, 10_000)
    #expect(try shop.stamps().map(\.filled) == [2, 1])
    try shop.takeBack(sale.sale, 10_000, ["food"])
    #expect(try shop.stamps().map(\.filled) == [2, 0])
    #expect(try shop.stamps().last?.expiresAt == nil)
    try shop.takeBack(sale.sale)
    #expect(try shop.stamps().map(\.filled) == [1, 0])
  }

  @Test func `an unused coupon of a full card goes, and a new one comes when it is full again`()
    throws
  {
    let shop = try ReturnShop(stamps: [ReturnShop.stampRule(.coffee, slots: 3)])
    let sales = try (0..<3).map { _ in try shop.sell(40_000) }
    #expect(sales[2].coupons.count == 1)
    let receipt = try shop.takeBack(sales[0].sale)
    #expect(receipt.withdrawnCoupons == sales[2].coupons && receipt.usedCoupons.isEmpty)
    let card = try #require(try shop.stamps().first)
    #expect(card.filled == 2 && card.completedCount == 0)
    let shelf = RewardShelf(shop.store, shop.ledger.zone, .english)
    let after = try shelf.coupons(of: ReturnShop.member, now: shop.bench.now)
    #expect(after.map(\.state) == [.withdrawn])
    // No till takes it any more.
    #expect(throws: DatabaseError.self) {
      try shop.store.database.write(locking: []) { connection in
        _ = try connection.execute("UPDATE coupon SET used_at = 1 WHERE member = 'mem_new'")
      }
    }
    shop.bench.pass(seconds: 60)
    #expect(try shop.sell(40_000).coupons.count == 1)
    let states = try shelf.coupons(of: ReturnShop.member, now: shop.bench.now).map(\.state)
    #expect(states == [.active, .withdrawn])
  }

  @Test func `a coupon that had expired is not withdrawn, and a full card brings another`() throws {
    let shop = try ReturnShop(stamps: [ReturnShop.stampRule(.coffee, slots: 2)])
    let sales = try (0..<2).map { _ in try shop.sell(40_000) }
    shop.bench.pass(seconds: 200 * 86_400)
    let receipt = try shop.takeBack(sales[0].sale)
    #expect(receipt.withdrawnCoupons.isEmpty && receipt.usedCoupons.isEmpty)
    #expect(try shop.stamps().map(\.filled) == [1])
    let shelf = RewardShelf(shop.store, shop.ledger.zone, .english)
    let states = { try shelf.coupons(of: ReturnShop.member, now: shop.bench.now).map(\.state) }
    #expect(try states() == [.expired])
    #expect(try shop.sell(40_000).coupons.count == 1)
    #expect(try states() == [.active, .expired])
  }

  @Test func `stamps of the next card move up, so that the coupon stays`() throws {
    let shop = try ReturnShop(stamps: [ReturnShop.stampRule(.coffee, slots: 3)])
    let sales = try (0..<5).map { _ in try shop.sell(40_000) }
    #expect(try shop.takeBack(sales[1].sale).withdrawnCoupons.isEmpty)
    #expect(try shop.stamps().map(\.filled) == [1] && shop.stamps()[0].completedCount == 1)
    #expect(try shop.takeBack(sales[4].sale).withdrawnCoupons.isEmpty)
    #expect(try shop.takeBack(sales[3].sale).withdrawnCoupons.count == 1)
    #expect(try shop.stamps().map(\.filled) == [2] && shop.stamps()[0].completedCount == 0)
  }

  @Test func `a used coupon stays, with the card, and the receipt names it`() throws {
    let shop = try ReturnShop(stamps: [ReturnShop.stampRule(.coffee, slots: 2)])
    let sales = try (0..<3).map { _ in try shop.sell(40_000) }
    try shop.store.database.write(locking: []) { connection in
      _ = try connection.execute("UPDATE coupon SET used_at = 1 WHERE member = 'mem_new'")
    }
    let receipt = try shop.takeBack(sales[0].sale)
    #expect(receipt.usedCoupons == sales[1].coupons && receipt.withdrawnCoupons.isEmpty)
    #expect(try shop.stamps().map(\.filled) == [1] && shop.stamps()[0].completedCount == 1)
    #expect(receipt.slip(scale: 0).contains("coupon used, it stays: Free croissant"))
  }

  @Test
  func `the bonus for a friend goes with the friend's first purchase, and comes with another`()
    throws
  {
    let shop = try ReturnShop(isReferred: true)
    let before = try shop.available(ReturnShop.referrer)
    let bonus = Referrals.bonus
    let first = try shop.sell(40_000)
    #expect(try shop.available(ReturnShop.referrer) == before + bonus)
    shop.bench.pass(seconds: 60)
    let second = try shop.sell(40_000)
    // There is another purchase that would have brought it.
    try shop.takeBack(first.sale)
    #expect(try shop.available(ReturnShop.referrer) == before + bonus)
    try shop.takeBack(second.sale)
    #expect(try shop.available(ReturnShop.referrer) == before)
    let open = try shop.rows(
      "SELECT points FROM referral WHERE friend = 'mem_new' AND purchased_at IS NULL")
    #expect(open == [0])
    try shop.sell(40_000)
    #expect(try shop.available(ReturnShop.referrer) == before + bonus)
  }

  @Test func `the bonus for a friend goes when what is left is too small a purchase for it`() throws
  {
    let shop = try ReturnShop(isReferred: true)
    let before = try shop.available(ReturnShop.referrer)
    let smallest = try shop.store.database.read { connection in
      try Till.Terms(shop.store, connection).smallestForReferral
    }
    let sale = try shop.sell(smallest + 1)
    try shop.takeBack(sale.sale, 1)
    #expect(try shop.available(ReturnShop.referrer) == before + Referrals.bonus)
    try shop.takeBack(sale.sale, 1)
    #expect(try shop.available(ReturnShop.referrer) == before)
  }

  @Test func `a return that takes no points is told too`() throws {
    let shop = try ReturnShop(
      offers: [ReturnShop.offer("money", .init(target: 90_000, unit: .money), bonus: 30)])
    let sale = try shop.sell(39_900)
    let last = try shop.rows("SELECT coalesce(max(id), 0) FROM event")[0]
    #expect(try shop.takeBack(sale.sale, 100).points == .zero)
    let told = try shop.rows("SELECT id FROM event WHERE id > \(last) AND member = 'mem_new'")
    #expect(!told.isEmpty)
    #expect(try shop.promotions().first?.progress?.current == 39_800)
  }
}
