import HTTPTypes
import Loyalty

extension Endpoint {
  static let ofCards: [Endpoint] = [.cards, .cardCode]

  static let cards = Endpoint(
    .get, "/v1/me/cards", .member, needs: [], feature: nil,
    answer: .tagged("CardPage"),
    id: "listCards",
    summary: "The member's cards, all on one page."
  ) { _ in .cards }

  static let cardCode = Endpoint(
    .get, "/v1/me/cards/{id}/code", .member, needs: [], feature: nil,
    path: "CardID",
    answer: .fresh("CardCode"), problems: [.notFound],
    id: "getCardCode",
    summary: "A code that stands for the card for a short while."
  ) { .cardCode(Card.ID($0.name)) }
}

extension Schema {
  static let cards: [String: JSON] = [
    "Card": object(
      "A card as the till reads it.",
      [
        "id": id,
        "symbology": openEnum(["qr", "aztec", "data_matrix", "pdf417", "code128", "ean13"]),
        "value": [
          "type": "string", "minLength": 1, "maxLength": 62,
          "description": "What the symbol carries, at most 62 bytes.",
        ],
        "number": text("What is printed beside the symbol."),
      ]),
    "CardPage": page(of: "Card"),
    "CardCode": object(
      "A code that stands for a card for a short while.",
      [
        "value": [
          "type": "string", "minLength": 1, "maxLength": 62,
          "description": "What a QR code carries, at most 62 bytes.",
        ],
        "expires_at": instant,
        "valid_for_s": whole("Seconds from the answer to expires_at.", 1...3600),
        "refresh_after_s": whole("Seconds until there is another code.", 1...3600),
      ]),
  ]
}

extension Sample {
  static let cards = [
    Sample("CardPage", page([Card(id: .init("k"), symbology: .qr, value: "LH1:1", number: "1")])),
    Sample("CardCode", CardCode(value: "LH2:1", expiresAt: now, validFor: 40, refreshAfter: 20)),
  ]
}
