import HTTPTypes
public import Loyalty

/// Body of `POST /v1/admin/purchases`: what a till has sold to a member.
public struct TillPurchase: Codable, Equatable, Sendable {
  /// What the till has read: a one-time code, or the value of a card.
  public var card: String
  public var amount: Money
  /// Sorts of goods: `coffee`, `tea`, `food`, `beans`; others count for nothing special.
  public var categories: [String]
  /// What stands on the paper, at most `Receipt.mostGoods`; their sums make the amount.
  @Nullable public var goods: [Receipt.Goods]?
  /// The paper's number.
  @Nullable public var number: String?
  /// Where it was sold.
  @Nullable public var store: Shop.ID?

  public init(
    card: String, amount: Money, categories: [String] = [], goods: [Receipt.Goods]? = nil,
    number: String? = nil, store: Shop.ID? = nil
  ) {
    self.card = card
    self.amount = amount
    self.categories = categories
    self.goods = goods
    self.number = number
    self.store = store
  }
}

/// What came of it for the member.
public struct TillReceipt: Codable, Equatable, Sendable {
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

extension Endpoint {
  static let ofTillPurchases: [Endpoint] = [.purchases]

  static let purchases = Endpoint(
    .post, "/v1/admin/purchases", .staff(.admin), needs: .key, feature: nil,
    body: .paper("TillPurchase"), answer: .created("TillReceipt"), problems: [.notFound],
    id: "postPurchase",
    summary: "What a till has sold; for administrators."
  ) { _ in .purchases }
}

extension Schema {
  static let tillPurchases: [String: JSON] = [
    "TillPurchase": object(
      "What a till has sold to a member.",
      [
        "card": text("What was read: a one-time code, or the value of a card."),
        "amount": reference("Money"),
        "categories": list(of: openEnum(["coffee", "tea", "food", "beans"])),
      ],
      optional: [
        "goods": nullable(list(of: reference("ReceiptGoods")).merging(["maxItems": 400])).merging([
          "description": "What stands on the paper; the sums make the amount."
        ]),
        "number": nullable(text("The paper's number.")),
        "store": nullable(id.merging(["description": "Where it was sold."])),
      ]),
    "TillReceipt": object(
      "What came of it for the member.",
      [
        "sale": id.merging(["description": "Names the sale, for a return."]),
        "points": points, "from_offers": points, "available": points,
        "coupons": list(of: reference("LocalizedText")),
      ]),
  ]
}

extension Sample {
  static let tillPurchases = [
    Sample(
      "TillPurchase",
      TillPurchase(
        card: "LH1:1", amount: Money(amount: 35_000, currency: "RUB"), categories: ["coffee"])),
    Sample(
      "TillPurchase",
      TillPurchase(
        card: "LH1:1", amount: Money(amount: 35_000, currency: "RUB"), categories: ["coffee"],
        goods: [Receipt.Goods(name: text, quantity: 2000, price: 17_500, sum: 35_000)],
        number: "0412", store: .init("sto_1"))),
    Sample(
      "TillReceipt",
      TillReceipt(
        sale: "pur_1", points: Points(17), fromOffers: Points(5), available: Points(99),
        coupons: [text])),
  ]
}
