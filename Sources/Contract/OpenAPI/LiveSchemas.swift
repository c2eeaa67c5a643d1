import Loyalty

extension Schema {
  /// What keeps a client up to date.
  static let live: [String: JSON] = [
    "Changes": object(
      "What is not as the token says that the client knows it.",
      [
        "next": text("Opaque; the next request's since."),
        "last_event_id": nullable(
          text("Where the stream of events stood before this: Last-Event-ID for going on here.")),
        "data": [
          "type": "object", "additionalProperties": [:],
          "description": .string(
            "By name: program, and for a session member, cards, balance, ledger and so on. Each is "
              + "what the route of that resource answers with; what has not changed is left out."),
        ],
      ]),
    "EventStream": [
      "type": "string",
      "description": .string(
        "Server-sent events (WHATWG). The data of each is a ChangeHint; a comment comes every 15 "
          + "seconds when nothing else does."),
      // OpenAPI 3.1 has no word for the items of a stream.
      "x-event-data": reference("ChangeHint"),
    ],
    "ChangeHint": object(
      "Something of the member's, or of everybody's, has changed.",
      [
        "resource": text("Its name in the data of Changes; changes when it is not known which."),
        "id": nullable(text("Which one of several.")),
        "etag": nullable(text("Its entity tag.")),
      ]),
  ]
}
