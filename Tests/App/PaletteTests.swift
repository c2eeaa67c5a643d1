import Cells
import Loyalty
import TestSupport
import Testing

@testable import App

/// Everything by its name: what fits, in which order, and what Enter does.
struct PaletteTests {
  private func entries(_ titles: [String]) -> [PaletteEntry] {
    titles.map { title in PaletteEntry(PaletteItem(id: title, title: title, run: { _ in [] })) }
  }

  private func ranked(_ titles: [String], _ query: String, recent: [String] = []) -> [String] {
    var ranking = PaletteRanking()
    let entries = entries(titles)
    return ranking.rank(entries, PaletteQuery(query), recent: recent).map { entries[$0].title }
  }

  @Test func `the beginning of a title is worth more than a word, initials and letters inside`() {
    #expect(
      ranked(["Coffee", "Own friends", "My offers", "Offers", "Home"], "of")
        == ["Offers", "My offers", "Own friends", "Coffee"])
    // Letters with gaps, from the beginning of a word.
    #expect(ranked(["Explain my balance", "Example", "Pexpb"], "expb").first == "Pexpb")
    #expect(ranked(["Explain my balance"], "expb") == ["Explain my balance"])
    #expect(ranked(["Explain my balance"], "xyz") == [])
    // All words have to fit, in any order.
    #expect(ranked(["My cards", "My coupons", "Cards"], "card my") == ["My cards"])
  }

  @Test(arguments: [
    ("елка", "Ёлка"), ("ЁЛКА", "елка"), ("щааукы", "Offers"), ("frwbb", "Акции"),
    ("мк", "Мои карты"), ("МОИ КАР", "Мои карты"),
  ])
  func `case, ё and the layout of the keyboard do not matter`(query: String, title: String) {
    #expect(ranked(["Другое", title], query) == [title])
  }

  @Test func `what was used lately comes first among its like, and before nothing better`() {
    #expect(ranked(["Offers", "Office"], "off", recent: ["Office"]) == ["Office", "Offers"])
    #expect(ranked(["Offers", "Coffee"], "off", recent: ["Coffee"]) == ["Offers", "Coffee"])
  }

  @Test(arguments: [("куп", [9, 10, 11]), ("пк", [0, 9]), ("казать", [2, 3, 4, 5, 6, 7])])
  func `the letters that were found are known by their places`(query: String, places: [Int]) {
    var ranking = PaletteRanking()
    let entry = entries(["Показать купон"])[0]
    #expect(ranking.marks(in: entry, PaletteQuery(query)) == Set(places))
  }

  @Test(arguments: [Language.english, .russian])
  func `any screen of the menu is two keys beside its name away`(language: Language) throws {
    let start = try Fixture.signedIn(Size(width: 80, height: 24), language)
    for item in start.moreItems {
      var state = start
      _ = feed(Key.text(":") + [.input(.paste(item.title)), .input(.key(Key(.enter)))], to: &state)
      var direct = start
      _ = perform(item.action, &direct)
      #expect(state.sheets == direct.sheets, "\(item.title)")
      #expect(state.settings == direct.settings, "\(item.title)")
    }
  }

  @Test(arguments: [Language.english, .russian])
  func `nothing is named twice among what can be done, and each key is written out`(
    language: Language
  ) throws {
    var state = try Fixture.signedIn(Size(width: 120, height: 40), language)
    _ = feed([.action(.showTab(.history))] + Key.text(":"), to: &state)
    for group in [PaletteItem.Group.here, .go, .app] {
      let titles = state.palette.entries.filter { $0.group == group }.map(\.title)
      #expect(Set(titles).count == titles.count, "\(titles)")
    }
    let text = view(state).grid.text
    for key in ["F4", "F10", "Ctrl-L", "Ctrl-Z"] { #expect(text.contains(key + "  "), "\(key)") }
  }

  @Test func `what stands beside a list stays there below the palette`() throws {
    var state = try Fixture.signedIn(Size(width: 120, height: 40))
    _ = feed([.action(.showTab(.history))], to: &state)
    let before = view(state).grid.lines[1]
    _ = feed(Key.text(":"), to: &state)
    #expect(before.hasSuffix("Open"))
    #expect(view(state).grid.lines[1] == before)
  }

  /// Somebody with so many cards and as many rewards to get.
  private func owner(of count: Int) throws -> State {
    var state = try Fixture.signedIn()
    var card = Fixture.wallet.cards[1]
    let cards = (0..<count).map { number in
      card.id = .init("\(number)")
      card.name = "Карта магазина номер \(number)"
      return card
    }
    var contents = Fixture.rewards
    let reward = try #require(contents.rewards?.first)
    contents.rewards = (0..<count).map { number in
      var reward = reward
      reward.id = .init("r\(number)")
      return reward
    }
    _ = feed(
      [.wallet(.loaded(WalletContents(cards: cards))), .rewards(.loaded(contents))], to: &state)
    return state
  }

  @Test func `ten times as much to find costs ten times as much, and no more for a row`() throws {
    /// Seconds of the processor, the least of three: for opening it, for a letter, for an arrow.
    func costs(_ count: Int) throws -> [Double] {
      let closed = try owner(of: count)
      var (open, typed) = (closed, closed)
      let steps: [() -> Void] = [
        {
          open = closed
          _ = feed(Key.text(":"), to: &open)
          _ = view(open)
        },
        {
          typed = open
          _ = feed(Key.text("к"), to: &typed)
          _ = view(typed)
        },
        {
          var moved = typed
          for _ in 0..<20 {
            _ = feed([.input(.key(Key(.down)))], to: &moved)
            _ = view(moved)
          }
        },
      ]
      return steps.map { step in
        (0..<3).map { _ in processorSeconds(step) }.min() ?? 0
      }
    }
    let (few, many) = (try costs(300), try costs(3000))
    if Effort.isLong { print("the palette: \(few) s with 600 entries, \(many) s with 6,000") }
    // Twice that is in what the processor's caches hold of the few.
    for (less, more) in zip(few, many).prefix(2) { #expect(more < 25 * less, "\(few) \(many)") }
    #expect(many[2] < 4 * few[2], "\(few) \(many)")
  }

  @Test func `thousands of cards and rewards cost a few comparisons each`() throws {
    var state = try owner(of: 3000)
    _ = feed(Key.text(":"), to: &state)
    #expect(state.palette.entries.count > 6000)
    for query in ["к", "номер 29", "карта магазина", "rfhnf", "мнн"] {
      _ = feed([.input(.key(.control("u")))] + Key.text(query), to: &state)
      #expect(state.palette.compared < 400 * state.palette.entries.count, "\(query)")
      #expect(!state.palette.ranked.isEmpty, "\(query)")
    }
    // What is long and hostile is compared as far as anybody looks.
    var ranking = PaletteRanking()
    let hostile = entries([String(repeating: "a ", count: 5000)])
    _ = ranking.rank(hostile, PaletteQuery(String(repeating: "a", count: 60) + "b"))
    #expect(ranking.compared < 30_000)
  }

  @Test func `Ctrl-P opens it on every screen, and Esc leaves all as it was`() throws {
    var state = try Fixture.signedIn()
    for step in Walk.steps where step.sheet != .palette {
      _ = feed(step.events, to: &state)
      state.toasts = []
      let before = state.sheets
      var tried = state
      guard before.last != .palette else { continue }
      _ = feed([.input(.key(.control("p")))], to: &tried)
      #expect(tried.sheets == before + [.palette], "\(step.name)")
      #expect(!tried.palette.entries.isEmpty, "\(step.name)")
      _ = feed([.input(.key(Key(.escape)))], to: &tried)
      #expect(tried.sheets == before && tried.tab == state.tab, "\(step.name)")
      #expect(
        tried.form == state.form && tried.editor?.screen == state.editor?.screen, "\(step.name)")
    }
  }

  @Test func `a colon is a letter while a text is written, and opens the palette elsewhere`() throws
  {
    var state = try Fixture.signedIn()
    _ = feed(Key.text("2/a:"), to: &state)
    #expect(state.history.search.text == "a:" && state.sheets.isEmpty)
    _ = feed(
      [.input(.key(Key(.escape))), .input(.key(Key(.escape)))] + Key.text(":a:"), to: &state)
    #expect(state.sheets == [.palette] && state.palette.query.text == "a:")
  }

  @Test(arguments: [
    ("mess", "сообщ", Sheet.inbox(.list)), ("my cards", "мк", .wallet(.list)),
    ("stores", "адрес", .shops(.list)), ("explain", "баланс", .explanation),
    ("help", "справка", .help), ("gym", "gym", .wallet(.card(.init("2")))),
    ("pokr", "покр", .shops(.shop(.init("shp_2")))), ("log out", "выйти", .loggingOut),
  ])
  func `a few letters and Enter go there`(english: String, russian: String, sheet: Sheet) throws {
    for (language, letters) in [(Language.english, english), (.russian, russian)] {
      var state = try Fixture.signedIn(Size(width: 80, height: 24), language)
      _ = feed(
        [.wallet(.loaded(Fixture.wallet)), .shops(.loaded(Fixture.shops))], to: &state)
      _ = feed(Key.text(":" + letters) + [.input(.key(Key(.enter)))], to: &state)
      #expect(state.sheets.last == sheet, "\(letters)")
    }
  }

  @Test func `rewards and offers open in their section`() throws {
    var state = try Fixture.signedIn()
    let reward = try #require(Fixture.rewards.rewards?.last)
    let title = try #require(reward.title.value(in: .english))
    _ = feed(Key.text(":" + title) + [.input(.key(Key(.enter)))], to: &state)
    #expect(state.tab == .rewards && state.sheets == [.rewards(.reward(reward.id))])
    let offer = try #require(state.promotions.items.last)
    let name = try #require(offer.title.value(in: .english))
    _ = feed(Key.text(":" + name) + [.input(.key(Key(.enter)))], to: &state)
    #expect(state.tab == .promotions && state.sheets == [.promotion(offer.id)])
    #expect(state.palette.recent.count == 2)
  }

  @Test func `what another screen can do is done there`() throws {
    var state = try Fixture.signedIn()
    _ = feed([.wallet(.loaded(Fixture.wallet))] + Key.text(":import"), to: &state)
    let entry = try #require(state.palette.entry(row: 0))
    #expect(entry.group == .elsewhere && entry.note == "My cards" && entry.key == "i")
    _ = feed([.input(.key(Key(.enter)))], to: &state)
    #expect(state.sheets == [.wallet(.list), .wallet(.reading)])
  }

  @Test func `a guest sees for whom it is, and is asked to log in`() throws {
    var state = try Fixture.guest(Size(width: 80, height: 24))
    _ = feed(Key.text(":show card"), to: &state)
    let entry = try #require(state.palette.entry(row: 0))
    #expect(entry.obstacle == "for members")
    _ = feed([.input(.key(Key(.enter)))], to: &state)
    #expect(state.sheets == [.loginNeeded])
  }

  @Test func `words that were typed are not lost by going elsewhere`() throws {
    var state = try Fixture.signedIn()
    _ = feed([.action(.wallet(.show)), .action(.wallet(.add)), .input(.paste("Gym"))], to: &state)
    let (sheets, form) = (state.sheets, state.form)
    _ = feed([.input(.key(.control("p")))] + Key.text("history"), to: &state)
    #expect(state.palette.entry(row: 0)?.obstacle.hasPrefix("Save or discard") == true)
    _ = feed([.input(.key(Key(.enter)))], to: &state)
    #expect(state.sheets == sheets && state.form == form && state.toasts.count == 1)
  }

  @Test func `what comes while it is open is found, and another language is spoken at once`() throws
  {
    var state = try Fixture.signedIn()
    _ = feed(Key.text(":gym"), to: &state)
    #expect(state.palette.ranked.isEmpty)
    _ = feed([.input(.key(Key(.enter))), .wallet(.loaded(Fixture.wallet))], to: &state)
    #expect(state.palette.entry(row: 0)?.title == "Gym")
    _ = feed(
      [.action(.switchLanguage), .input(.key(.control("u")))] + Key.text("история"), to: &state)
    #expect(state.palette.entry(row: 0)?.title == "История")
  }

  @Test func `a slash finds what there is where a list has no search of its own`() throws {
    var state = try Fixture.signedIn()
    _ = feed([.wallet(.loaded(Fixture.wallet))] + Key.text("3/"), to: &state)
    #expect(state.sheets == [.palette] && state.palette.isFinding)
    #expect(state.palette.entries.allSatisfy { $0.group == .found })
    _ = feed([.input(.key(Key(.escape)))] + Key.text("2/"), to: &state)
    #expect(state.sheets.isEmpty && state.history.isSearching)
  }

  @Test func `below plain lines a name lists what fits, and a number chooses it`() throws {
    var state = try Fixture.signedIn(Size(width: 80, height: 200))
    _ = feed([.wallet(.loaded(Fixture.wallet))], to: &state)
    var lines = Lines(view(state), state)
    #expect(lines.choices.contains { $0.action == .palette(.show) })
    guard case .events(let events) = lines.answer(to: ":gym", now: lines) else {
      Issue.record("no answer")
      return
    }
    _ = feed(events, to: &state)
    lines = Lines(view(state), state)
    #expect(state.sheets == [.palette])
    let number = try #require(lines.choices.firstIndex { $0.text.hasPrefix("Gym") }) + 1
    guard case .events(let other) = lines.answer(to: "offers", now: lines) else {
      Issue.record("no answer")
      return
    }
    var elsewhere = state
    _ = feed(other, to: &elsewhere)
    #expect(elsewhere.sheets == [.palette] && elsewhere.palette.query.text == "offers")
    guard case .events(let chosen) = lines.answer(to: "\(number)", now: lines) else {
      Issue.record("no answer")
      return
    }
    _ = feed(chosen, to: &state)
    #expect(state.sheets.last == .wallet(.card(.init("2"))))
  }
}
