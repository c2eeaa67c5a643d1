import Content
import Loyalty

extension Schema {
  /// Content screens: only what every version needs is required, and what is not known is kept.
  static let content: [String: JSON] = [
    "Screen": [
      "type": "object", "additionalProperties": true,
      "description": .string(
        "A screen of the app that the business edits; members that are not known are "
          + "kept. The server alone writes id, status, revision, published_revision, etag, "
          + "publish_at, published_at, updated_at, updated_by and editors."),
      "required": ["slug", "blocks"],
      "properties": [
        "slug": ["type": "string", "pattern": "^[a-z0-9](-?[a-z0-9])*$", "maxLength": 60],
        "tab": nullable(reference("ScreenTab")),
        "title": reference("LocalizedText"),
        "blocks": list(of: reference("Block")),
        "id": id,
        "status": open(["draft", "published", "modified"]),
        "revision": whole("From 1; each save is one more."),
        "published_revision": nullable(whole("What the app shows.")),
        "etag": text("For If-Match, with its quotes."),
        "publish_at": nullable(instant),
        "published_at": nullable(instant),
        "updated_at": nullable(instant),
        "updated_by": nullable(reference("Author")),
        "editors": list(of: reference("Author")),
      ],
    ],
    "ScreenTab": object(
      "Where the app lists a screen.",
      [
        "place": open(["bar", "more"]),
        "position": whole(
          "Smaller ones come first; the app's own sections are home 0, history 100, rewards 200, "
            + "promotions 300, more 1000.", 0...100_000),
      ]),
    "Block": [
      "type": "object", "additionalProperties": true,
      "description": .string(
        "A part of a screen. A client shows the fallback of a type that it does not "
          + "know, and keeps it."),
      "required": ["id", "type"],
      "properties": [
        "id": ["type": "string", "minLength": 1, "maxLength": 100],
        "type": open(Block.Kind.all.map(\.rawValue)),
        "text": reference("LocalizedText"),
        "props": ["type": "object", "additionalProperties": true],
        "visibility": nullable(reference("Visibility")),
        "min_client": nullable(version),
        "fallback": nullable(reference("LocalizedText")),
      ],
    ],
    "Visibility": [
      "type": "object", "additionalProperties": true,
      "description": "For whom, in which languages and when a block is there; empty is always.",
      "properties": [
        "tiers": list(of: string), "segments": list(of: string), "locales": list(of: string),
        "from": nullable(instant), "to": nullable(instant),
      ],
    ],
    "ContentChoices": object(
      "What the program has that blocks can be for, and its clock.",
      [
        "tiers": list(of: text("An id; the lowest first.")),
        "segments": list(of: text("A name.")),
        "time_zone": text("IANA name of the program's zone."),
        "zone": reference("ZoneOffsets"),
      ]),
    "ZoneOffsets": object(
      "The offsets of a zone in the years around now.",
      [
        "initial_offset": whole("Seconds east of UTC before the first change."),
        "changes": list(of: reference("ZoneChange")),
      ]),
    "ZoneChange": object(
      "A change of the clock.",
      ["from": instant, "offset": whole("Seconds east of UTC from then on.")]),
    "Author": object("A member as editors see them.", ["id": id, "name": string]),
    "ScreenPage": page(of: "Screen"),
    "Publication": object(
      "When to publish; null is now.", [:], optional: ["at": nullable(instant)]),
    "Revert": object("Which revision to bring back.", ["revision": id]),
    "ScreenRevision": object(
      "One save of a screen.",
      [
        "id": id, "screen": id, "number": whole("From 1."), "author": reference("Author"),
        "created_at": instant,
        "reverts": nullable(whole("The number of the revision that it brought back.")),
        "published_at": nullable(instant),
        "content": nullable(reference("Screen")),
      ]),
    "ScreenRevisionPage": page(of: "ScreenRevision"),
    "Presence": object(
      "Where somebody is editing.", [:],
      optional: ["block": nullable(text("The block's id."))]),
    "ScreenEditors": object(
      "Who else has a screen open.",
      ["editors": list(of: reference("ScreenEditor")), "etag": text("The screen's, now.")]),
    "ScreenEditor": object(
      "Somebody who has a screen open.",
      ["author": reference("Author"), "block": nullable(string), "since": instant]),
    "StaleEdit": object(
      "The screen as it is now, when it is not as the client thought.",
      [
        "etag": text("With its quotes."), "revision": whole("From 1."),
        "author": nullable(reference("Author")), "changed_blocks": list(of: id),
      ]),
  ]
}
