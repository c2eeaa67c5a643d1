/// What comes of two changes of one screen, by a three-way merge that goes by the ids of blocks.
///
/// Changes of different blocks both stand. Where both sides changed the same block, or the same
/// member of the screen, differently, there is a conflict; until it is settled the merged screen
/// has mine.
public struct ScreenMerge: Hashable, Sendable {
  public var screen: Screen
  /// In the order of the merged screen, those of the screen's own members first.
  public var conflicts: [EditConflict]

  /// - Parameters:
  ///   - base: what both sides began with.
  ///   - mine: the content as it is here.
  ///   - theirs: the content as it is on the server; what only the server writes comes from it.
  public init(base: Screen, mine: Screen, theirs: Screen) {
    screen = mine
    conflicts = []
  }
}

/// A block, or a member of the screen, that both sides changed in different ways.
public struct EditConflict: Hashable, Sendable, Identifiable {
  public enum Place: Hashable, Sendable {
    case block(Block.ID)
    /// `title`, `slug` or `tab`, or one that this version does not know.
    case screen(member: String)
  }

  public var id: Place { place }
  public var place: Place
  /// The block's or the member's value; `nil` where it is not there, such as deleted.
  public var base: JSONValue?
  public var mine: JSONValue?
  public var theirs: JSONValue?
  /// Paths of single values that differ between mine and theirs, such as `["text", "ru"]`.
  public var fields: [[String]]

  /// How it is settled.
  public enum Choice: Hashable, Sendable {
    case mine
    case theirs
    /// Both blocks stand, theirs after mine under a new id; for a block that neither side deleted.
    case both(newID: Block.ID)
    /// Field by field: the paths where theirs counts; elsewhere mine does.
    case fields(theirs: Set<[String]>)
  }
}

extension ScreenMerge {
  /// Settles one conflict; its place in the screen stays.
  public mutating func settle(_ place: EditConflict.Place, _ choice: EditConflict.Choice) {
    conflicts.removeAll { $0.place == place }
  }
}
