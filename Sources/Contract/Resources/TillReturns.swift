import HTTPTypes
public import Loyalty

/// Body of `POST /v1/admin/returns`: what a till takes back of a sale.
public struct TillReturn: Codable, Equatable, Sendable {
  /// The `sale` of its receipt, or the key that the same administrator posted it with.
  public var sale: String
  /// `nil` is all that is left of the sale.
  @Nullable public var amount: Money?
  /// Sorts of goods of the sale that come back with a part of it, and count no more.
  @Nullable public var categories: [String]?
  /// What the till has read of the customer's card; the sale must be theirs.
  @Nullable public var card: String?
  /// What of the paper comes back, at most `Receipt.mostGoods`; their sums make the amount.
  @Nullable public var goods: [Receipt.Goods]?
  /// The number of the paper of the return.
  @Nullable public var number: String?

  public init(
    sale: String, amount: Money? = nil, categories: [String]? = nil, card: String? = nil,
    goods: [Receipt.Goods]? = nil, number: String? = nil
  ) {
    self.sale = sale
    self.amount = amount
    self.categories = categories
    self.card = card
    self.goods = goods
    self.number = number
  }
}

/// What came of it for the member.
public struct TillReturnReceipt: Codable, Equatable, Sendable {
  public var sale: String
  /// What was taken back now.
  public var amount: Money
  /// What is left of the sale.
  public var left: Money
  /// Points that went of those that the sale itself gave.
  public var points: Points
  /// Points that went with offers that the other purchases do not complete.
  public var fromOffers: Points
  /// Below zero is owed: the next points that are earned pay it.
  public var available: Points
  /// Titles of the coupons that went, unused.
  public var withdrawnCoupons: [LocalizedText]
  /// Titles of those that were used and stay.
  public var usedCoupons: [LocalizedText]

  public init(
    sale: String, amount: Money, left: Money, points: Points, fromOffers: Points,
    available: Points, withdrawnCoupons: [LocalizedText], usedCoupons: [LocalizedText]
  ) {
    self.sale = sale
    self.amount = amount
    self.left = left
    self.points = points
    self.fromOffers = fromOffers
    self.available = available
    self.withdrawnCoupons = withdrawnCoupons
    self.usedCoupons = usedCoupons
  }

  enum CodingKeys: String, CodingKey {
    case sale
    case amount
    case left
    case points
    case fromOffers = "from_offers"
    case available
    case withdrawnCoupons = "withdrawn_coupons"
    case usedCoupons = "used_coupons"
  }
}

extension Endpoint {
  static let ofTillReturns: [Endpoint] = [.returns]

  static let returns = Endpoint(
    .post, "/v1/admin/returns", .staff(.admin), needs: .key, feature: nil,
    body: .paper("TillReturn"), answer: .created("TillReturnReceipt"), problems: [.notFound],
    id: "postReturn",
    summary: "What a till takes back of a sale; for administrators."
  ) { _ in .returns }
}

extension Schema {
  static let tillReturns: [String: JSON] = [
    "TillReturn": object(
      "What a till takes back of a sale, whole or in parts.",
      [
        "sale": text(
          "The sale of its receipt, or the key that the same administrator posted it with.")
      ],
      optional: [
        "amount": nullable(reference("Money")).merging([
          "description": "Null is all that is left of the sale."
        ]),
        "categories": nullable(list(of: openEnum(["coffee", "tea", "food", "beans"]))).merging([
          "description":
            "Sorts of goods of the sale that come back with a part of it, and count no more."
        ]),
        "card": nullable(
          text("What was read of the customer's card; the sale must be theirs.")),
        "goods": nullable(list(of: reference("ReceiptGoods")).merging(["maxItems": 400])).merging([
          "description": "What of the paper comes back; the sums make the amount."
        ]),
        "number": nullable(text("The number of the paper of the return.")),
      ]),
    "TillReturnReceipt": object(
      "What came of a return for the member.",
      [
        "sale": id, "amount": reference("Money"), "left": reference("Money"),
        "points": points, "from_offers": points,
        "available": points.merging([
          "description": "Minor units; below zero is owed, and the next earnings pay it."
        ]),
        "withdrawn_coupons": list(of: reference("LocalizedText")),
        "used_coupons": list(of: reference("LocalizedText")),
      ]),
  ]
}

extension Sample {
  static let tillReturns = [
    Sample("TillReturn", TillReturn(sale: "pur_1")),
    Sample(
      "TillReturn",
      TillReturn(
        sale: "pur_1", amount: Money(amount: 100, currency: "RUB"), categories: ["food"],
        card: "LH1:1",
        goods: [Receipt.Goods(name: text, price: 100, sum: 100)], number: "0413")),
    Sample(
      "TillReturnReceipt",
      TillReturnReceipt(
        sale: "pur_1", amount: Money(amount: 100, currency: "RUB"),
        left: Money(amount: 0, currency: "RUB"), points: Points(5), fromOffers: .zero,
        available: Points(-3), withdrawnCoupons: [text], usedCoupons: [])),
  ]
}
