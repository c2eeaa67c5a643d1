/// A block, or a member of the screen, that both sides changed in different ways.
public struct EditConflict: Equatable, Sendable, Identifiable {
  public enum Place: Hashable, Sendable {
    case block(Block.ID)
    /// `title`, `slug` or `tab`, or one that this version does not know.
    case screen(member: String)
  }

  public var id: Place { place }
  public let place: Place
  /// The block's or the member's value; `nil` where it is not there, such as deleted.
  public let base: JSONValue?
  public let mine: JSONValue?
  public let theirs: JSONValue?
  /// Paths of single values that differ between mine and theirs, such as `["text", "ru"]`; none
  /// when one side has deleted it.
  public let fields: [[String]]
  /// Which of several blocks with the same id, from 0.
  let occurrence: Int

  init(
    _ place: Place, _ base: JSONValue?, _ mine: JSONValue?, _ theirs: JSONValue?, nth: Int = 0
  ) {
    self.place = place
    self.base = base
    self.mine = mine
    self.theirs = theirs
    occurrence = nth
    fields =
      mine.flatMap { mine in theirs.map { JSONValue.differences(mine, $0) } } ?? []
  }

  /// How it is settled.
  public enum Choice: Equatable, Sendable {
    case mine
    case theirs
    /// Both blocks stand, theirs after mine under a new id; where one side has deleted it, the
    /// block that is left.
    case both(newID: Block.ID)
    /// Field by field: the paths where theirs counts; elsewhere mine does.
    case fields(theirs: Set<[String]>)
  }

  /// Fields that only they have changed: where a choice field by field begins.
  public var suggestion: Set<[String]> {
    Set(fields.filter { mine?[path: $0] == base?[path: $0] })
  }

  /// The value that a choice leads to; of `both` what stays in the old place.
  public func value(after choice: Choice) -> JSONValue? {
    switch choice {
    case .mine: return mine
    case .theirs: return theirs
    case .both: return mine ?? theirs
    case .fields(let paths):
      guard var value = mine, let theirs else { return mine }
      for path in paths { value[path: path] = theirs[path: path] }
      return value
    }
  }
}
