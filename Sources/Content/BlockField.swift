import Loyalty

/// One thing that can be written into a block of a kind: the editor's fields, the lint and the
/// words of a difference follow from this table.
public struct BlockField: Equatable, Sendable {
  public enum Value: Equatable, Sendable {
    /// One line for each language.
    case line
    /// Several lines with inline markup, for each language.
    case text
    /// One of some names.
    case choice([String])
    case whole(ClosedRange<Int>)
    case instant
    case address
    /// Which picture it is, and how it fills its place: one value.
    case picture
    case action
  }

  /// Where it stands in the block.
  public let path: [String]
  public let value: Value
  public let isRequired: Bool

  init(_ path: String..., value: Value, isRequired: Bool = false) {
    self.path = path
    self.value = value
    self.isRequired = isRequired
  }

  /// The last part of the path: `alt`, `action`, `text`.
  public var name: String { path.last ?? "" }

  public var isLocalized: Bool { value == .line || value == .text }
}

extension Block.Kind {
  /// What can be written into a block of this kind, in the order of the editor.
  public var fields: [BlockField] {
    let limit = BlockField("props", "limit", value: .whole(1...20))
    let action = BlockField("props", "action", value: .action)
    switch self {
    case .heading:
      return [
        BlockField("text", value: .line, isRequired: true),
        BlockField("props", "level", value: .whole(1...3)),
      ]
    case .paragraph: return [BlockField("text", value: .text, isRequired: true)]
    case .list:
      // One item on each line.
      return [
        BlockField("text", value: .text, isRequired: true),
        BlockField("props", "style", value: .choice(["bullet", "number"])),
      ]
    case .image:
      return [
        BlockField("props", "picture", value: .picture),
        BlockField("props", "alt", value: .line, isRequired: true),
        BlockField("text", value: .line),
        // Opened, never fetched.
        BlockField("props", "url", value: .address),
      ]
    case .banner:
      return [
        BlockField("props", "title", value: .line),
        BlockField("text", value: .text, isRequired: true),
        BlockField("props", "style", value: .choice(["info", "offer", "warning"])),
        action,
      ]
    case .button:
      return [
        BlockField("text", value: .line, isRequired: true),
        BlockField("props", "action", value: .action, isRequired: true),
        BlockField("props", "style", value: .choice(["primary", "secondary"])),
      ]
    case .faq:
      return [
        BlockField("text", value: .line, isRequired: true),
        BlockField("props", "answer", value: .text, isRequired: true),
      ]
    case .countdown:
      return [
        BlockField("text", value: .line, isRequired: true),
        BlockField("props", "to", value: .instant, isRequired: true),
        // What it says when the moment has passed; without it the block goes.
        BlockField("props", "done", value: .line),
      ]
    case .promotions, .rewards, .shops, .coupons:
      return [BlockField("text", value: .line), limit]
    case .balance, .tierProgress, .card: return [BlockField("text", value: .line)]
    default: return []
    }
  }
}
