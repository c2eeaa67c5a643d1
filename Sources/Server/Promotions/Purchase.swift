import Loyalty

/// What somebody bought, as far as promotions and stamp cards care.
struct Purchase: Hashable, Sendable {
  typealias ID = Identifier<Purchase>

  var id: ID
  /// What it gave, see `Ledger.earn`; what of it was taken back counts for nothing.
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

extension Purchase {
  /// Most sorts of goods that a purchase has.
  private static let mostCategories = 20

  /// As tills say them: each word once, in the order of the words, so that however a till sorts or
  /// joins them, they are the same.
  static func categories(_ said: [String]) -> [Category] {
    let words = Set(said.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) })
    return words.sorted().prefix(mostCategories).map { Category(rawValue: $0) }
  }

  /// As a column holds them, see `text`.
  static func categories(_ column: String) -> [Category] {
    column.split(separator: " ").map { Category(rawValue: String($0)) }
  }

  static func text(_ categories: [Category]) -> String {
    categories.map(\.rawValue).joined(separator: " ")
  }
}

/// What a purchase brought beside its own points.
struct PurchaseGifts: Hashable, Sendable {
  /// Promotions that it completed.
  var promotions: [Promotion.ID] = []
  /// Coupons of the stamp cards that it filled.
  var coupons: [Coupon] = []
}
