public import Loyalty

/// Body of `POST /v1/admin/purchases`: what a till has sold to a member.
public struct TillPurchase: Codable, Hashable, Sendable {
  /// What the till has read: a one-time code, or the value of a card.
  public var card: String
  public var amount: Money
  /// Sorts of goods: `coffee`, `tea`, `food`, `beans`; others count for nothing special.
  public var categories: [String]

  public init(card: String, amount: Money, categories: [String] = []) {
    self.card = card
    self.amount = amount
    self.categories = categories
  }
}

/// What came of it for the member.
public struct TillReceipt: Codable, Hashable, Sendable {
  /// Names the sale, for a return.
  public var sale: String
  /// What the purchase itself gave.
  public var points: Points
  /// What offers gave on top, because this purchase completed them.
  public var fromOffers: Points
  public var available: Points
  /// Titles of the coupons that came with it.
  public var coupons: [LocalizedText]

  public init(
    sale: String, points: Points, fromOffers: Points, available: Points,
    coupons: [LocalizedText]
  ) {
    self.sale = sale
    self.points = points
    self.fromOffers = fromOffers
    self.available = available
    self.coupons = coupons
  }

  enum CodingKeys: String, CodingKey {
    case sale
    case points
    case fromOffers = "from_offers"
    case available
    case coupons
  }
}
