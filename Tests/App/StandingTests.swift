import Cells
import Loyalty
import Testing

@testable import App

struct StandingTests {
  @Test func `the explanation is read from the store, scrolls, and is read again after a pull`()
    throws
  {
    var state = try Fixture.signedIn()
    #expect(feed(Key.text("b"), to: &state) == [.load(.explanation)])
    #expect(state.sheets == [.explanation])
    #expect(text("explain.empty", state) != nil)
    _ = feed([.explanation(.loaded(Fixture.explanation))], to: &state)
    #expect(text("explain.verdict", state) == "✓ Entries add up to 1,234 points")
    #expect(text("explain.row.0", state)?.contains("60 on the way") == true)
    #expect(text("explain.row.2", state)?.hasSuffix("Free cappuccino, −30") == true)
    #expect(feed([.input(.key(Key(.end)))], to: &state) == [])
    #expect(state.explanation.list.selection == state.explanation.rows.count - 1)
    #expect(text("explain.row.0", state) == nil)
    #expect(feed([.pulled], to: &state).contains(.reload(.explanation)))
    _ = feed([.input(.key(Key(.escape)))], to: &state)
    #expect(state.sheets.isEmpty && state.tab == .home)
  }

  @Test func `lines that do not add up are said to`() throws {
    var state = try Fixture.signedIn()
    var contents = Fixture.explanation
    contents.explanation?.addsUp = false
    contents.explanation?.ledgerSum = Points(1200)
    _ = feed(Key.text("b") + [.explanation(.loaded(contents))], to: &state)
    #expect(text("explain.verdict", state)?.hasPrefix("! Entries add up to 1,200 points") == true)
  }

  @Test(arguments: [
    (Language.english, -1, "−1 point", "1 point owed: the next ones pay it"),
    (.english, -350, "−350 points", "350 points owed: the next ones pay it"),
    (.russian, -21, "−21 балл", "долг 21 балл: спишем со следующих"),
    (.russian, -2, "−2 балла", "долг 2 балла: спишем со следующих"),
    (.russian, -1015, "−1 015 баллов", "долг 1 015 баллов: спишем со следующих"),
  ])
  func `what is owed after a return is said beside the balance`(
    language: Language, available: Int64, balance: String, owed: String
  ) throws {
    var state = try Fixture.signedIn(Size(width: 80, height: 24), language)
    #expect(text("home.owed", state) == nil)
    var home = Fixture.home
    home.balance?.available = Points(available)
    _ = feed([.home(.loaded(home))], to: &state)
    // The number has counted down.
    _ = state.pass(until: Fixture.now.adding(seconds: 5))
    let plain = { (id: Element.ID) in text(id, state)?.replacing("\u{A0}", with: " ") }
    #expect(plain("home.balance") == balance && plain("home.owed") == owed)
  }

  @Test(arguments: [
    (-15, "15 points owed: the next ones pay it"), (-1015, "1,015 points owed"),
  ])
  func `a debt has fewer words where they would be cut`(available: Int64, owed: String) throws {
    var state = try Fixture.signedIn(Size(width: 40, height: 15), .english)
    var home = Fixture.home
    home.balance?.available = Points(available)
    _ = feed([.home(.loaded(home))], to: &state)
    _ = state.pass(until: Fixture.now.adding(seconds: 5))
    #expect(text("home.owed", state)?.replacing("\u{A0}", with: " ") == owed)
  }

  @Test(arguments: [(Language.english, "230 owed"), (.russian, "долг 230")], [80, 40])
  func `the explanation names what is owed`(words: (Language, String), width: Int) throws {
    let (language, words) = words
    var state = try Fixture.signedIn(Size(width: width, height: 24), language)
    var contents = Fixture.explanation
    contents.explanation?.lots = [
      Lot(
        id: .init("owed_1"), title: [.english: "Purchase returned"], granted: Points(-230),
        remaining: Points(-230), activeFrom: Fixture.now, expiresAt: nil, draws: [])
    ]
    _ = feed(Key.text("b") + [.explanation(.loaded(contents))], to: &state)
    #expect(text("explain.row.0", state)?.hasSuffix(words) == true)
    #expect(view(state).grid.text.contains(words))
  }

  @Test func `moving through the lots changes two rows`() throws {
    var state = try Fixture.signedIn()
    _ = feed(Key.text("b") + [.explanation(.loaded(Fixture.explanation))], to: &state)
    let before = view(state).grid
    _ = feed(Key.text("j"), to: &state)
    let after = view(state).grid
    #expect((0..<24).count { before.row($0) != after.row($0) } == 2)
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
    #expect(feed([.action(.tier(.suppose(100)))], to: &state) == [])
    _ = feed(Key.text("t"), to: &state)
    #expect(feed(Key.text("-"), to: &state) == [])
    #expect(feed(Key.text("+"), to: &state) == [.ask(.tier(supposing: Points(100)))])
    #expect(
      feed([.action(.tier(.suppose(400)))], to: &state) == [.ask(.tier(supposing: Points(500)))])
    var old = Fixture.tierWithMore
    old.whatIfPoints = Points(100)
    _ = feed([.tier(.answered(old))], to: &state)
    #expect(text("tier.answer", state) == "+500 …")
    _ = feed([.tier(.answered(Fixture.tierWithMore))], to: &state)
    #expect(text("tier.answer", state) == "+500 → Gold, the highest tier")
    #expect(
      feed([.action(.tier(.suppose(100)))], to: &state) == [.ask(.tier(supposing: Points(600)))])
    _ = feed([.failed(.tier(supposing: Points(100)), .offline(.refused))], to: &state)
    #expect(text("tier.answer", state)?.hasPrefix("Offline: only the server") == true)
    // The home screen stays what the server last confirmed.
    #expect(state.home.contents.tier == Fixture.tier)
  }

  private func text(_ id: Element.ID, _ state: State) -> String? {
    view(state).elements.first { $0.id == id }?.text.replacing("\u{A0}", with: " ")
  }
}
