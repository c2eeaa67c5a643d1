import Loyalty
import Testing

@testable import Content

/// What is found again after a change is what a look at all of it finds.
struct LintAgainTests {
  private let ground = LintGround(
    languages: [.russian, .english], screens: ["news"], rewards: [], promotions: [], shops: nil)

  private func block(_ id: String, _ text: String) -> Block {
    Block(id: Block.ID(id), .paragraph, text: [.russian: text, .english: text], props: [:])
  }

  private func screen(_ blocks: [Block]) -> Screen {
    Screen(slug: "page", title: [.russian: "Страница", .english: "Page"], blocks: blocks)
  }

  @Test func `a key that is typed costs one block`() {
    var screen = screen((0..<100).map { block("b\($0)", "*open") })
    let before = (screen: screen, findings: screen.findings(on: ground))
    screen.blocks[7] = block("b7", "*open still")
    var lint = Lint(ground: ground)
    lint.know(before.findings, of: before.screen)
    lint.check(screen)
    #expect(lint.looks == 1)
    #expect(lint.findings == screen.findings(on: ground))
  }

  @Test func `after any change the same is found as at first sight`() {
    let texts = ["good", "*open", "\u{202E}back", "[gone](screen:none)", ""]
    let blocks = (0..<10).map { block("b\($0)", texts[$0 % texts.count]) }
    let changes: [([Block]) -> [Block]] = [
      { $0.reversed() }, { Array($0.dropFirst(3)) }, { $0 + [$0[1]] }, { $0 + [$0[1], $0[3]] },
      { [block("new", "*x")] + $0 }, { _ in [] },
      { $0.map { block($0.id.rawValue, "[gone](screen:none) *x") } },
    ]
    for first in changes {
      let old = screen(first(blocks))
      let before = (screen: old, findings: old.findings(on: ground))
      for second in changes where !old.blocks.isEmpty {
        let new = screen(second(old.blocks.count > 3 ? old.blocks : blocks))
        #expect(new.findings(on: ground, since: before) == new.findings(on: ground))
      }
    }
  }
}
