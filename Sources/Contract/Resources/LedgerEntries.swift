import HTTPTypes
import Loyalty

extension Endpoint {
  static let ofLedgerEntries: [Endpoint] = [.ledger]

  static let ledger = Endpoint(
    .get, "/v1/me/ledger", .member, needs: [], feature: nil,
    query: ["Limit", "Cursor"],
    answer: .tagged("LedgerEntryPage"), problems: [.validationFailed],
    id: "listLedger",
    summary: "The ledger, newest first."
  ) { asked throws(Problem) in .ledger(try PageQuery(asked.query, in: asked.language)) }
}

extension Schema {
  static let ledgerEntries: [String: JSON] = [
    "LedgerEntry": object(
      "One line of a ledger; lines are added, never changed.",
      [
        "id": id,
        "kind": openEnum(["earn", "spend", "expire", "return", "adjust", "bonus"]),
        "points": points,
        "title": reference("LocalizedText"),
        "place": nullable(reference("LocalizedText")),
        "created_at": instant,
        "reverses": nullable(id),
        "receipt": nullable(reference("Receipt")),
      ]),
    "Receipt": object(
      "What a till printed of a sale, or of what it took back.",
      [
        "number": nullable(text("The till's own, as it stands on the paper.")),
        "sum": reference("Money").merging(["description": "Below zero for what was taken back."]),
        "goods": list(of: reference("ReceiptGoods")).merging(["maxItems": 400]),
        "rate": nullable(reference("Money")).merging(["description": "Money for one point."]),
        "offers": list(of: reference("ReceiptGift")),
        "coupons": list(of: reference("LocalizedText")),
        "balance": nullable(points).merging(["description": "Available right after it."]),
      ]),
    "ReceiptGoods": object(
      "One line of a receipt.",
      [
        "name": reference("LocalizedText"),
        "quantity": whole("Thousandths of a piece, a kilogram or what the till counts."),
        "price": whole("Of one, in minor units of the receipt's money."),
        "sum": whole("Of the line; below zero is what was taken off."),
      ]),
    "ReceiptGift": object(
      "Points of an offer.", ["title": reference("LocalizedText"), "points": points]),
    "LedgerEntryPage": page(of: "LedgerEntry"),
  ]
}

extension Sample {
  static let ledgerEntries = [
    Sample(
      "LedgerEntryPage", Page(data: entries, page: PageInfo(nextCursor: "c", hasMore: true)))
  ]

  private static let receipt = Receipt(
    number: "0412", sum: Money(amount: 35_000, currency: "RUB"),
    goods: [
      Receipt.Goods(name: text, quantity: 2000, price: 17_500, sum: 35_000)
    ], rate: Money(amount: 2000, currency: "RUB"),
    offers: [Receipt.Gift(title: text, points: Points(5))], coupons: [text],
    balance: Points(99))
  private static let plainReceipt = Receipt(sum: Money(amount: -35_000, currency: "RUB"))

  private static let entries = [
    LedgerEntry(
      id: .init("1"), kind: .earn, points: Points(5), title: text, place: text, createdAt: now,
      receipt: receipt),
    LedgerEntry(
      id: .init("2"), kind: .refund, points: Points(-5), title: text, place: nil, createdAt: now,
      reverses: .init("1"), receipt: plainReceipt),
    LedgerEntry(
      id: .init("3"), kind: .bonus, points: Points(5), title: text, place: nil, createdAt: now),
  ]
}
