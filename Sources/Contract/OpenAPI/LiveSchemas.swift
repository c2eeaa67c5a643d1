import Loyalty

extension Schema {
  /// What keeps a client up to date.
  static let live: [String: JSON] = [
    "Changes": object(
      "What is not as the token says that the client knows it.",
      [
        "next": text("Opaque; the next request's since."),
        "data": [
          "type": "object", "additionalProperties": [:],
          "description": .string(
            "By name: program, and for a session member, cards, balance, ledger and so on. Each is "
              + "what the route of that resource answers with; what has not changed is left out."),
        ],
      ])
  ]
}
