import Loyalty

/// What somebody bought, as far as promotions and stamp cards care.
struct Purchase: Hashable, Sendable {
  typealias ID = Identifier<Purchase>

  var id: ID
  /// What it gave, see `Ledger.earn`; a purchase whose line was reversed counts for nothing.
  var lot: Int64?
  var categories: [Category]
  var amount: Money
  var at: Instant

  /// A sort of goods.
  struct Category: RawRepresentable, Hashable, Codable, Sendable {
    let rawValue: String

    static let coffee = Category(rawValue: "coffee")
    static let tea = Category(rawValue: "tea")
    static let food = Category(rawValue: "food")
    static let beans = Category(rawValue: "beans")
  }
}

/// What a purchase brought beside its own points.
struct PurchaseGifts: Hashable, Sendable {
  /// Promotions that it completed.
  var promotions: [Promotion.ID] = []
  /// Coupons of the stamp cards that it filled.
  var coupons: [Coupon] = []
}
