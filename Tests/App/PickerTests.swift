import Cells
import Content
import Loyalty
import TestSupport
import Testing

@testable import App

/// Each picker opens on what is there now.
@Suite struct PickerTests {
  /// What the marked row says.
  private func marked(_ state: State, _ prefix: String) -> [String] {
    view(state).elements.filter { $0.id.rawValue.hasPrefix(prefix) && $0.isSelected }.map(\.text)
  }

  private func editing(_ block: Block, _ size: Size) throws -> State {
    var state = try Fixture.editing(
      size, .english, Screen(slug: "p", title: [:], blocks: [block]))
    _ = feed([.action(.editor(.select(1)))], to: &state)
    return state
  }

  private func choose(_ name: String, _ state: inout State) throws {
    let place = try #require(state.editorFields.firstIndex { $0.name == name })
    _ = feed([.action(.editor(.focusField(place))), .action(.editor(.write))], to: &state)
  }

  @Test(arguments: Block.Kind.all, [Size(width: 120, height: 40), Size(width: 40, height: 10)])
  func `kinds open on the block's own`(_ kind: Block.Kind, _ size: Size) throws {
    var state = try editing(Fixture.block("a", kind), size)
    _ = feed([.action(.editor(.retype))], to: &state)
    let name = state.phrases.kindName(kind)
    #expect(marked(state, "editor.pick.").map { $0.hasPrefix("\(name), ") } == [true])
    // Enter changes nothing then.
    let before = state.editor?.screen
    _ = feed([.input(.key(Key(.enter)))], to: &state)
    #expect(state.editor?.screen == before)
    _ = feed([.action(.editor(.add))], to: &state)
    #expect(marked(state, "editor.pick.").first?.hasPrefix("Heading") == true)
  }

  @Test func `targets open on the present one, names on the first that is picked`() throws {
    let reward = try #require(Fixture.rewards.rewards?.last)
    let action = BlockAction(.reward, reward.id.rawValue).value
    var block = Fixture.block("a", .button, "Go", "", ["action": action])
    block.members["visibility"] = ["tiers": ["tier_gold"]]
    var state = try editing(block, Size(width: 120, height: 40))
    try choose("target", &state)
    #expect(marked(state, "editor.pick.").map { $0.hasSuffix(reward.id.rawValue) } == [true])
    _ = feed([.action(.back)], to: &state)
    try choose("tiers", &state)
    #expect(marked(state, "editor.pick.").map { $0.hasPrefix("✓") } == [true])
  }

  @Test func `cities open on the one that is counted from, by itself or by a store`() throws {
    let shops = try #require(Fixture.shops.shops)
    let last = try #require(shops.last)
    let name = try #require(last.city.name.value(in: .english))
    for origin in [ShopsOrigin.city(last.city.id), .shop(last.id)] {
      var state = try Fixture.signedIn(Size(width: 80, height: 24), .english)
      var contents = Fixture.shops
      contents.origin = origin
      _ = feed(
        [.shops(.loaded(contents)), .action(.shops(.show)), .action(.shops(.showOrigins))],
        to: &state)
      #expect(marked(state, "origins.row.") == [name])
    }
  }

  @Test func `accounts open on the one that is in use, each time`() throws {
    var state = try Fixture.signedIn(Size(width: 80, height: 24), .english)
    let accounts = ["a", "b", "c"].map {
      Account(id: .init($0), address: "\($0).example", title: [.english: $0])
    }
    for _ in 0..<2 {
      _ = feed(
        [
          .action(.accounts(.show)),
          .accounts(.loaded(AccountsContents(accounts: accounts, current: .init("b")))),
        ], to: &state)
      #expect(state.accounts.selected?.id == .init("b"))
      _ = feed([.input(.key(Key(.down))), .action(.back)], to: &state)
    }
  }
}
