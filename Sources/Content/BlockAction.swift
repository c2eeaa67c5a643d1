/// Where a banner or a button leads; in `props.action` as `{kind, target}`.
public struct BlockAction: Equatable, Sendable {
  public var kind: Kind
  /// A slug, an id, an address, a number, or a text to copy, as the kind has it.
  public var target: String

  public init(_ kind: Kind, _ target: String) {
    self.kind = kind
    self.target = target
  }

  /// `nil` when there is none.
  public init?(_ value: JSONValue?) {
    guard let kind = value?["kind"]?.string, !kind.isEmpty else { return nil }
    self.init(Kind(rawValue: kind), value?["target"]?.string ?? "")
  }

  public var value: JSONValue { ["kind": .string(kind.rawValue), "target": .string(target)] }

  /// A newer program may know more of them than this one.
  public struct Kind: RawRepresentable, Equatable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// Another content screen, by its slug.
    public static let screen = Kind(rawValue: "screen")
    public static let reward = Kind(rawValue: "reward")
    public static let promotion = Kind(rawValue: "promotion")
    public static let shop = Kind(rawValue: "store")
    public static let url = Kind(rawValue: "url")
    public static let phone = Kind(rawValue: "phone")
    /// Puts a text on the clipboard.
    public static let copy = Kind(rawValue: "copy")
    /// A request to support, with the target as its topic.
    public static let ticket = Kind(rawValue: "ticket")

    public static let all: [Kind] = [
      .screen, .reward, .promotion, .shop, .url, .phone, .copy, .ticket,
    ]
  }
}

extension Block {
  public var action: BlockAction? { BlockAction(self[["props", "action"]]) }
}
