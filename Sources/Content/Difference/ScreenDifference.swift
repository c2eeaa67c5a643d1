/// What changed between two contents of a screen, in a form that a person can read.
public struct ScreenDifference: Hashable, Sendable {
  public struct Change: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      case added
      case removed
      case moved
      case changed
    }

    public var kind: Kind
    /// `nil` for a member of the screen itself.
    public var block: Block.ID?
    public var blockKind: Block.Kind?
    /// The value's place; empty for a whole block.
    public var path: [String]
    public var old: JSONValue?
    public var new: JSONValue?
  }

  /// The screen's own members first, then blocks in the order of the new content, those that are
  /// gone where they stood.
  public var changes: [Change]

  public init(from old: Screen, to new: Screen) {
    changes = []
  }
}
