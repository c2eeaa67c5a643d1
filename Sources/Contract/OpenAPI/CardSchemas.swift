extension Schema {
  /// Codes of cards.
  static let cardCodes: [String: JSON] = [
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
      ])
  ]
}
