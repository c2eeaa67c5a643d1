import Loyalty

/// The fields and parameters that routes share.
enum Components {
  static let parameters: [String: JSON] = [
    "AcceptLanguage": field(
      "Accept-Language", "Languages of the reader; the answer's words follow.", Schema.string),
    "OriginRequestID": field(
      "X-Origin-Request-Id",
      "The client's name for this request, given back; at most 64 visible ASCII characters count.",
      Schema.string),
    "ClientVersion": field(
      "X-Client-Version", "The client's version, Major.Minor.Patch; another text counts as none.",
      Schema.string),
    "IfNoneMatch": field(
      "If-None-Match", "Entity tags that the client has; a match is answered by 304.",
      Schema.string),
    "LastEventID": field(
      "Last-Event-ID",
      "The id of the last event that the client has, or the last_event_id of its last changes: the "
        + "stream goes on there. One that nobody remembers is answered by the hint that all may have "
        + "changed; without the field the stream begins now.",
      Schema.string),
    "IdempotencyKey": field(
      "Idempotency-Key",
      "Names one attempt however often it is sent: a repetition gets the first answer.",
      ["type": "string", "minLength": 1, "maxLength": 255]
    ).merging(["required": true]),
    "Limit": query(
      "limit", "Rows of a page.",
      [
        "type": "integer", "default": 50, "minimum": .number(PageQuery.limits.lowerBound),
        "maximum": .number(PageQuery.limits.upperBound),
      ]),
    "RewardID": name("id", "The reward."),
    "CardID": name("id", "The card."),
    "SessionID": name("id", "The session."),
    "ScreenID": name("id", "The screen."),
    "RevisionID": name("id", "The revision."),
    "ScreenSlug": name("slug", "The screen's slug."),
    "PictureDigest": name("sha256", "SHA-256 of the picture's bytes, in lower-case digits."),
    "IfMatch": field(
      "If-Match", "The entity tag of the screen that is changed, as its etag has it.",
      Schema.string
    ).merging(["required": true]),
    "Since": query(
      "since",
      "The next of the answer before; without it, or with one that says nothing here, all comes.",
      Schema.string),
    "PromotionID": name("id", "The promotion."),
    "WhatIfPoints": query(
      "what_if_points", "Answer as if so many points more were earned now.",
      [
        "type": "integer", "minimum": .number(Route.whatIfLimits.lowerBound),
        "maximum": .number(Route.whatIfLimits.upperBound),
      ]),
    "Cursor": query(
      "cursor", "The next_cursor of the page before.",
      ["type": "string", "minLength": 1, "maxLength": .number(PageQuery.longestCursor)]),
  ]

  static let headers: [String: JSON] = [
    "X-Request-Id": header("The server's name for this request.", Schema.string),
    "X-Origin-Request-Id": header("The client's name for it, when it gave one.", Schema.string),
    "ETag": header("Strong validator of the body.", Schema.string),
    "Cache-Control": header(
      "private, no-cache: keep it, and ask before using it; of what never changes: immutable.",
      Schema.string),
    "Vary": header("What the answer depends on.", Schema.string),
    "Retry-After": header("Seconds to wait first.", ["type": "integer", "minimum": 0]),
    "WWW-Authenticate": header("Bearer.", Schema.string),
  ]

  static func parameter(_ name: String) -> JSON {
    ["$ref": .string("#/components/parameters/\(name)")]
  }

  /// By the field's own name.
  static func header(_ name: String) -> JSON {
    ["$ref": .string("#/components/headers/\(name)")]
  }

  private static func field(_ name: String, _ summary: String, _ schema: JSON) -> JSON {
    [
      "name": .string(name), "in": "header", "description": .string(summary), "schema": schema,
    ]
  }

  /// A parameter of a path.
  private static func name(_ name: String, _ summary: String) -> JSON {
    [
      "name": .string(name), "in": "path", "required": true, "description": .string(summary),
      "schema": ["type": "string", "minLength": 1, "maxLength": .number(Route.longestParameter)],
    ]
  }

  private static func query(_ name: String, _ summary: String, _ schema: JSON) -> JSON {
    ["name": .string(name), "in": "query", "description": .string(summary), "schema": schema]
  }

  private static func header(_ summary: String, _ schema: JSON) -> JSON {
    ["description": .string(summary), "schema": schema]
  }
}
