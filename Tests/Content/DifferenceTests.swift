import Content
import Loyalty
import Testing

@Suite struct DifferenceTests {
  private let old = Screen(
    slug: "page", title: [.english: "Page"],
    blocks: ["a", "b", "c"].map {
      Block(id: Block.ID($0), .paragraph, text: [.english: "one\ntwo\n\($0)"])
    })

  private func lines(_ change: (inout Screen) -> Void) -> [String] {
    var new = old
    change(&new)
    return ScreenDifference(from: old, to: new).lines.map(\.printed)
  }

  @Test func `nothing changed, nothing told`() {
    #expect(lines { _ in }.isEmpty)
    // What says nothing is no change.
    #expect(lines { $0.blocks[0].members["fallback"] = nil }.isEmpty)
    #expect(lines { $0.members["etag"] = "\"1\"" }.isEmpty)
  }

  @Test func `of a long text only the lines that changed`() {
    #expect(
      lines { $0.blocks[1][["text", "en"]] = "one\n2\nb" }
        == ["paragraph b · text.en", "− two", "+ 2"])
  }

  @Test func `blocks that came, went and moved`() {
    #expect(
      lines { $0.blocks.insert(Block(id: Block.ID("n"), .heading, text: [.english: "Hi"]), at: 1) }
        == ["+ heading n", "+   en: Hi"])
    #expect(
      lines { $0.blocks.remove(at: 1) }
        == ["− paragraph b", "−   en: one", "−   en: two", "−   en: b"])
    #expect(lines { $0.blocks.swapAt(0, 1) } == ["↕ paragraph b"])
  }

  @Test func `members of the screen, and what this version does not know`() {
    #expect(
      lines { $0.members["title"]?["ru"] = "Страница" } == ["title.ru", "+ Страница"])
    #expect(
      lines { $0.blocks[0][["props", "spin"]] = ["rate": 2] }
        == ["paragraph a · props", "+ spin: rate: 2"])
  }

  @Test(arguments: [UInt64](1...20))
  func `a difference is empty only between equal contents`(seed: UInt64) {
    var random = RandomScreens(seed: seed)
    let one = random.screen(blocks: 6)
    let other = random.edit(one, turn: 0, name: "m")
    let isSame = one.canonical == other.canonical
    #expect(ScreenDifference(from: one, to: other).changes.isEmpty == isSame)
    #expect(ScreenDifference(from: one, to: one).changes.isEmpty)
    #expect(one.canonical.canonical == one.canonical)
  }
}
