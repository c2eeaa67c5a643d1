import Loyalty
import SQLite

extension BrandSeed {
  /// Days for which purchases are stamped and counted.
  private static let counted: Int64 = 120

  /// A member's visits, up to a purchase of today whose points are on the way.
  func live(
    _ member: Member.ID, _ random: inout SplitMix64, _ connection: Connection
  ) throws {
    let today = ledger.zone.local(now).day.daysSince1970
    var day = today - Self.days
    while day < today {
      try visit(member, day, today, &random, connection)
      day += Int64.random(in: 4...14, using: &random)
    }
    let order = brand.orders[0]
    let lot = try ledger.earn(
      member, points(for: order), words(of: order, &random),
      at: ledger.today(secondsBefore: now, 5400),
      activeFrom: now.adding(days: 1), lastDay: Day(daysSince1970: today + brand.lifetime),
      connection)
    try ledger.settle(member, now: now, connection)
    try printed(order).keep(of: lot, ledger, connection)
  }

  private func visit(
    _ member: Member.ID, _ day: Int64, _ today: Int64, _ random: inout SplitMix64,
    _ connection: Connection
  ) throws {
    let order = brand.orders[Int.random(in: brand.orders.indices, using: &random)]
    let words = words(of: order, &random)
    // Some time of the day between ten and six.
    let seconds = Int64.random(in: 10 * 3600..<18 * 3600, using: &random)
    let at = Instant(milliseconds: (day * 86_400 + seconds) * 1000)
    let lot = try ledger.earn(
      member, points(for: order), words, at: at,
      lastDay: Day(daysSince1970: day + brand.lifetime), connection)
    let purchase = Purchase(
      id: .init("pur_\(lot)"), lot: lot, categories: [.init(rawValue: order.category)],
      amount: Money(amount: order.price, currency: folder.currency ?? Till.currency), at: at)
    if day >= today - Self.counted {
      try ledger.applyPromotions(member, purchase, connection)
    } else {
      _ = try ledger.recordPurchase(purchase, of: member, connection)
    }
    try printed(order).keep(of: lot, purchase: purchase.id, ledger, connection)
    switch Int.random(in: 0..<24, using: &random) {
    // Whatever the hour is now, it was brought back before today.
    case 0 where day < today - 2:
      try bringBack(lot, member, words, at.adding(seconds: 86_000), connection)
    case 1...4: try spend(member, words, at.adding(seconds: 60), &random, connection)
    default: break
    }
  }

  private func bringBack(
    _ lot: Int64, _ member: Member.ID, _ bought: Ledger.Words, _ at: Instant,
    _ connection: Connection
  ) throws {
    let words = Ledger.Words(
      kind: .refund, title: localized(brand.refund), place: bought.place)
    try ledger.bringBack(lot, member, words, at: at, connection)
  }

  /// People keep some points for a rainy day.
  private func spend(
    _ member: Member.ID, _ bought: Ledger.Words, _ at: Instant, _ random: inout SplitMix64,
    _ connection: Connection
  ) throws {
    let reward = folder.rewards[Int.random(in: 0..<3, using: &random)]
    let kept = Points(80 * folder.program.pointUnit)
    guard try ledger.available(member, connection) >= reward.cost + kept else { return }
    let words = Ledger.Words(kind: .spend, title: reward.title, place: bought.place)
    try ledger.spend(member, reward.cost, words, at: at, connection)
  }

  private func points(for order: BrandHistory.Order) -> Points {
    Points(order.price * folder.program.pointUnit / rate.amount)
  }

  private var rate: Money {
    Money(
      amount: folder.moneyPerPoint ?? Till.moneyPerPoint,
      currency: folder.currency ?? Till.currency)
  }

  private func printed(_ order: BrandHistory.Order) -> PrintedOrder {
    let parts =
      order.parts.isEmpty
      ? [BrandHistory.Order.Part(name: order.title, price: order.price)] : order.parts
    return PrintedOrder(
      goods: parts.map { part in
        Receipt.Goods(
          name: localized(part.name), quantity: part.count * 1000, price: part.price,
          sum: part.price * part.count)
      }, price: order.price, rate: rate)
  }

  private func words(of order: BrandHistory.Order, _ random: inout SplitMix64) -> Ledger.Words {
    let shop = folder.shops[Int.random(in: folder.shops.indices, using: &random)]
    return Ledger.Words(kind: .earn, title: localized(order.title), place: shop.name)
  }
}
