public import Loyalty

/// A part of a content screen: a heading, a picture, a list of rewards.
///
/// It is its JSON object and nothing else: the properties below read and write single members, so
/// whatever a newer program has put beside them survives every change.
public struct Block: Equatable, Sendable, Identifiable {
  public typealias ID = Identifier<Block>

  public var members: [String: JSONValue]

  public init(members: [String: JSONValue]) {
    self.members = members
  }

  public init(id: ID, _ kind: Kind, text: LocalizedText = [:], props: [String: JSONValue] = [:]) {
    members = [
      "id": .string(id.rawValue), "type": .string(kind.rawValue), "text": JSONValue(text),
      "props": .object(props), "visibility": .null, "min_client": .null, "fallback": .null,
    ]
  }

  /// Unique within the screen, and the same in all its revisions: the merge goes by it.
  public var id: ID {
    get { ID(members["id"]?.string ?? "") }
    set { members["id"] = .string(newValue.rawValue) }
  }

  public var kind: Kind {
    get { Kind(rawValue: members["type"]?.string ?? "") }
    set { members["type"] = .string(newValue.rawValue) }
  }

  /// What the block says, of a kind that says something.
  public var text: LocalizedText { LocalizedText(members["text"]) }

  /// What stands for the block in a client that does not know it, or is too old for it.
  public var fallback: LocalizedText { LocalizedText(members["fallback"]) }

  /// The oldest client that can draw it; `nil` is any.
  public var minClient: Version? { members["min_client"]?.string.flatMap(Version.init) }

  public var props: [String: JSONValue] { members["props"]?.object ?? [:] }

  /// The value at a place in the block, such as `["props", "alt", "ru"]`.
  public subscript(path: [String]) -> JSONValue? {
    get {
      path.reduce(Optional(JSONValue.object(members))) { value, name in value?[name] }
    }
    set {
      guard let first = path.first else { return }
      members[first] = Block.value(members[first], at: path.dropFirst(), replacedBy: newValue)
    }
  }

  private static func value(
    _ old: JSONValue?, at path: ArraySlice<String>, replacedBy new: JSONValue?
  ) -> JSONValue? {
    guard let name = path.first else { return new }
    var object = old ?? .object([:])
    object[name] = value(object[name], at: path.dropFirst(), replacedBy: new)
    return object
  }

  /// What a block is; a newer program may know more kinds than this one.
  public struct Kind: RawRepresentable, Equatable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    public static let heading = Kind(rawValue: "heading")
    public static let paragraph = Kind(rawValue: "paragraph")
    public static let list = Kind(rawValue: "list")
    public static let image = Kind(rawValue: "image")
    public static let banner = Kind(rawValue: "banner")
    public static let button = Kind(rawValue: "button")
    /// One question with its answer; several in a row are an accordion.
    public static let faq = Kind(rawValue: "faq")
    public static let divider = Kind(rawValue: "divider")
    public static let countdown = Kind(rawValue: "countdown")
    // What follows shows the member's own data.
    public static let balance = Kind(rawValue: "balance")
    public static let tierProgress = Kind(rawValue: "tier_progress")
    public static let card = Kind(rawValue: "card")
    public static let promotions = Kind(rawValue: "promotions")
    public static let rewards = Kind(rawValue: "rewards")
    public static let shops = Kind(rawValue: "stores")
    public static let coupons = Kind(rawValue: "coupons")

    /// All that this version knows, in the order of the editor's picker.
    public static let all: [Kind] = [
      .heading, .paragraph, .list, .image, .banner, .button, .faq, .divider, .countdown, .balance,
      .tierProgress, .card, .promotions, .rewards, .shops, .coupons,
    ]

    public var isKnown: Bool { Kind.all.contains(self) }
  }
}

extension Block: Codable {
  public init(from decoder: any Decoder) throws {
    members = try decoder.singleValueContainer().decode([String: JSONValue].self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(members)
  }
}

extension LocalizedText {
  /// What of a value is text for a language; anything else in it is passed over.
  public init(_ value: JSONValue?) {
    self.init(value?.object?.compactMapValues(\.string) ?? [:])
  }
}

extension JSONValue {
  public init(_ text: LocalizedText) {
    self = .object(text.values.mapValues(JSONValue.string))
  }
}
