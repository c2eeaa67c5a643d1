import Content
import Loyalty
import TestSupport

/// Screens and edits by chance, the same in every run.
struct RandomScreens {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func screen(blocks count: Int) -> Screen {
    var screen = Screen(
      id: Screen.ID("s"), slug: "page", title: [.english: word(), .russian: word()],
      blocks: (0..<count).map { block("b\($0)") })
    screen.members["aura"] = ["depth": .integer(Int64(number(0..<9)))]
    return screen
  }

  mutating func block(_ id: String) -> Block {
    var block = Block(
      id: Block.ID(id), Block.Kind.all[number(0..<Block.Kind.all.count)],
      text: [.english: word(), .russian: word()])
    block.members["glow"] = .array([.integer(Int64(number(0..<99))), .null, .number(0.5)])
    block[["props", "spin", "rate"]] = .string(word())
    return block
  }

  mutating func word() -> String { String(UInt32.random(in: 0...UInt32.max, using: &random)) }

  /// Changes a screen so that it differs only in blocks of its own: those whose place in the base,
  /// divided by two, leaves `turn`, and new ones named after `name`.
  mutating func edit(_ base: Screen, turn: Int, name: String) -> Screen {
    var screen = base
    let own = Set(
      base.blocks.enumerated().filter { $0.offset % 2 == turn }.map(\.element.id))
    for step in 0..<number(0..<6) {
      let places = screen.blocks.indices.filter { own.contains(screen.blocks[$0].id) }
      switch number(0..<5) {
      case 0:
        screen.blocks.insert(
          block("\(name)\(step)"), at: number(0..<screen.blocks.count + 1))
      case 1:
        if let place = places.randomElement(using: &random) { screen.blocks.remove(at: place) }
      case 2:
        guard let place = places.randomElement(using: &random) else { continue }
        let moved = screen.blocks.remove(at: place)
        screen.blocks.insert(moved, at: number(0..<screen.blocks.count + 1))
      default:
        guard let place = places.randomElement(using: &random) else { continue }
        screen.blocks[place][["text", number(0..<2) == 0 ? "en" : "de"]] = .string(word())
        if number(0..<3) == 0 { screen.blocks[place][["props", "spin", "rate"]] = nil }
      }
    }
    return screen
  }
}
