import Contract
import Loyalty
import SQLite

/// What a purchase gives a member: its points, and what promotions, stamp cards and recommendations
/// make of it.
struct Till {
  let store: ServerStore
  let language: Language

  /// Hundredths of money for one point where the program says nothing else.
  private static let moneyPerPoint: Int64 = 2000
  /// Days that points live.
  private static let lifetime: Int64 = 180
  static let currency = "RUB"
  /// Hundredths; a typing error at the till must not make anybody rich.
  private static let amounts: ClosedRange<Int64> = 1...100_000_000

  /// Gives all of it or nothing, once for each key.
  ///
  /// Throws `not_found` for a card that nobody has, `validation_failed` for an amount that is none.
  func sell(_ purchase: TillPurchase, key: String, at now: Instant) throws -> TillReceipt {
    let terms = try store.database.read { connection in try Terms(store, connection) }
    guard purchase.amount.currency == terms.currency, Till.amounts.contains(purchase.amount.amount)
    else {
      throw Problem.invalid(
        "/amount", "invalid", "1–100000000, \(terms.currency)", in: language)
    }
    guard let member = try store.member(forCode: purchase.card, now: now)?.id else {
      throw Problem(.notFound, in: language)
    }
    let ledger = Ledger(store, try store.zone())
    let id = Purchase.ID("pur_" + Token.text(SHA256.hash(Array(key.utf8))))
    return try store.database.transaction { connection in
      try ledger.settle(member, now: now, connection)
      let points = terms.points(for: purchase.amount)
      // NB: a sale whose answer got lost with its server is known by its key here.
      if try !isKnown(id, connection) {
        try give(points, for: purchase, id, member, ledger, now, connection)
      }
      return TillReceipt(
        points: points, fromOffers: try fromOffers(id, connection),
        available: try ledger.available(member, connection), coupons: try coupons(id, connection))
    }
  }

  /// What the program pays for money.
  struct Terms: Sendable {
    var currency: String
    private let moneyPerPoint: Int64
    private let unit: Int64

    init(_ store: ServerStore, _ connection: Connection) throws {
      currency = try store.setting("currency", connection) ?? Till.currency
      let rate = try store.setting("money_per_point", connection).flatMap { Int64($0) }
      moneyPerPoint = max(1, rate ?? Till.moneyPerPoint)
      unit = try store.program(connection).pointUnit
    }

    func points(for money: Money) -> Points { Points(money.amount * unit / moneyPerPoint) }
  }

  private func isKnown(_ id: Purchase.ID, _ connection: Connection) throws -> Bool {
    try connection.first("SELECT 1 FROM purchase WHERE id = ?", [.text(id.rawValue)]) { _ in true }
      ?? false
  }

  /// Bonus points of the offers that a purchase completed.
  private func fromOffers(_ id: Purchase.ID, _ connection: Connection) throws -> Points {
    try connection.first(
      "SELECT coalesce(sum(granted), 0) FROM award JOIN lot ON lot.id = award.lot WHERE purchase = ?",
      [.text(id.rawValue)]
    ) { Points($0.int(0)) } ?? .zero
  }

  /// Titles of the coupons of the stamp cards that a purchase filled.
  private func coupons(_ id: Purchase.ID, _ connection: Connection) throws -> [LocalizedText] {
    try connection.query(
      """
      SELECT coupon.title FROM purchase JOIN stamp ON stamp.purchase = purchase.id
      JOIN stamp_card ON stamp_card.id = stamp.card AND stamp_card.completed_at = purchase.at
      JOIN coupon ON coupon.member = purchase.member AND coupon.key = 'stamp card ' || stamp_card.id
      WHERE purchase.id = ? ORDER BY stamp_card.id
      """, [.text(id.rawValue)]
    ) { $0.text(0) }.map { try Wire.decode(LocalizedText.self, from: Array($0.utf8)) }
  }

  private func give(
    _ points: Points, for sold: TillPurchase, _ id: Purchase.ID, _ member: Member.ID,
    _ ledger: Ledger, _ now: Instant, _ connection: Connection
  ) throws {
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
    try ledger.applyPromotions(member, purchase, connection)
    try Referrals(store, ledger.zone).firstPurchase(of: member, at: now, connection)
  }

  private static let title: LocalizedText = [.russian: "Покупка", .english: "Purchase"]
}
