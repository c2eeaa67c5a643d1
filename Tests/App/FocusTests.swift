import Cells
import Loyalty
import TestSupport
import Testing
import Themes

@testable import App

/// Tab and Shift-Tab on every screen and sheet.
struct FocusTests {
  @Test(arguments: [(80, 24), (120, 40), (40, 15), (24, 7), (3, 2)])
  func `Tab marks one thing at a time that can be seen, and never the way out`(
    width: Int, height: Int
  ) throws {
    var seen: Set<[Element.ID]> = []
    for who in Walk.Who.allCases {
      var state = try who.state(Size(width: width, height: height))
      for (number, events) in Walk.steps.map(\.events).enumerated() {
        _ = feed(events, to: &state)
        // Each step at two of four sizes.
        guard Effort.isLong || (number + width / 8) % 2 == 0,
          // In the editor Tab goes from pane to pane.
          state.command(for: Key(.tab))?.action == .focusNext
        else { continue }
        let frame = view(state)
        let stops = frame.tabStops(isInList: state.surface.list != nil).map(\.id)
        guard !stops.isEmpty, seen.insert(stops).inserted else { continue }
        let place = "\(who) \(width)×\(height), step \(number), \(state.sheets.last as Any)"
        goRound(state, frame, stops.count, Comment(rawValue: place))
      }
    }
  }

  /// All the way round, and one step back; in colour and without, by turns in a bounded run.
  private func goRound(_ start: State, _ first: Frame, _ stops: Int, _ comment: Comment) {
    var (state, frame) = (start, first)
    let looks = Looks(start)
    for step in 0...stops {
      let key = Key(.tab, step == stops ? .shift : [])
      _ = update(&state, .input(.key(key)), at: Fixture.now, seeing: frame)
      for look in Effort.sample(looks.all, every: looks.all.count, from: step) {
        look.dress(&state)
        frame = view(state)
        check(state, frame, comment)
      }
      guard state.size.width >= 40, let element = frame.elements.first(where: \.isFocused),
        element.role != .field
      else { continue }
      checkEnter(state, frame, element, comment)
    }
  }

  private func check(_ state: State, _ frame: Frame, _ comment: Comment) {
    let focused = frame.elements.filter(\.isFocused)
    #expect(focused.count == 1, "\(focused.map(\.id)) at \(comment)")
    guard let element = focused.first else { return }
    #expect(element.action != .quit && !element.bounds.isEmpty, comment)
    // Three columns have no room for the caret of an empty field under a title.
    let hasRoom = element.role != .field || state.size.width > 3
    #expect(
      isMarked(element, in: frame, state.theme) || !hasRoom,
      "\(element.id), \(state.theme.depth), \(comment)")
    checkRest(element, frame, state, comment)
  }

  /// Nothing that rests looks as what has the focus does.
  private func checkRest(_ element: Element, _ frame: Frame, _ state: State, _ comment: Comment) {
    let focus = state.theme[.focus]
    let place = element.bounds.inset(x: -2)
    var others: Set<Int> = []
    for (index, cell) in frame.grid.cells.enumerated()
    where cell.style.background == focus.background && cell.style.attributes == focus.attributes {
      let point = Point(x: index % state.size.width, y: index / state.size.width)
      if !place.contains(point) { others.insert(point.y) }
    }
    #expect(others.isEmpty, "rows \(others.sorted()), not \(element.id), \(comment)")
  }

  /// A theme in 256 colours and in none.
  private struct Looks {
    struct Dress {
      let depth: ColorDepth
      let theme: Theme

      func dress(_ state: inout State) {
        state.settings.look.depth = depth
        state.theme = theme
      }
    }

    let all: [Dress]

    init(_ state: State) {
      all = [ColorDepth.palette256, .mono].map { depth in
        var look = state.settings.look
        look.depth = depth
        return Dress(depth: depth, theme: look.theme(for: state.program?.brand))
      }
    }
  }

  /// By the one look that nothing at rest has, or by the caret.
  private func isMarked(_ element: Element, in frame: Frame, _ theme: Theme) -> Bool {
    if let cursor = frame.modes.cursor, element.bounds.contains(cursor) { return true }
    let area = element.bounds.inset(x: -2).intersection(frame.grid.bounds)
    return (area.y..<area.maxY).contains { y in
      (area.x..<area.maxX).contains { hasFocusLook(frame.grid[$0, y].style, theme) }
    }
  }

  private func hasFocusLook(_ style: Style, _ theme: Theme) -> Bool {
    guard theme.depth == .mono else {
      return [theme[.focus], theme[.fieldFocused]].contains {
        style.background == $0.background && style.attributes == $0.attributes
      }
    }
    return style.attributes.isSuperset(of: [.bold, .reverse])
      || style.attributes.isSuperset(of: [.bold, .underline])
  }

  /// Wherever the arrows move, the selected row, or what they have come to, is seen.
  @Test(arguments: [(80, 24), (120, 40), (40, 15)])
  func `the arrows never lose the focus, in colour and without`(width: Int, height: Int) throws {
    for who in Walk.Who.allCases {
      var state = try who.state(Size(width: width, height: height))
      let looks = Looks(state).all
      for (number, step) in Walk.steps.enumerated() {
        _ = feed(step.events, to: &state)
        // In the editor the keys have panes of their own: `EditorTests`.
        guard Effort.isLong || (number + width) % 4 == 0, state.editor == nil else { continue }
        var moved = state
        looks[number / 4 % 2].dress(&moved)
        var frame: Frame?
        for code in [Key.Code.down, .down, .up] {
          let key = Event.input(.key(Key(code)))
          let seen = key.looksAtScreen(in: moved) ? frame ?? view(moved) : nil
          _ = update(&moved, key, at: Fixture.now, seeing: seen)
          let now = view(moved)
          frame = now
          checkArrow(moved, now, "\(who), step \(number), \(width)×\(height), \(moved.theme.depth)")
        }
      }
    }
  }

  private func checkArrow(_ state: State, _ frame: Frame, _ place: String) {
    let here =
      frame.elements.last { $0.isFocused }
      ?? frame.elements.last { $0.isSelected && $0.role == .listItem }
    guard let here, !here.bounds.isEmpty, here.role != .field else { return }
    if state.isInPane, !here.isFocused, let pane = state.pane {
      // A text in the pane is scrolled: its edge shows that.
      #expect(frame.grid[pane.x, pane.y].text == "▎")
      return
    }
    #expect(isMarked(here, in: frame, state.theme), "\(here.id) of \(place)")
    checkRest(here, frame, state, Comment(rawValue: place))
  }

  private func checkEnter(
    _ state: State, _ frame: Frame, _ element: Element, _ comment: Comment
  ) {
    guard let action = element.action else { return }
    var (entered, tapped) = (state, state)
    let effects = update(&entered, .input(.key(Key(.enter))), at: Fixture.now, seeing: frame)
    // NB: a Bool, so that a failure does not print two states.
    let isSame =
      effects == update(&tapped, .action(action), at: Fixture.now, seeing: frame)
      && entered == tapped
    #expect(isSame, "\(element.id) at \(comment)")
  }

  /// What somebody has opened and not touched yet.
  @Test(arguments: [(80, 24), (120, 40), (40, 15)])
  func `Enter closes no sheet on which something can be done, and Tab leaves last`(
    width: Int, height: Int
  ) throws {
    var met: [Sheet] = []
    var state = try Walk.Who.member.state(Size(width: width, height: height))
    for (number, step) in Walk.steps.enumerated() {
      _ = feed(step.events, to: &state)
      guard let sheet = state.sheets.last, state.focus == nil, state.focusedField == nil,
        state.surface.list == nil, state.surface.enter(state) == nil, state.editor == nil
      else { continue }
      let frame = view(state)
      let stops = frame.tabStops(isInList: false)
      guard let first = stops.first(where: { $0.action != .back && !$0.id.isToast }) else {
        continue
      }
      met.append(sheet)
      let place = Comment(rawValue: "\(width)×\(height), step \(number), \(sheet)")
      #expect(stops.last { !$0.id.isToast }?.action == .back, place)
      for key in [Key(.tab), Key(.down), Key(.enter)]
      // In a pane the arrows go on through the list beside it.
      where key != Key(.down) || !state.isInPane {
        var moved = state
        _ = update(&moved, .input(.key(key)), at: Fixture.now, seeing: frame)
        #expect(moved.sheets == state.sheets && moved.focus == first.id, place)
        #expect(view(moved).elements.contains { $0.isFocused && $0.id == first.id }, place)
      }
    }
    let wanted: [Sheet] = [.inbox(.preferences), .consents, .tier, .forgetting]
    #expect(wanted.allSatisfy(met.contains))
  }

  @Test func `Tab goes from an empty search of the history to its filter, which stays`() throws {
    var state = try Fixture.signedIn()
    _ = feed([.action(.showTab(.history)), .input(.key(Key(.character("/"))))], to: &state)
    _ = feed([.input(.key(Key(.tab, .shift)))], to: &state)
    #expect(view(state).elements.first(where: \.isFocused)?.id == "history.filter")
    _ = feed([.input(.key(Key(.enter)))], to: &state)
    #expect(state.history.query.kind != .all)
    _ = feed([.input(.key(Key(.escape)))], to: &state)
    #expect(state.history.query.isAll && state.tab == .history && state.focus == nil)
    #expect(!view(state).elements.contains { $0.id == "history.filter" })
  }

  @Test func `a step of any length goes round the screen`() throws {
    for step in [-1000, -3, 3, 1000] {
      var state = try Fixture.signedOut()
      _ = feed([.input(.key(Key(.tab))), .action(.stepFocus(step))], to: &state)
      #expect(view(state).elements.filter(\.isFocused).count == 1)
    }
  }

  @Test func `three Tabs on the login and Enter do not leave the app`() throws {
    for count in 1...12 {
      var state = try Fixture.signedOut()
      let tabs = [Event](repeating: .input(.key(Key(.tab))), count: count)
      #expect(!feed(tabs + [.input(.key(Key(.enter)))], to: &state).contains(.screen(.quit)))
    }
  }

  @Test func `Enter on a content screen where nothing is marked goes nowhere`() throws {
    var state = try Fixture.signedIn()
    _ = feed(
      [.screens(.loaded(Fixture.screens)), .action(.screens(.open(slug: "news")))], to: &state)
    let before = state
    _ = feed([.input(.key(Key(.enter)))], to: &state)
    #expect(state == before)
  }

  @Test func `in a list Tab stops once, and the arrows take the focus back to the rows`() throws {
    var state = try Fixture.signedIn()
    _ = feed([.action(.showTab(.history)), .input(.key(Key(.tab)))], to: &state)
    let first = view(state).elements.first(where: \.isFocused)
    _ = feed([.input(.key(Key(.tab)))], to: &state)
    #expect(view(state).elements.filter { $0.role == .listItem && $0.isFocused }.count <= 1)
    #expect(view(state).elements.first(where: \.isFocused)?.id != first?.id)
    _ = feed([.input(.key(Key(.down))), .input(.key(Key(.enter)))], to: &state)
    #expect(state.sheets == [.entry(state.history.entries[1])])
  }

  @Test func `F10 asks, and only a yes logs out`() throws {
    var state = try Fixture.signedIn()
    #expect(feed([.input(.key(Key(.function(10))))], to: &state) == [])
    #expect(state.sheets == [.loggingOut])
    #expect(view(state).elements.contains { $0.isFocused && $0.id == .logOut })
    #expect(feed([.input(.key(Key(.escape)))], to: &state) == [])
    #expect(state.sheets.isEmpty && state.isSignedIn)
    let again: [Event] = [.input(.key(Key(.function(10)))), .input(.key(Key(.enter)))]
    #expect(feed(again, to: &state) == [.ask(.login(.logOut))])
    var stranger = try Fixture.signedOut()
    #expect(feed([.input(.key(Key(.function(10))))], to: &stranger) == [])
    #expect(stranger.sheets.isEmpty)
  }

  @Test func `a word on top of a button hides it from Tab`() throws {
    var state = try Fixture.signedOut(Size(width: 30, height: 8))
    let words = String(repeating: "Code 123456 ", count: 9)
    let later = Fixture.now.adding(seconds: 90)
    _ = feed(
      [
        .login(
          .codeSent(
            Challenge(
              id: .init("otp"), phone: Fixture.phone, target: "…67", codeLength: 6,
              expiresAt: later,
              resendAt: later))),
        .login(.message(TextMessage(text: words, code: "123456", challenge: .init("otp")))),
      ], to: &state)
    let frame = view(state)
    let message = try #require(frame.elements.first { $0.id == .message })
    for stop in frame.tabStops(isInList: false) where stop.id != .message {
      #expect(message.bounds.intersection(stop.bounds) != stop.bounds)
    }
  }

  @Test(arguments: [Language.english, .russian])
  func `offline words name r where r is that key, and not where it is typed`(
    language: Language
  ) throws {
    let trouble = Trouble.offline(.refused)
    var login = try Fixture.signedOut(Size(width: 80, height: 24), language)
    _ = feed(
      [.failed(.pull, trouble), .failed(.login(.sendCode(Fixture.phone)), trouble)], to: &login)
    let hint = login.phrases.say(keyed: .offlineAgain)
    #expect(hint.contains("; r\u{A0}") && login.loginError != nil)
    #expect(!login.words(for: trouble).contains(hint))
    var member = try Fixture.signedIn(Size(width: 80, height: 24), language)
    #expect(member.words(for: trouble).contains(hint))
    _ = feed([.action(.promoCode(.show))], to: &member)
    #expect(!member.words(for: trouble).contains(hint))
  }

  @Test(arguments: [Language.english, .russian])
  func `the login names the ways to cards and accounts, with and without a server`(
    language: Language
  ) throws {
    var state = try Fixture.signedOut(Size(width: 80, height: 24), language)
    #expect(ids(state).isSuperset(of: ["login.cards", "login.accounts", "login.quit"]))
    _ = feed([.failed(.pull, .offline(.refused))], to: &state)
    #expect(ids(state).isSuperset(of: ["login.cards", "login.accounts", "login.quit"]))
    // Said once, where there is room for what to do about it.
    #expect(ids(state).contains("login.advice") && !ids(state).contains("login.trouble"))
    state = try Fixture.signedOut(Size(width: 40, height: 15), language)
    #expect(ids(state).contains("login.cards"))
  }

  private func ids(_ state: State) -> Set<String> {
    Set(view(state).elements.map(\.id.rawValue))
  }

  @Test(arguments: [Language.english, .russian])
  func `lines number each command that the screen offers before the login`(
    language: Language
  ) throws {
    for trouble in [nil, Trouble.offline(.refused)] {
      var state = try Fixture.signedOut(Size(width: 80, height: 200), language)
      if let trouble { _ = feed([.failed(.pull, trouble)], to: &state) }
      let lines = Lines(view(state), state)
      for action in [
        Action.login(.sendCode), .guest(.lookAround), .wallet(.show), .accounts(.show),
        .switchLanguage, .quit,
      ] {
        #expect(lines.choices.filter { $0.action == action }.count == 1, "\(action)")
      }
      for (number, choice) in zip(1..., lines.choices) {
        #expect(lines.text.contains { $0.hasPrefix("\(number). \(choice.text.prefix(5))") })
      }
      let number = try #require(lines.choices.firstIndex { $0.action == .wallet(.show) }) + 1
      #expect(lines.answer(to: "\(number)", now: lines) == .events([.action(.wallet(.show))]))
    }
  }

  @Test func `lines number the way out wherever one is`() throws {
    for tab in [Tab.home, .history, .rewards, .promotions, .more] {
      var state = try Fixture.signedIn(Size(width: 80, height: 200), .russian)
      _ = feed([.action(.showTab(tab))], to: &state)
      let choices = Lines(view(state), state).choices
      #expect(choices.filter { $0.action == .quit }.count == 1)
      #expect(choices.filter { $0.action == .refresh }.count == 1)
    }
  }
}
