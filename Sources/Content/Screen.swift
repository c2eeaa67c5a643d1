public import Loyalty

/// A screen of the app that the business edits itself.
///
/// Like a block it keeps every member that it was sent. Members that the server alone writes
/// (`Screen.managed`) are not part of what is edited.
public struct Screen: Equatable, Sendable, Identifiable {
  public typealias ID = Identifier<Screen>

  /// All members but the blocks.
  public var members: [String: JSONValue]
  public var blocks: [Block]

  public init(members: [String: JSONValue], blocks: [Block]) {
    self.members = members
    self.blocks = blocks
  }

  public init(
    id: ID = ID(""), slug: String, tab: Tab? = nil, title: LocalizedText, blocks: [Block]
  ) {
    members = [
      "slug": .string(slug), "tab": tab?.value ?? .null, "title": JSONValue(title),
    ]
    if !id.rawValue.isEmpty { members["id"] = .string(id.rawValue) }
    self.blocks = blocks
  }

  public var id: ID { ID(members["id"]?.string ?? "") }

  /// What other screens name it by: `a-z`, digits and hyphens, at most 60.
  public var slug: String {
    get { members["slug"]?.string ?? "" }
    set { members["slug"] = .string(newValue) }
  }

  public var title: LocalizedText { LocalizedText(members["title"]) }

  /// Where the app lists the screen; `nil` is nowhere: only actions lead to it.
  public var tab: Tab? {
    get { Tab(members["tab"]) }
    set { members["tab"] = newValue?.value ?? .null }
  }

  /// Where a screen stands in the app.
  public struct Tab: Equatable, Sendable {
    public var place: Place
    /// Smaller ones come first; the app's own sections have `Tab.positions`.
    public var position: Int

    public init(_ place: Place, position: Int) {
      self.place = place
      self.position = position
    }

    public enum Place: String, Equatable, Sendable {
      /// A section of its own in the bar.
      case bar
      /// A line of the section "More".
      case more
    }

    init?(_ value: JSONValue?) {
      guard let name = value?["place"]?.string, let place = Place(rawValue: name) else {
        return nil
      }
      self.init(place, position: Int(clamping: value?["position"]?.integer ?? 500))
    }

    var value: JSONValue {
      ["place": .string(place.rawValue), "position": .integer(Int64(position))]
    }

    /// The app's own sections, by their names; the last one is always last.
    public static let positions: KeyValuePairs<String, Int> = [
      "home": 0, "history": 100, "rewards": 200, "promotions": 300, "more": 1000,
    ]
  }

  /// Where a screen can stand among the others.
  public static let positions = 0...100_000

  /// Whether a text can be a short name: `a-z`, digits and single hyphens between them.
  public static func isSlug(_ text: String) -> Bool {
    guard (1...ContentLimits.slug).contains(text.utf8.count), !text.hasPrefix("-"),
      !text.hasSuffix("-"), !text.contains("--")
    else { return false }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
  }

  /// Names of the members that are the server's.
  public static let managed: Set<String> = [
    "id", "status", "revision", "published_revision", "etag", "publish_at", "published_at",
    "updated_at", "updated_by", "editors",
  ]

  /// What is edited, published and compared: the screen without what is the server's.
  public var content: Screen {
    Screen(members: members.filter { !Screen.managed.contains($0.key) }, blocks: blocks)
  }
}

extension Screen {
  /// `nil` when it is no object with a list of blocks that are objects.
  public init?(_ value: JSONValue) {
    guard var members = value.object, let list = members.removeValue(forKey: "blocks")?.array
    else { return nil }
    let blocks = list.compactMap(\.object).map(Block.init(members:))
    guard blocks.count == list.count else { return nil }
    self.init(members: members, blocks: blocks)
  }
}

extension Screen: Codable {
  /// Throws when there is no list of blocks, or something in it is no object.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    var members = try container.decode([String: JSONValue].self)
    let list = members.removeValue(forKey: "blocks")?.array
    let blocks = (list ?? []).compactMap(\.object).map(Block.init(members:))
    guard blocks.count == list?.count else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "no list of blocks, or one that is not an object")
    }
    self.init(members: members, blocks: blocks)
  }

  public func encode(to encoder: any Encoder) throws {
    var all = members
    all["blocks"] = .array(blocks.map { .object($0.members) })
    var container = encoder.singleValueContainer()
    try container.encode(all)
  }
}
