import Contract
import Loyalty
import SQLite

/// What a purchase gives a member: its points, and what promotions, stamp cards and recommendations
/// make of it.
struct Till {
  let store: ServerStore
  let language: Language

  /// Hundredths of money for one point where the program says nothing else.
  static let moneyPerPoint: Int64 = 2000
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
    try checkCategories(purchase.categories)
    let goods = try goods(purchase.goods, making: purchase.amount.amount)
    let terms = try store.database.read { connection in try Terms(store, connection) }
    guard purchase.amount.currency == terms.currency, Till.amounts.contains(purchase.amount.amount)
    else {
      throw Problem.invalid(
        "/amount", "invalid", "1–100000000, \(terms.currency)", in: language)
    }
    let id = Till.sale(of: key)
    let (before, isTaken) = try store.database.read { connection in
      (try posted(id, connection)?.at, try isGone(id.rawValue, connection))
    }
    guard !isTaken else { throw gone() }
    // A rotating code that stood for the card when it was sold still names the same sale.
    let member =
      try before.flatMap { try store.member(forCode: purchase.card, now: $0)?.id }
      ?? store.member(forCode: purchase.card, now: now)?.id
    guard let member else { throw Problem(.notFound, in: language) }
    let ledger = Ledger(store, try store.zone())
    let place = try place(purchase.store)
    return try store.database.write(locking: [.member(member.rawValue)]) { connection in
      // NB: a sale whose answer got lost with its server is known by its key here.
      if let posted = try posted(id, connection) {
        let categories = Set(Purchase.categories(purchase.categories))
        guard posted.member == member, posted.amount == purchase.amount,
          Set(Purchase.categories([posted.categories])) == categories
        else { throw Problem(.idempotencyMismatch, in: language) }
        let printed = try posted.lot.flatMap { try ledger.receipt(of: $0, connection) }
        guard goods.isEmpty || printed == nil || printed?.goods == goods else {
          throw Problem(.idempotencyMismatch, in: language)
        }
        return TillSale(
          receipt: try receipt(of: posted, connection), postedBefore: posted.at,
          returned: posted.returned.amount > 0 ? posted.returned : nil)
      }
      // Deleted a moment ago.
      guard try !isGone(id.rawValue, connection) else { throw gone() }
      try ledger.settle(member, now: now, connection)
      let points = terms.points(for: purchase.amount)
      let words = Ledger.Words(kind: .earn, title: Till.title, place: place)
      let lot = try give(points, words, for: purchase, id, member, ledger, now, connection)
      let receipt = TillReceipt(
        sale: id.rawValue, points: points, fromOffers: try fromOffers(id, connection),
        available: try ledger.available(member, connection), coupons: try coupons(id, connection))
      try recordReceipt(receipt, connection)
      let printed = Receipt(
        number: number(purchase.number), sum: purchase.amount, goods: goods, rate: terms.rate,
        offers: try ledger.gifts(id, connection), coupons: receipt.coupons,
        balance: receipt.available)
      try ledger.keep(printed, of: lot, connection)
      return TillSale(receipt: receipt)
    }
  }

  func checkCategories(_ named: [String]) throws(Problem) {
    if let index = named.firstIndex(of: "") {
      throw .empty("/categories/\(index)", in: language)
    }
  }

  /// The sale that a till has posted with a key.
  static func sale(of key: String) -> Purchase.ID {
    Purchase.ID("pur_" + Token.text(SHA256.hash(Array(key.utf8))))
  }

  /// A purchase as it stands in the database.
  struct Posted {
    var id: Purchase.ID
    var member: Member.ID
    var lot: Int64?
    /// What it gave when it was sold.
    var points: Points
    var categories: String
    var returnedCategories: String
    var amount: Money
    var returned: Money
    var at: Instant
    var receipt: String?
  }

  func posted(_ id: Purchase.ID, _ connection: Connection) throws -> Posted? {
    try connection.first(
      """
      SELECT id, member, lot, points, categories, returned_categories, amount, returned, currency,
        at, receipt
      FROM purchase WHERE id = ?
      """, [.text(id.rawValue)]
    ) { row in
      Posted(
        id: .init(row.text(0)), member: Member.ID(row.text(1)), lot: row.optionalInt(2),
        points: Points(row.int(3)), categories: row.text(4), returnedCategories: row.text(5),
        amount: Money(amount: row.int(6), currency: row.text(8)),
        returned: Money(amount: row.int(7), currency: row.text(8)),
        at: Instant(milliseconds: row.int(9)), receipt: row.optionalText(10))
    }
  }

  /// Whether a sale or a return was a member's who has been deleted since, or is just going.
  func isGone(_ id: String, _ connection: Connection) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM gone_sale WHERE id = ?1 UNION ALL
      SELECT 1 FROM purchase JOIN leaving ON leaving.member = purchase.member
      WHERE purchase.id = ?1 UNION ALL
      SELECT 1 FROM sale_return JOIN leaving ON leaving.member = sale_return.member
      WHERE sale_return.id = ?1
      """, [.text(id)]
    ) { _ in true } ?? false
  }

  /// Why a key is refused that was taken for a member who has been deleted since.
  func gone() -> Problem {
    Problem(
      .idempotencyMismatch, in: language,
      detail: language == .russian
        ? "Ключ занят: его участник удалил свой аккаунт."
        : "The key is taken: its member has deleted the account.")
  }

  /// What was said when it was sold, whatever has happened since.
  ///
  /// Of a sale that was posted before receipts were kept it is made from what still stands.
  func receipt(of posted: Posted, _ connection: Connection) throws -> TillReceipt {
    if let text = posted.receipt {
      return try Wire.decode(TillReceipt.self, from: Array(text.utf8))
    }
    let ledger = Ledger(store, try store.zone(connection))
    return TillReceipt(
      sale: posted.id.rawValue, points: posted.points,
      fromOffers: try fromOffers(posted.id, connection),
      available: try ledger.available(posted.member, at: posted.at, connection),
      coupons: try coupons(posted.id, connection))
  }

  func recordReceipt(_ receipt: TillReceipt, _ connection: Connection) throws {
    try connection.execute(
      "UPDATE purchase SET receipt = ? WHERE id = ?",
      [.json(receipt), .text(receipt.sale)])
  }

  /// What the program pays for money.
  struct Terms: Sendable {
    var currency: String
    private let moneyPerPoint: Int64
    private let unit: Int64
    /// Hundredths of money that a friend's first purchase must come to.
    let smallestForReferral: Int64

    /// Whole points that the smallest purchase is worth, where the program says no sum.
    private static let pointsForReferral: Int64 = 10

    init(_ store: ServerStore, _ connection: Connection) throws {
      currency = try store.setting("currency", connection) ?? Till.currency
      let rate = try store.setting("money_per_point", connection).flatMap { Int64($0) }
      moneyPerPoint = max(1, rate ?? Till.moneyPerPoint)
      unit = try store.program(connection).pointUnit
      let smallest = try store.setting("referral_smallest_purchase", connection)
      smallestForReferral = max(
        1,
        smallest.flatMap { Int64($0) }
          ?? moneyPerPoint.multiplied(saturating: Terms.pointsForReferral))
    }

    /// Money for one point.
    var rate: Money { Money(amount: moneyPerPoint, currency: currency) }

    func points(for money: Money) -> Points { points(for: money.amount) }

    /// - Parameter amount: hundredths of money.
    func points(for amount: Int64) -> Points {
      Points(amount.multiplied(saturating: unit) / moneyPerPoint)
    }
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

  /// - Returns: the lot.
  private func give(
    _ points: Points, _ words: Ledger.Words, for sold: TillPurchase, _ id: Purchase.ID,
    _ member: Member.ID, _ ledger: Ledger, _ now: Instant, _ connection: Connection
  ) throws -> Int64 {
    // Also of a sale too small for points there is a line: the receipt is kept by it.
    let today = ledger.zone.local(now).day.daysSince1970
    let lot = try ledger.earn(
      member, points, words, at: now, lastDay: Day(daysSince1970: today + Till.lifetime),
      connection)
    let purchase = Purchase(
      id: id, lot: lot, categories: Purchase.categories(sold.categories), amount: sold.amount,
      at: now)
    try ledger.applyPromotions(member, purchase, connection)
    try Referrals(store, ledger.zone).firstPurchase(
      of: member, by: id, for: sold.amount.amount, at: now, connection)
    return lot
  }

  private static let title: LocalizedText = [.russian: "Покупка", .english: "Purchase"]
}
