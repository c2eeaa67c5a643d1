import Cells
import Loyalty
import Testing
import Themes

@testable import App

struct PaneTests {
  private let wide = Size(width: 120, height: 40)

  private func tap(_ id: Element.ID, _ state: inout State) throws {
    let element = try #require(view(state).elements.last { $0.id == id })
    let place = Point(x: element.bounds.x + 1, y: element.bounds.y)
    _ = feed([.input(.mouse(Mouse(.press, at: place)))], to: &state)
  }

  private func title(_ state: State) -> String? {
    view(state).elements.first { $0.id == "sheet.title" }?.text
  }

  @Test(arguments: [Tab.history, .rewards, .promotions])
  func `the selected row is looked at beside the list, and follows the selection`(
    tab: Tab
  ) throws {
    var state = try Fixture.signedIn(wide)
    _ = feed([.action(.showTab(tab))], to: &state)
    var opened: [Sheet] = []
    for _ in 0..<3 {
      let shown = try #require(title(state))
      _ = feed([.input(.key(Key(.enter)))], to: &state)
      // A coupon takes the whole screen; all else opens where it was looked at.
      if state.sheets.last?.surface.kind == .detail { #expect(title(state) == shown) }
      #expect(state.sheets.count == 1)
      for sheet in state.sheets { _ = opened.insert(new: sheet) }
      _ = feed([.input(.key(Key(.escape))), .input(.key(Key(.down)))], to: &state)
    }
    #expect(opened.count == 3)
  }

  @Test func `one column where the screen is narrow, and where nothing is selected`() throws {
    for size in [Size(width: 109, height: 40), Size(width: 120, height: 19)] {
      var state = try Fixture.signedIn(size)
      _ = feed([.action(.showTab(.rewards))], to: &state)
      #expect(state.pane == nil)
      #expect(title(state) == nil)
    }
    var state = try Fixture.signedIn(wide)
    _ = feed([.rewards(.loaded(RewardsContents())), .action(.showTab(.rewards))], to: &state)
    #expect(state.listBody.width == 120)
    _ = feed([.action(.showTab(.home))], to: &state)
    #expect(state.pane == nil)
  }

  @Test func `another row may be clicked while one is open, and Tab stays in what is open`() throws
  {
    var state = try Fixture.signedIn(wide)
    _ = feed([.action(.showTab(.history)), .action(.history(.open(row: 0)))], to: &state)
    let first = title(state)
    try tap("history.row.3", &state)
    #expect(state.sheets == [.entry(state.history.entries[3])])
    #expect(state.history.selection == 3)
    #expect(title(state) != first)
    for _ in 0..<5 {
      _ = feed([.input(.key(Key(.tab)))], to: &state)
      #expect(state.focus == "sheet.close")
    }
  }

  @Test(arguments: [Action.inbox(.show), .shops(.show)])
  func `a list that covers the screen has what is selected beside it too`(list: Action) throws {
    var state = try Fixture.signedIn(wide)
    let loaded: [Event] = [.inbox(.loaded(Fixture.inbox)), .shops(.loaded(Fixture.shops))]
    _ = feed([.action(list)] + loaded, to: &state)
    let lastTitle = { view(state).elements.last { $0.id == "sheet.title" }?.text }
    let looked = try #require(lastTitle())
    #expect(state.sheets.count == 1 && state.pane != nil && !state.isInPane)
    _ = feed([.input(.key(Key(.enter)))], to: &state)
    #expect(state.sheets.count == 2 && state.isInPane)
    #expect(lastTitle() == looked)
    // The list is still there, and takes clicks.
    #expect(view(state).elements.filter { $0.role == .listItem }.count > 1)
    _ = feed([.input(.key(Key(.escape)))], to: &state)
    #expect(state.sheets.count == 1)
    _ = feed([.input(.key(Key(.down)))], to: &state)
    #expect(lastTitle() != looked)
    _ = feed([.input(.resize(Size(width: 80, height: 24)))], to: &state)
    #expect(state.pane == nil)
  }

  @Test(arguments: [
    ListSweepTests.Place.accounts, .sessions, .drafts, .inbox, .shops, .wallet, .history, .rewards,
    .promotions,
  ])
  func `each list has its selected row beside it, whose title says what Enter does`(
    place: ListSweepTests.Place
  ) throws {
    var state = try Fixture.signedIn(wide)
    _ = feed(place.events(3), to: &state)
    let pane = try #require(state.pane)
    let frame = view(state)
    let title = try #require(
      frame.elements.last { $0.id == "sheet.title" && pane.contains(Point($0.bounds)) })
    let way = try #require(frame.elements.last { $0.id == "pane.open" })
    #expect(way.bounds.y - title.bounds.y == 0 || way.bounds.y - title.bounds.y == 1)
    #expect(way.bounds.maxX <= pane.maxX)
    _ = feed([.input(.key(Key(.enter)))], to: &state)
    guard state.isInPane else { return }
    // Inside of it the way back stands there, and nothing leads in once more.
    let inside = view(state).elements
    let back = try #require(inside.last { $0.id == "sheet.close" })
    #expect(back.text == "Back" && back.bounds.y - title.bounds.y <= 1)
    #expect(!inside.contains { $0.id == "pane.open" })
  }

  @Test(arguments: [(159, false), (160, true), (200, true)])
  func `a very wide window has a third column`(width: Int, has: Bool) throws {
    for place in [ListSweepTests.Place.history, .rewards] {
      var state = try Fixture.signedIn(Size(width: width, height: 50))
      _ = feed(place.events(3), to: &state)
      #expect((state.aside != nil) == has, "\(place)")
      guard let aside = state.aside, let pane = state.pane else { continue }
      #expect(aside.place.x == pane.maxX && aside.place.maxX == width)
      let words = view(state).elements.filter { aside.place.contains(Point($0.bounds)) }
      #expect(!words.isEmpty, "\(place)")
    }
  }

  @Test func `each line of the menu has its value, and what it is for beside it`() throws {
    var state = try Fixture.signedIn(wide)
    _ = feed(
      [
        .accounts(.loaded(Fixture.accounts)), .wallet(.loaded(Fixture.wallet)),
        .inbox(.loaded(Fixture.inbox)), .shops(.loaded(Fixture.shops)),
        .action(.showTab(.more)),
      ], to: &state)
    func line(_ title: String) -> String? {
      view(state).elements.first { $0.role == .listItem && $0.text.hasPrefix(title) }?.text
    }
    #expect(line("My cards") == "My cards, 3")
    #expect(line("Language") == "Language, English")
    #expect(line("Help") == "Help, Loyalhub 0.1.0")
    #expect(line("Theme") == "Theme, the program’s")
    _ = feed([.action(.switchTheme)], to: &state)
    #expect(line("Theme") == "Theme, dark" && state.theme.isDark)
    _ = feed([.action(.switchTheme)], to: &state)
    #expect(line("Theme") == "Theme, light" && !state.theme.isDark)
    for row in state.moreItems.indices {
      _ = feed([.action(.move(row == 0 ? .first : .rows(1)))], to: &state)
      let title = view(state).elements.last { $0.id == "sheet.title" }?.text
      #expect(title == state.moreItems[row].title)
    }
  }

  @Test func `what is only looked at spends nothing`() throws {
    var state = try Fixture.signedIn(wide)
    _ = feed([.action(.showTab(.rewards))], to: &state)
    let row = try #require(
      state.rewards.items.firstIndex { item in
        if case .reward(let reward) = item { return reward.blockers.isEmpty }
        return false
      })
    _ = feed([.action(.move(.rows(row - state.rewards.list.selection)))], to: &state)
    try tap(.redeem, &state)
    #expect(state.sheets.last?.surface.kind == .detail)
    #expect(state.rewards.step == .browsing)
    // Now it is open, and asks first.
    try tap(.redeem, &state)
    #expect(state.rewards.step != .browsing)
  }

  @Test func `a window that gets narrow covers the list with what is open`() throws {
    var state = try Fixture.signedIn(wide)
    _ = feed([.action(.showTab(.rewards)), .action(.rewards(.open(row: 2)))], to: &state)
    _ = feed([.input(.resize(Size(width: 80, height: 24)))], to: &state)
    #expect(state.sheets.count == 1)
    #expect(!view(state).elements.contains { $0.role == .listItem })
  }
}

extension Point {
  fileprivate init(_ rect: Rect) { self.init(x: rect.x, y: rect.y) }
}
