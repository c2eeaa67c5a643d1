public import Content
import HTTPTypes
import Loyalty

/// Answer of `GET /v1/screens` as a client reads it: what is no screen is passed over and spoils
/// nothing else.
public struct ScreenPage: Decodable, Sendable {
  public var screens: [Screen]

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    var list = try container.nestedUnkeyedContainer(forKey: .data)
    screens = []
    while !list.isAtEnd {
      if let screen = try list.decode(Lenient.self).screen { screens.append(screen) }
    }
  }

  private enum CodingKeys: CodingKey {
    case data
  }

  private struct Lenient: Decodable {
    let screen: Screen?

    init(from decoder: any Decoder) throws {
      screen = try? Screen(from: decoder)
    }
  }
}

extension Endpoint {
  static let ofScreens: [Endpoint] = [.screens, .screen]

  static let screens = Endpoint(
    .get, "/v1/screens", .guestOrMember, needs: [], feature: nil,
    answer: .tagged("ScreenPage"),
    id: "listScreens",
    summary: "The published screens with the blocks that are for who asks."
  ) { _ in .screens }

  static let screen = Endpoint(
    .get, "/v1/screens/{slug}", .guestOrMember, needs: [], feature: nil,
    path: "ScreenSlug",
    answer: .tagged("Screen"),
    id: "getScreen",
    summary: "A published screen."
  ) { .screen(slug: $0.name) }
}

extension Schema {
  static let screens: [String: JSON] = [
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
        "status": openEnum(["draft", "published", "modified"]),
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
        "place": openEnum(["bar", "more"]),
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
        "type": openEnum(Block.Kind.all.map(\.rawValue)),
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
    "Author": object("A member as editors see them.", ["id": id, "name": string]),
    "ScreenPage": page(of: "Screen"),
  ]
}

extension Sample {
  static let screens = [
    Sample("Screen", screen),
    Sample("Screen", bareScreen),
    Sample("ScreenPage", page([screen])),
  ]

  static let author = Screen.Author(id: .init("m"), name: "Вера")

  static let screen: Screen = {
    var block = Block(
      id: .init("b"), .button, text: text, props: ["action": BlockAction(.screen, "news").value])
    block.members["visibility"] = [
      "tiers": ["gold"], "from": .string(now.rfc3339), "to": .string(now.rfc3339),
    ]
    block.members["min_client"] = "0.1.0"
    block.members["fallback"] = JSONValue(text)
    var screen = Screen(
      id: .init("s"), slug: "about-us", tab: .init(.bar, position: 250), title: text,
      blocks: [block, Block(id: .init("c"), .init(rawValue: "hologram"))])
    screen.members["status"] = "modified"
    screen.members["revision"] = 7
    screen.members["published_revision"] = 5
    screen.members["etag"] = "\"a\""
    screen.members["updated_by"] = author.value
    for name in dates { screen.members[name] = .string(now.rfc3339) }
    return screen
  }()

  /// With no value wherever there may be none.
  private static let bareScreen: Screen = {
    var block = Block(id: .init("b"), .divider)
    block.members["visibility"] = ["from": .null, "to": .null]
    var screen = Screen(
      slug: "a", title: [:], blocks: [block, Block(id: .init("c"), .divider)])
    for name in dates + ["published_revision", "updated_by"] { screen.members[name] = .null }
    return screen
  }()

  private static let dates = ["updated_at", "published_at", "publish_at"]
}
