import App
import Cells
import FlowLanguage
import Flows
import Loyalty
import Testing

/// Taps, swipes and scrolling; the list of all that can be done is longer than a small window.
struct TouchTests {
  private let all = Command.pressKey("Ctrl+p")

  @Test(arguments: ["200,3", "10%,101%", "a", "1"])
  func `a point outside of the screen, or none, fails`(text: String) throws {
    let point = ScreenPoint(text).map(Tap.Target.point) ?? .writtenPoint(Template(text))
    #expect(play([.launch, .tap(Tap(.once, point))]).failures.count == 1)
  }

  @Test func `a point is tapped in cells, in per cent, and in an element`() throws {
    let notes = Notes()
    play([.launch, .assertVisible(Command.phone)], World(), notes)
    let frame = try #require(notes.ended.last?.after)
    let field = try #require(frame.elements.first { $0.id == "login.phone" }?.bounds)
    let send = try #require(frame.elements.first { $0.id == "login.send" }?.bounds)
    let error = Command.assertVisible(Selector(id: "login\\.error"))
    let cells = ScreenPoint(x: send.x + 1, y: send.y, .cells)
    #expect(play([.launch, .tap(Tap(.once, .point(cells))), error]).failures == [])
    let percent = ScreenPoint(x: 50, y: 100 * send.y / 24 + 2, .percent)
    #expect(play([.launch, .tap(Tap(.once, .point(percent))), error]).failures == [])
    var inside = Tap(.once, .element(Command.phone))
    inside.point = ScreenPoint(x: 0, y: send.y - field.y, .cells)
    #expect(play([.launch, .tap(inside)]).failures.count == 1)
    inside.point = ScreenPoint(x: 50, y: 50, .percent)
    #expect(play([.launch, .tap(inside)]).failures == [])
  }

  @Test func `a tap is done twice, so often, and again when nothing has changed`() {
    for kind in [Tap.Kind.once, .twice, .long] {
      var tap = Tap(kind, .element(Selector(id: "login\\.send")))
      #expect(
        play([.launch, .tap(tap), .assertVisible(Selector(id: "login\\.error"))]).failures == [])
      (tap.times, tap.delay, tap.retriesIfNoChange, tap.settleTimeout) = (3, 1, true, 50)
      #expect(play([.launch, .tap(tap)]).failures == [])
    }
  }

  @Test func `what changes nothing is said once, and the flow passes`() {
    var step = Step(
      .swipe(Swipe(.direction(.up, from: nil))), at: Place("flows/a.yaml", line: 7))
    step.idle = ["duration"]
    let twice = Command.repeating(Repetition(times: "2", steps: [step]))
    let played = play([.launch, twice])
    #expect(played.hasPassed)
    #expect(
      played.warnings.map { $0.words(in: .english) } == [
        "flows/a.yaml:7: in a terminal cells have no speed, and nothing waits for a finger: "
          + "duration of swipe changes nothing"
      ])
  }

  @Test func `a swipe shows what is beyond the edge, and the way back`() {
    let notes = Notes()
    let down = Swipe(.direction(.up, from: nil))
    let up = Swipe(.direction(.down, from: nil))
    let swipes = [down, points(7, 1), points(1, 7), up, up].map(Command.swipe)
    #expect(play([.launch, all] + swipes, small, notes).failures == [])
    let screens = notes.ended.compactMap(\.after?.grid.text)
    #expect(screens[1] != screens[2] && screens[2] != screens[3])
    #expect(screens.last == screens[1])
  }

  private let small: World = {
    let world = World()
    world.size = Size(width: 60, height: 9)
    return world
  }()

  private func points(_ from: Int, _ to: Int) -> Swipe {
    Swipe(.points(ScreenPoint(x: 5, y: from, .cells), ScreenPoint(x: 5, y: to, .cells)))
  }

  @Test func `what is further down is scrolled to, and what is nowhere fails at the end`() throws {
    let (high, notes) = (World(), Notes())
    high.size = Size(width: 60, height: 100)
    play([.launch, all], high, notes)
    let rows = notes.ended.last?.after?.elements.filter { $0.role == .listItem }
    let lowest = try #require(rows?.max { $0.bounds.y < $1.bounds.y })
    let last = Selector(text: Template(lowest.text))
    #expect(play([.launch, all, .assertNotVisible(last)], small).failures == [])
    var search = ScrollSearch(last)
    #expect(play([.launch, all, .scrollUntilVisible(search)], small).failures == [])
    search.isCentered = true
    #expect(play([.launch, all, .scrollUntilVisible(search)], small).failures == [])
    search = ScrollSearch(Selector(text: "Champagne"))
    search.timeout = "20"
    let failed = try #require(
      play([.launch, all, .scrollUntilVisible(search)], small).failures.first)
    #expect(failed.failure.wording.english == "\"Champagne\" is not visible")
    #expect(play([.launch, all, .scroll, .scroll, .scroll], small).failures == [])
  }
}
