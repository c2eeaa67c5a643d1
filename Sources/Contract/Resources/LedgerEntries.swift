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
      ]),
    "LedgerEntryPage": page(of: "LedgerEntry"),
  ]
}

extension Sample {
  static let ledgerEntries = [
    Sample(
      "LedgerEntryPage", Page(data: entries, page: PageInfo(nextCursor: "c", hasMore: true)))
  ]

  private static let entries = [
    LedgerEntry(
      id: .init("1"), kind: .earn, points: Points(5), title: text, place: text, createdAt: now),
    LedgerEntry(
      id: .init("2"), kind: .refund, points: Points(-5), title: text, place: nil, createdAt: now,
      reverses: .init("1")),
  ]
}
