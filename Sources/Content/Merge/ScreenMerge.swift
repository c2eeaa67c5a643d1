/// What comes of two changes of one screen, by a three-way merge that goes by the ids of blocks.
///
/// Changes of different blocks both stand, in an order that both sides' moves and insertions lead
/// to (`BlockOrder`). Where both sides changed the same block, or the same member of the screen,
/// differently, there is a conflict; until it is settled the merged screen has mine.
public struct ScreenMerge: Equatable, Sendable {
  /// In the order of the merged screen, those of the screen's own members first.
  public private(set) var conflicts: [EditConflict] = []
  private var members: [String: JSONValue]
  /// Every block that any side has, also those that are gone.
  private var entries: [Entry]

  private struct Entry: Equatable, Sendable {
    var key: BlockKey
    var block: Block?
  }

  /// The merge as far as it is settled; what only the server writes is as theirs has it.
  public var screen: Screen {
    Screen(members: members, blocks: entries.compactMap(\.block))
  }

  /// - Parameters:
  ///   - base: what both sides began with.
  ///   - mine: the content as it is here.
  ///   - theirs: the content as it is on the server; what only the server writes comes from it.
  public init(base: Screen, mine: Screen, theirs: Screen) {
    members = theirs.members.filter { Screen.managed.contains($0.key) }
    entries = []
    mergeMembers(base.content.members, mine.content.members, theirs.content.members)
    let sides = (KeyedBlocks(base.blocks), KeyedBlocks(mine.blocks), KeyedBlocks(theirs.blocks))
    let order = BlockOrder(base: sides.0.keys, one: sides.1.keys, other: sides.2.keys)
    for key in order.keys {
      mergeBlock(key, sides.0.blocks[key], sides.1.blocks[key], sides.2.blocks[key])
    }
  }

  private mutating func mergeMembers(
    _ base: [String: JSONValue], _ mine: [String: JSONValue], _ theirs: [String: JSONValue]
  ) {
    let names = Set(base.keys).union(mine.keys).union(theirs.keys)
    for name in names.sorted() {
      let (old, here, there) = (base[name], mine[name], theirs[name])
      // The languages of a title are apart, as blocks are.
      let merged =
        name == "title"
        ? JSONValue.mergedByMember(old, here, there) : JSONValue.merged(old, here, there)
      members[name] = merged ?? here
      if merged == nil {
        conflicts.append(EditConflict(.screen(member: name), old, here, there))
      }
    }
  }

  private mutating func mergeBlock(
    _ key: BlockKey, _ base: Block?, _ mine: Block?, _ theirs: Block?
  ) {
    if mine == theirs || theirs == base {
      entries.append(Entry(key: key, block: mine))
    } else if mine == base {
      entries.append(Entry(key: key, block: theirs))
    } else {
      entries.append(Entry(key: key, block: mine))
      conflicts.append(
        EditConflict(
          .block(key.id), base?.value, mine?.value, theirs?.value, nth: key.occurrence))
    }
  }

  /// Settles one conflict; its place in the screen stays.
  public mutating func settle(_ place: EditConflict.Place, _ choice: EditConflict.Choice) {
    guard let index = conflicts.firstIndex(where: { $0.place == place }) else { return }
    let conflict = conflicts.remove(at: index)
    switch place {
    case .screen(let name): members[name] = conflict.value(after: choice)
    case .block(let id):
      let key = BlockKey(id: id, occurrence: conflict.occurrence)
      guard let entry = entries.firstIndex(where: { $0.key == key }) else { return }
      entries[entry].block = conflict.value(after: choice).flatMap(Block.init(value:))
      guard case .both(let newID) = choice, var copy = conflict.theirs.flatMap(Block.init(value:)),
        conflict.mine != nil
      else { return }
      copy.id = newID
      entries.insert(
        Entry(key: BlockKey(id: newID, occurrence: 0), block: copy), at: entry + 1)
    }
  }
}
