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
    guard try note(purchase, of: member, connection) else { return PurchaseGifts() }
    return PurchaseGifts(
      promotions: try Promotions(self, .english).award(member, for: purchase, connection),
      coupons: try StampCards(self).stamp(member, for: purchase, connection))
  }

  /// - Returns: `false` when it was noted before.
  func note(
    _ purchase: Purchase, of member: Member.ID, _ connection: Connection
  ) throws -> Bool {
    try connection.first(
      """
      INSERT INTO purchase VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING RETURNING id
      """,
      [
        .text(purchase.id.rawValue), .text(member.rawValue), .optional(purchase.lot),
        .text(purchase.categories.map(\.rawValue).joined(separator: " ")),
        .integer(purchase.amount.amount), .text(purchase.amount.currency),
        .integer(purchase.at.rawValue),
      ]
    ) { _ in true } ?? false
  }
}

/// A purchase that was not returned, as promotions count it.
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
      SELECT at, categories, amount, currency, coalesce(lot.granted, 0)
      FROM kept_purchase LEFT JOIN lot ON lot.id = lot
      WHERE kept_purchase.member = ? AND at >= ? ORDER BY at
      """, [.text(member.rawValue), .integer(start.rawValue)]
    ) { row in
      CountedPurchase(
        at: Instant(milliseconds: row.int(0)),
        categories: row.text(1).split(separator: " ").map { .init(rawValue: String($0)) },
        amount: Money(amount: row.int(2), currency: row.text(3)), points: Points(row.int(4)))
    }
  }
}
