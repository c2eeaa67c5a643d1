import Contract
import Loyalty
import SQLite

/// What a purchase gives a member: its points, and what promotions, stamp cards and recommendations
/// make of it.
struct Till {
  let store: ServerStore
  let language: Language

  /// Hundredths of money for one point, and days that it lives.
  private static let moneyPerPoint: Int64 = 2000
  private static let lifetime: Int64 = 180
  private static let currency = "RUB"
  /// Hundredths; a typing error at the till must not make anybody rich.
  private static let amounts: ClosedRange<Int64> = 1...100_000_000

  /// Gives all of it or nothing, once for each key.
  ///
  /// Throws `not_found` for a card that nobody has, `validation_failed` for an amount that is none.
  func sell(_ purchase: TillPurchase, key: String, at now: Instant) throws -> TillReceipt {
    guard purchase.amount.currency == Till.currency, Till.amounts.contains(purchase.amount.amount)
    else {
      throw Problem.invalid("/amount", "invalid", "1–100000000, RUB", in: language)
    }
    guard let member = try store.member(forCode: purchase.card, now: now)?.id else {
      throw Problem(.notFound, in: language)
    }
    let ledger = Ledger(store, try store.zone())
    let id = Purchase.ID("pur_" + Token.text(SHA256.hash(Array(key.utf8))))
    return try store.database.transaction { connection in
      try ledger.settle(member, now: now, connection)
      let points = Points(purchase.amount.amount / Till.moneyPerPoint)
      var coupons: [Coupon] = []
      // NB: a sale whose answer got lost with its server is known by its key here.
      if try !isKnown(id, connection) {
        coupons = try give(points, for: purchase, id, member, ledger, now, connection)
      }
      return TillReceipt(
        points: points, available: try ledger.available(member, connection),
        coupons: coupons.map(\.title))
    }
  }

  private func isKnown(_ id: Purchase.ID, _ connection: Connection) throws -> Bool {
    try connection.first("SELECT 1 FROM purchase WHERE id = ?", [.text(id.rawValue)]) { _ in true }
      ?? false
  }

  private func give(
    _ points: Points, for sold: TillPurchase, _ id: Purchase.ID, _ member: Member.ID,
    _ ledger: Ledger, _ now: Instant, _ connection: Connection
  ) throws -> [Coupon] {
    var lot: Int64?
    if points > .zero {
      let today = ledger.zone.local(now).day.daysSince1970
      lot = try ledger.earn(
        member, points, Ledger.Words(kind: .earn, title: Till.title, place: nil), at: now,
        lastDay: Day(daysSince1970: today + Till.lifetime), connection)
    }
    let purchase = Purchase(
      id: id, lot: lot, categories: sold.categories.prefix(20).map { .init(rawValue: $0) },
      amount: sold.amount, at: now)
    let gifts = try ledger.applyPromotions(member, purchase, connection)
    try Referrals(store, ledger.zone).firstPurchase(of: member, at: now, connection)
    return gifts.coupons
  }

  private static let title: LocalizedText = [.russian: "Покупка", .english: "Purchase"]
}
