/// What changed between two contents of a screen, in a form that a person can read.
public struct ScreenDifference: Equatable, Sendable {
  public struct Change: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
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
  public private(set) var changes: [Change] = []

  /// Compares canonical forms, so that what says nothing makes no difference.
  public init(from old: Screen, to new: Screen) {
    let (old, new) = (old.canonical, new.canonical)
    add(nil, nil, .object(old.members), .object(new.members))
    let (before, after) = (KeyedBlocks(old.blocks), KeyedBlocks(new.blocks))
    let places = Dictionary(
      zip(before.keys, before.keys.indices), uniquingKeysWith: { first, _ in first })
    let kept = after.keys.filter { places[$0] != nil }
    let still = Set(longestIncreasing(kept.map { places[$0] ?? 0 }).map { kept[$0] })
    let order = BlockOrder(base: before.keys, one: after.keys, other: before.keys)
    for key in order.keys {
      let (was, isNow) = (before.blocks[key], after.blocks[key])
      switch (was, isNow) {
      case (let was?, let isNow?):
        if !still.contains(key) { add(.moved, isNow, nil, nil) }
        add(isNow.id, isNow.kind, was.value, isNow.value)
      case (nil, let isNow?): add(.added, isNow, nil, isNow.value)
      case (let was?, nil): add(.removed, was, was.value, nil)
      case (nil, nil): break
      }
    }
  }

  private mutating func add(
    _ kind: Change.Kind, _ block: Block, _ old: JSONValue?, _ new: JSONValue?
  ) {
    changes.append(
      Change(
        kind: kind, block: block.id, blockKind: block.kind, path: [], old: old, new: new))
  }

  /// Single values that are not the same.
  private mutating func add(
    _ block: Block.ID?, _ blockKind: Block.Kind?, _ old: JSONValue, _ new: JSONValue
  ) {
    for path in JSONValue.differences(old, new) {
      let (was, isNow) = (old[path: path], new[path: path])
      changes.append(
        Change(
          kind: was == nil ? .added : isNow == nil ? .removed : .changed, block: block,
          blockKind: blockKind, path: path, old: was, new: isNow))
    }
  }
}
