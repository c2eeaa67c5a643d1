import App
import Cells
import Loyalty
import Testing

struct StandingTests {
  @Test func `the explanation is read from the store, scrolls, and is read again after a pull`()
    throws
  {
    var state = try Fixture.signedIn()
    #expect(feed(Key.text("b"), to: &state) == [.loadExplanation])
    #expect(state.sheets == [.explanation])
    #expect(text("explain.empty", state) != nil)
    _ = feed([.explanationLoaded(Fixture.explanation)], to: &state)
    #expect(text("explain.verdict", state) == "✓ Entries add up to 1,234 points")
    #expect(text("explain.row.0", state)?.contains("60 on the way") == true)
    #expect(text("explain.row.2", state)?.hasSuffix("Free cappuccino, −30") == true)
    #expect(feed([.input(.key(Key(.end)))], to: &state) == [])
    #expect(state.explanation.list.selection == state.explanation.rows.count - 1)
    #expect(text("explain.row.0", state) == nil)
    #expect(feed([.pulled], to: &state).contains(.loadExplanation))
    _ = feed([.input(.key(Key(.escape)))], to: &state)
    #expect(state.sheets.isEmpty && state.tab == .home)
  }

  @Test func `lines that do not add up are said to`() throws {
    var state = try Fixture.signedIn()
    var contents = Fixture.explanation
    contents.explanation?.addsUp = false
    contents.explanation?.ledgerSum = Points(1200)
    _ = feed(Key.text("b") + [.explanationLoaded(contents)], to: &state)
    #expect(text("explain.verdict", state)?.hasPrefix("! Entries add up to 1,200 points") == true)
  }

  @Test func `moving through the lots changes few cells`() throws {
    var state = try Fixture.signedIn()
    _ = feed(Key.text("b") + [.explanationLoaded(Fixture.explanation)], to: &state)
    let before = view(state).grid
    _ = feed(Key.text("j"), to: &state)
    let after = view(state).grid
    var changed = 0
    for y in 0..<24 {
      for x in 0..<80 where before[x, y] != after[x, y] { changed += 1 }
    }
    #expect((1...24).contains(changed))
  }

  @Test func `home names the tier, and the tier opens from there`() throws {
    var state = try Fixture.signedIn()
    #expect(text("home.tier", state) == "Silver, 320 more to Gold")
    _ = feed([.action(.focus("home.tier")), .input(.key(Key(.enter)))], to: &state)
    #expect(state.sheets == [.tier])
    #expect(text("tier.keep", state)?.contains("24 more by") == true)
    #expect(text("tier.benefit.1", state) == "• Skip the line for drinks")
  }

  @Test func `what if is the server's to answer, and only to the last question`() throws {
    var state = try Fixture.signedIn()
    #expect(feed([.action(.suppose(100))], to: &state) == [])
    _ = feed(Key.text("t"), to: &state)
    #expect(feed(Key.text("-"), to: &state) == [])
    #expect(feed(Key.text("+"), to: &state) == [.askTier(supposing: Points(100))])
    #expect(
      feed([.action(.suppose(400))], to: &state) == [.askTier(supposing: Points(500))])
    var old = Fixture.tierWithMore
    old.whatIfPoints = Points(100)
    _ = feed([.tierAnswered(old)], to: &state)
    #expect(text("tier.answer", state) == "+500 …")
    _ = feed([.tierAnswered(Fixture.tierWithMore)], to: &state)
    #expect(text("tier.answer", state) == "+500 → Gold, the highest tier")
    #expect(feed([.action(.suppose(100))], to: &state) == [.askTier(supposing: Points(600))])
    _ = feed([.failed(.askTier, .offline(.refused))], to: &state)
    #expect(text("tier.answer", state)?.hasPrefix("Offline: only the server") == true)
    // The home screen stays what the server last confirmed.
    #expect(state.home.contents.tier == Fixture.tier)
  }

  private func text(_ id: Element.ID, _ state: State) -> String? {
    view(state).elements.first { $0.id == id }?.text.replacing("\u{A0}", with: " ")
  }
}
