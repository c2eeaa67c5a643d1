import Loyalty
import SQLite

extension Ledger {
  /// Notes a purchase, and gives what it completes.
  ///
  /// That is bonus points of promotions and coupons of full stamp cards. The same purchase again does
  /// nothing. It runs in the transaction that gives the purchase's own points, after them.
  @discardableResult
  func applyPromotions(
    _ member: Member.ID, _ purchase: Purchase, _ connection: Connection
  ) throws -> PurchaseGifts {
    guard try recordPurchase(purchase, of: member, connection) else { return PurchaseGifts() }
    return PurchaseGifts(
      promotions: try Promotions(self, .english).award(member, for: purchase, connection),
      coupons: try StampCards(self).stamp(member, for: purchase, connection))
  }

  /// - Returns: `false` when it was recorded before.
  func recordPurchase(
    _ purchase: Purchase, of member: Member.ID, _ connection: Connection
  ) throws -> Bool {
    try connection.first(
      """
      INSERT INTO purchase (id, member, lot, categories, amount, currency, at, points)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,
        coalesce((SELECT granted FROM lot WHERE lot.id = ?3), 0))
      ON CONFLICT (id) DO NOTHING RETURNING id
      """,
      [
        .text(purchase.id.rawValue), .text(member.rawValue), .optional(purchase.lot),
        .text(Purchase.text(purchase.categories)),
        .integer(purchase.amount.amount), .text(purchase.amount.currency),
        .integer(purchase.at.rawValue),
      ]
    ) { _ in true } ?? false
  }
}

/// What of a purchase was not returned, as promotions count it.
struct CountedPurchase: Sendable {
  var at: Instant
  var categories: [Purchase.Category]
  var amount: Money
  var points: Points

  /// Of one member, in the order of time.
  static func all(
    of member: Member.ID, since start: Instant, _ connection: Connection
  ) throws -> [CountedPurchase] {
    try connection.query(
      """
      SELECT at, categories, amount - returned, currency, coalesce(lot.granted + (
          SELECT coalesce(sum(points), 0) FROM entry WHERE entry.reverses = lot.entry), 0),
        returned_categories
      FROM kept_purchase LEFT JOIN lot ON lot.id = lot
      WHERE kept_purchase.member = ? AND at >= ? ORDER BY at
      """, [.text(member.rawValue), .integer(start.rawValue)]
    ) { row in
      let returned = Purchase.categories(row.text(5))
      return CountedPurchase(
        at: Instant(milliseconds: row.int(0)),
        categories: Purchase.categories(row.text(1)).filter { !returned.contains($0) },
        amount: Money(amount: row.int(2), currency: row.text(3)), points: Points(row.int(4)))
    }
  }
}
