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
  static let amounts: ClosedRange<Int64> = 1...100_000_000

  /// Gives all of it or nothing, once for each key.
  ///
  /// Throws `not_found` for a card that nobody has, `validation_failed` for an amount that is none,
  /// `idempotency_mismatch` for the key of another sale.
  func sell(_ purchase: TillPurchase, key: String, at now: Instant) throws -> TillSale {
    let terms = try store.database.read { connection in try Terms(store, connection) }
    guard purchase.amount.currency == terms.currency, Till.amounts.contains(purchase.amount.amount)
    else {
      throw Problem.invalid(
        "/amount", "invalid", "1–100000000, \(terms.currency)", in: language)
    }
    let id = Purchase.ID("pur_" + Token.text(SHA256.hash(Array(key.utf8))))
    let before = try store.database.read { connection in try posted(id, connection)?.at }
    // A rotating code that stood for the card when it was sold still names the same sale.
    let member =
      try before.flatMap { try store.member(forCode: purchase.card, now: $0)?.id }
      ?? store.member(forCode: purchase.card, now: now)?.id
    guard let member else { throw Problem(.notFound, in: language) }
    let ledger = Ledger(store, try store.zone())
    return try store.database.write(locking: [.member(member.rawValue)]) { connection in
      // NB: a sale whose answer got lost with its server is known by its key here.
      if let posted = try posted(id, connection) {
        guard posted.member == member, posted.amount == purchase.amount,
          posted.categories == Till.text(Till.categories(of: purchase))
        else { throw Problem(.idempotencyMismatch, in: language) }
        let available = try available(member, at: posted.at, connection)
        return TillSale(
          receipt: try receipt(of: id, posted.points, available, connection),
          postedBefore: posted.at)
      }
      try ledger.settle(member, now: now, connection)
      let points = terms.points(for: purchase.amount)
      try give(points, for: purchase, id, member, ledger, now, connection)
      let available = try ledger.available(member, connection)
      return TillSale(receipt: try receipt(of: id, points, available, connection))
    }
  }

  /// A purchase as it stands in the database.
  private struct Posted {
    var member: Member.ID
    var points: Points
    var categories: String
    var amount: Money
    var at: Instant
  }

  private func posted(_ id: Purchase.ID, _ connection: Connection) throws -> Posted? {
    try connection.first(
      """
      SELECT purchase.member, coalesce(lot.granted, 0), categories, amount, currency, at
      FROM purchase LEFT JOIN lot ON lot.id = lot WHERE purchase.id = ?
      """, [.text(id.rawValue)]
    ) { row in
      Posted(
        member: Member.ID(row.text(0)), points: Points(row.int(1)), categories: row.text(2),
        amount: Money(amount: row.int(3), currency: row.text(4)),
        at: Instant(milliseconds: row.int(5)))
    }
  }

  private func receipt(
    of id: Purchase.ID, _ points: Points, _ available: Points, _ connection: Connection
  ) throws -> TillReceipt {
    TillReceipt(
      points: points, fromOffers: try fromOffers(id, connection), available: available,
      coupons: try coupons(id, connection))
  }

  /// What there was at a moment, whatever has happened since: all lines, without those after it.
  private func available(
    _ member: Member.ID, at moment: Instant, _ connection: Connection
  ) throws -> Points {
    let later = try LedgerDay.points(of: member, after: moment, connection)
    return try LedgerTotals(of: member, connection).points - later
  }

  /// At most twenty; each word of a name counts as one, see `note`.
  private static func categories(of sold: TillPurchase) -> [Purchase.Category] {
    sold.categories.prefix(20).map { .init(rawValue: $0) }
  }

  private static func text(_ categories: [Purchase.Category]) -> String {
    categories.map(\.rawValue).joined(separator: " ")
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
      id: id, lot: lot, categories: Till.categories(of: sold), amount: sold.amount, at: now)
    try ledger.applyPromotions(member, purchase, connection)
    try Referrals(store, ledger.zone).firstPurchase(of: member, at: now, connection)
  }

  private static let title: LocalizedText = [.russian: "Покупка", .english: "Purchase"]
}
