import Cells
import Content
import Loyalty
import TestSupport
import Testing

@testable import App

@Suite struct ScreensTests {
  private func state(_ contents: ScreensContents = Fixture.screens) throws -> State {
    var state = try Fixture.signedIn()
    _ = feed([.screens(.loaded(contents))], to: &state)
    return state
  }

  private func opened(_ blocks: [Block], _ size: Size = Size(width: 80, height: 24)) throws -> State
  {
    var state = try Fixture.signedIn(size)
    let screen = Screen(slug: "x", title: [.english: "X"], blocks: blocks)
    _ = feed(
      [
        .screens(.loaded(ScreensContents(screens: [screen]))),
        .action(.screens(.open(slug: "x"))),
      ], to: &state)
    return state
  }

  private func ids(_ state: State) -> [String] { view(state).elements.map(\.id.rawValue) }

  @Test func `sections stand where the server puts them, and their numbers are their keys`() throws
  {
    var contents = Fixture.screens
    contents.screens?[0].tab = .init(.bar, position: 150)
    var state = try state(contents)
    #expect(
      state.tabs == [.home, .history, .screen("news"), .rewards, .promotions, .more])
    _ = feed(Key.text("3"), to: &state)
    #expect(state.tab == .screen("news"))
    _ = feed(Key.text("4"), to: &state)
    #expect(state.tab == .rewards)
    _ = feed(Key.text("m"), to: &state)
    #expect(state.tab == .more)
    #expect(view(state).elements.contains { $0.text == "About the program" })
  }

  @Test func `a screen that is taken out while it is open says so`() throws {
    var state = try state()
    _ = feed([.action(.showTab(.screen("news")))], to: &state)
    _ = feed([.action(.screens(.open(slug: "page")))], to: &state)
    #expect(state.sheets == [.screen(slug: "page")])
    _ = feed([.screens(.loaded(ScreensContents(screens: [])))], to: &state)
    #expect(state.sheets.isEmpty && state.tab == .home)
    #expect(state.toasts.count == 1)
  }

  @Test func `links that lead in a circle end nowhere, and back leads out`() throws {
    var state = try state()
    for _ in 0..<100 {
      _ = feed([.action(.screens(.open(slug: "page")))], to: &state)
      _ = feed([.action(.screens(.open(slug: "ring")))], to: &state)
    }
    #expect(state.sheets == [.screen(slug: "page"), .screen(slug: "ring")])
    _ = feed([.action(.back), .action(.back)], to: &state)
    #expect(state.sheets.isEmpty)
  }

  @Test func `what a customer is not shown, an editor is told of`() throws {
    var state = try state()
    _ = feed([.action(.showTab(.screen("news")))], to: &state)
    #expect(ids(state).contains("screen.block.carousel"))
    #expect(!ids(state).contains("screen.block.carousel.label"))
    _ = feed([.home(.loaded(Fixture.editorHome))], to: &state)
    #expect(ids(state).contains("screen.block.carousel.label"))
    var bare = Fixture.block("a", .init(rawValue: "hologram"))
    bare.members["fallback"] = .null
    #expect(!ids(try opened([bare])).contains { $0.hasPrefix("screen.block") })
  }

  @Test func `a block comes and goes by its time and its language`() throws {
    var timed = Fixture.block("timed", .paragraph, "Now", "Сейчас")
    timed.members["visibility"] = [
      "from": .string(Fixture.now.adding(seconds: 60).rfc3339),
      "to": .string(Fixture.now.adding(seconds: 120).rfc3339),
    ]
    var russian = Fixture.block("russian", .paragraph, "", "По-русски")
    russian.members["visibility"] = ["locales": ["ru"]]
    var state = try opened([timed, russian])
    #expect(!ids(state).contains { $0.hasPrefix("screen.block") })
    #expect(state.nextDeadline == Fixture.now.adding(seconds: 60))
    _ = state.pass(until: Fixture.now.adding(seconds: 60))
    #expect(ids(state).contains("screen.block.timed"))
    _ = state.pass(until: Fixture.now.adding(seconds: 120))
    #expect(!ids(state).contains("screen.block.timed"))
    _ = feed([.action(.switchLanguage)], to: &state)
    #expect(ids(state).contains("screen.block.russian"))
  }

  @Test func `a countdown ticks once a minute, and has words for its end`() throws {
    let end = Fixture.now.adding(seconds: 3600)
    var state = try opened([
      Fixture.block(
        "count", .countdown, "Left", "",
        ["to": .string(end.rfc3339), "done": ["en": "It is time"]])
    ])
    func words() -> String? {
      view(state).elements.first { $0.id == "screen.block.count" }?.text
    }
    #expect(words() == "Left 1 hour")
    _ = state.pass(until: Fixture.now.adding(seconds: 61))
    #expect(words() == "Left 59 minutes")
    #expect(state.nextDeadline == Fixture.now.adding(seconds: 120))
    _ = state.pass(until: end)
    #expect(words() == "It is time")
  }

  @Test func `actions lead to what there is, and say so when there is nothing`() throws {
    var state = try state()
    func follow(_ kind: BlockAction.Kind, _ target: String) -> [Effect] {
      feed([.action(.screens(.follow(kind: kind.rawValue, target: target)))], to: &state)
    }
    let reward = try #require(Fixture.rewards.rewards?.first)
    _ = follow(.reward, reward.id.rawValue)
    #expect(state.sheets == [.rewards(.reward(reward.id))])
    state.sheets = []
    #expect(follow(.copy, "COFFEE") == [.screen(.copy("COFFEE"))])
    for kind in [.reward, .promotion, .screen, .init(rawValue: "teleport")] as [BlockAction.Kind] {
      state.toasts = []
      #expect(follow(kind, "gone").isEmpty)
      #expect(state.sheets.isEmpty && state.toasts.count == 1)
    }
  }

  @Test(.timeLimit(.minutes(20)))
  func `a screen of a thousand long blocks is looked at where it is open only`() throws {
    let text = String(repeating: "слово ", count: 3000)
    let blocks = (0..<1000).map { Fixture.block("b\($0)", .paragraph, text) }
    var state = try opened(blocks)
    #expect(ids(state).contains("screen.block.b0") && !ids(state).contains("screen.block.b1"))
    let seconds = processorSeconds {
      for code in [Key.Code.end, .up, .pageUp, .home, .down, .pageDown, .end] {
        _ = feed([.input(.key(Key(code)))], to: &state)
        #expect(view(state).grid.size == state.size)
      }
    }
    #expect(seconds < 20)
    #expect(ids(state).contains("screen.block.b999"))
  }

  @Test func `what was scrolled off a content screen loses the focus, and what stays keeps it`()
    throws
  {
    let blocks = (0..<40).map { number in
      Fixture.block("b\(number)", .faq, "Question \(number)")
    }
    var state = try opened(blocks)
    func scroll(_ code: Key.Code, focus: Element.ID) -> Element.ID? {
      var state = state
      state.focus = focus
      _ = feed([.input(.key(Key(code)))], to: &state)
      return state.focus
    }
    _ = feed([.input(.key(Key(.down))), .input(.key(Key(.down)))], to: &state)
    let shown = view(state).elements.map(\.id).filter { $0.rawValue.hasPrefix("screen.block") }
    let last = try #require(shown.last)
    #expect(scroll(.up, focus: shown[3]) == shown[3])
    #expect(scroll(.down, focus: shown[0]) == nil)
    #expect(scroll(.home, focus: last) == nil)
    #expect(scroll(.end, focus: "sheet.close") == "sheet.close")
    #expect(scroll(.end, focus: "nothing") == nil)
  }

  @Test func `scrolling stays within the screen and keeps its place when blocks change`() throws {
    let blocks = (0..<60).map { Fixture.block("b\($0)", .paragraph, "Block \($0)") }
    var state = try opened(blocks)
    _ = feed([.input(.key(Key(.end)))], to: &state)
    let end = view(state).grid.text
    _ = feed([.input(.key(Key(.pageDown))), .input(.key(Key(.down)))], to: &state)
    #expect(view(state).grid.text == end)
    _ = feed([.input(.key(Key(.home))), .input(.key(Key(.up)))], to: &state)
    #expect(state.screens.scrolls["x"] == ScreenScroll())
    for _ in 0..<20 { _ = feed([.input(.key(Key(.down)))], to: &state) }
    let first = try #require(ids(state).first { $0.hasPrefix("screen.block") })
    var fewer = blocks
    fewer.removeFirst(3)
    let screen = Screen(slug: "x", title: [:], blocks: fewer)
    _ = feed([.screens(.loaded(ScreensContents(screens: [screen])))], to: &state)
    #expect(ids(state).first { $0.hasPrefix("screen.block") } == first)
  }

  @Test(arguments: [
    "\u{1B}[2J", String(repeating: "Ж", count: 400), "**", "[a](javascript:1)", "漢字漢字漢字",
    "a\n\n\n\nb", "\u{202E}abc", String(repeating: "*_[", count: 300), "👩‍👩‍👧👩‍👩‍👧",
  ])
  func `any text in any block stays within the screen`(text: String) throws {
    for kind in Block.Kind.all {
      let words: JSONValue = ["en": .string(text)]
      let block = Fixture.block(
        "a", kind, text, "",
        [
          "alt": words, "title": words, "answer": words, "done": words, "to": .string(text),
          "action": BlockAction(.copy, text).value, "level": 1, "limit": -5,
        ])
      let sizes = [(1, 1), (12, 5), (40, 15), (80, 24)]
      for size in Effort.sample(sizes, every: 4, from: kind.rawValue.utf8.count + text.utf8.count) {
        var state = try opened([block], Size(width: size.0, height: size.1))
        _ = feed([.action(.screens(.fold(block.id)))], to: &state)
        let frame = view(state)
        for element in frame.elements {
          #expect(element.bounds.intersection(frame.grid.bounds) == element.bounds)
        }
      }
    }
  }
}
