import Contract
import Loyalty
import SQLite
import TestSupport
import Testing

@testable import Server

/// Random histories of sales and returns in parts, beside the same history in which each sale was
/// only what is left of it.
struct ReturnHistoryTests {
  private struct Sale {
    var amount: Int64
    var categories: [String]
    /// Seconds after the sale before.
    var pause: Int64
    /// What comes back right after the sale of that number.
    var parts: [(after: Int, amount: Int64, categories: [String]?)] = []

    var left: Int64 { amount - parts.reduce(0) { $0 + $1.amount } }
    var kept: [String] {
      let returned = parts.flatMap { $0.categories ?? [] }
      return categories.filter { !returned.contains($0) }
    }
  }

  private static let goods = ["coffee", "food", "tea"]

  private func history(_ random: inout SeededGenerator, count: Int = 14) -> [Sale] {
    (0..<count).map { number in
      var sale = Sale(
        amount: Int64.random(in: 1...60_000, using: &random),
        categories: Self.goods.filter { _ in Bool.random(using: &random) },
        pause: Int64.random(in: 60...200_000, using: &random))
      guard Int.random(in: 0..<5, using: &random) < 3 else { return sale }
      var left = sale.amount
      for _ in 0..<Int.random(in: 1...4, using: &random) where left > 0 {
        let isWhole = Int.random(in: 0..<3, using: &random) == 0
        let part = isWhole ? left : Int64.random(in: 1...left, using: &random)
        let after = Int.random(in: number..<count, using: &random)
        let goods = sale.categories.filter { _ in Bool.random(using: &random) }
        sale.parts.append((after, part, goods.isEmpty ? nil : goods))
        left -= part
      }
      return sale
    }
  }

  private func shop() throws -> ReturnShop {
    let tiers = [("low", 0), ("middle", 30), ("high", 70)].map { id, threshold in
      Tier(id: .init(id), name: [.english: id], threshold: Points(Int64(threshold)), benefits: [])
    }
    return try ReturnShop(
      offers: [
        ReturnShop.offer("any", .init(target: 3, unit: .purchases), bonus: 50),
        ReturnShop.offer("food", .init(target: 2, unit: .purchases, category: .food), bonus: 40),
        ReturnShop.offer("foods", .init(target: 4, unit: .purchases, category: .food), bonus: 3),
        ReturnShop.offer("money", .init(target: 120_000, unit: .money), bonus: 31),
        ReturnShop.offer("wealth", .init(target: 220_000, unit: .money), bonus: 7),
        ReturnShop.offer("points", .init(target: 45, unit: .points), bonus: 23),
        ReturnShop.offer("days", .init(target: 4, unit: .days), bonus: 17),
        ReturnShop.offer(
          "tier", .init(target: 2, unit: .purchases), bonus: 11, tiers: ["middle", "high"]),
        ReturnShop.offer("top", .init(target: 1, unit: .purchases), bonus: 5, tiers: ["high"]),
      ],
      stamps: [
        ReturnShop.stampRule(.coffee, slots: 3), ReturnShop.stampRule(.food, slots: 2, days: 3),
        ReturnShop.stampRule(.tea, slots: 4, days: 6),
      ], tiers: tiers, isReferred: true)
  }

  /// All that a history leaves, but for names and for the moments of what came later than it would
  /// have come.
  private struct Rest: Hashable {
    var available: Int64
    var referrer: Int64
    var referral: [Int64]
    var lots: [String]
    var owed: [Int64]
    var earned: Points
    var tier: Tier.ID?
    var stamps: [StampCard]
    var coupons: [Int64]
    var awards: [String]
    var progress: [Promotion.Progress?]

    init(_ shop: ReturnShop) throws {
      available = try shop.available()
      referrer = try shop.available(ReturnShop.referrer)
      referral = try shop.rows(
        """
        SELECT purchased_at FROM referral WHERE friend = 'mem_new' AND purchased_at IS NOT NULL
        UNION ALL SELECT points FROM referral WHERE friend = 'mem_new'
        """)
      lots = try shop.texts(
        """
        SELECT kind || ' ' || title || ' ' || remaining || ' '
          || CASE WHEN kind = 'earn' THEN expires_at ELSE 0 END AS line
        FROM lot WHERE member = 'mem_new' AND remaining <> 0 ORDER BY line
        """)
      owed = try shop.owed()
      let status = try shop.ledger.tier(of: ReturnShop.member, now: shop.bench.now)
      earned = status.earned
      tier = status.tier?.id
      stamps = try shop.stamps()
      coupons = try shop.rows(
        """
        SELECT count(*) FROM coupon WHERE member = 'mem_new' AND withdrawn_at IS NULL
        """)
      awards = try shop.texts("SELECT promotion FROM award WHERE member = 'mem_new' ORDER BY 1")
      progress = try shop.promotions().map(\.progress)
    }
  }

  /// - Parameter whole: with the parts that come back; else each sale is only what is left of it.
  private func play(_ history: [Sale], whole: Bool) throws -> Rest {
    let shop = try shop()
    var names: [String] = []
    for (number, sale) in history.enumerated() {
      shop.bench.pass(seconds: sale.pause)
      guard whole else {
        if sale.left > 0 { try shop.sell(sale.left, sale.kept) }
        continue
      }
      names.append(try shop.sell(sale.amount, sale.categories).sale)
      for (name, sale) in zip(names, history) {
        for part in sale.parts where part.after == number {
          try shop.takeBack(name, part.amount, part.categories)
          try shop.expectSound("after sale \(number)")
        }
      }
    }
    try shop.expectSound("in the end")
    #expect(try LedgerAudit(shop.store).step() == 0)
    return try Rest(shop)
  }

  @Test(arguments: 0..<Effort.count(10, long: 300))
  func `taking back all parts leaves everything as if they had not been sold`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let history = history(&random)
    let rest = try play(history, whole: true)
    #expect(try rest == play(history, whole: false))
  }

  @Test(arguments: 0..<Effort.count(3, long: 60))
  func `the order and the size of parts do not matter`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(1000 + seed))
    var history = history(&random, count: 8)
    for index in history.indices {
      for part in history[index].parts.indices { history[index].parts[part].after = 7 }
    }
    let rest = try play(history, whole: true)
    var shuffled = history
    for index in history.indices { shuffled[index].parts.shuffle(using: &random) }
    #expect(try rest == play(shuffled, whole: true))
    for index in history.indices where !history[index].parts.isEmpty {
      let goods = history[index].parts.flatMap { $0.categories ?? [] }
      let sum = history[index].parts.reduce(0) { $0 + $1.amount }
      shuffled[index].parts = [(7, sum, goods)]
    }
    #expect(try rest == play(shuffled, whole: true))
  }

  @Test(arguments: 0..<Effort.count(6, long: 200))
  func `with points spent and coupons used the sums hold, and what was spent stays owed`(
    seed: Int
  ) throws {
    var random = SeededGenerator(seed: UInt64(2000 + seed))
    let shop = try shop()
    var sales: [(name: String, left: Int64)] = []
    var available: Int64 = 0
    var spent: Int64 = 0
    for step in 0..<40 {
      shop.bench.pass(seconds: Int64.random(in: 60...20_000, using: &random))
      switch Int.random(in: 0..<8, using: &random) {
      case 0...2:
        let amount = Int64.random(in: 1...60_000, using: &random)
        let goods = Self.goods.filter { _ in Bool.random(using: &random) }
        let receipt = try shop.sell(amount, goods)
        sales.append((receipt.sale, amount))
        available += (receipt.points + receipt.fromOffers).rawValue
        #expect(receipt.available.rawValue == available)
      case 3:
        let points = Int64.random(in: 1...80, using: &random)
        let isEnough = points <= available
        #expect(try (shop.spend(points) != nil) == isEnough)
        guard isEnough else { continue }
        available -= points
        spent += points
      case 4:
        try shop.store.database.write(locking: []) { connection in
          _ = try connection.execute(
            """
            UPDATE coupon SET used_at = issued_at WHERE id = (
              SELECT min(id) FROM coupon
              WHERE member = 'mem_new' AND withdrawn_at IS NULL AND used_at IS NULL)
            """)
        }
      default:
        let open = sales.indices.filter { sales[$0].left > 0 }
        guard let index = open.randomElement(using: &random) else { continue }
        let part = Int64.random(in: 1...sales[index].left, using: &random)
        let receipt = try shop.takeBack(sales[index].name, part)
        sales[index].left -= part
        available -= (receipt.points + receipt.fromOffers).rawValue
        #expect(receipt.available.rawValue == available && receipt.left.amount == sales[index].left)
      }
      try shop.expectSound("step \(step)")
      #expect(try shop.available() == available)
    }
    for sale in sales where sale.left > 0 { try shop.takeBack(sale.name) }
    try shop.expectSound("in the end")
    #expect(try LedgerAudit(shop.store).step() == 0)
    #expect(try shop.available() == -spent)
    #expect(try shop.owed().reduce(0, +) == spent)
    let rest = try Rest(shop)
    #expect(rest.awards.isEmpty && rest.earned == .zero && rest.referral == [0])
    // What is left of stamps and coupons was used.
    #expect(
      try rest.coupons
        == shop.rows("SELECT count(*) FROM coupon WHERE member = 'mem_new' AND used_at IS NOT NULL")
    )
    #expect(rest.stamps.allSatisfy { $0.filled == 0 })
  }
}
