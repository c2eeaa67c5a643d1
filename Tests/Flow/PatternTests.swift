import FlowLanguage
import Loyalty
import Testing

@testable import Flows

/// Regular expressions that are none, and those that take too long.
struct PatternTests {
  private let named = Selector(text: Template([.text("pin "), .variable("PIN")]))

  private func failures(_ commands: [Command]) -> [FlowFailure] {
    var flow = Flow([.launch] + commands)
    flow.env = [.init("PIN", "(")]
    return play(flow).failures
  }

  @Test func `what a variable makes of a pattern has to be one`() throws {
    var beside = Command.phone
    beside.relations = [.below(named)]
    var shown = Subflow(steps: [Command.back].steps)
    shown.condition = Condition()
    shown.condition?.visible = named
    var gone = shown
    gone.condition = Condition()
    gone.condition?.notVisible = named
    var search = ScrollSearch(named)
    search.timeout = "20"
    for command in [
      Command.assertVisible(named), .assertNotVisible(named), .tapOn(named),
      .scrollUntilVisible(search), .assertVisible(beside), .runFlow(shown),
      .runFlow(gone),
    ] {
      let failed = try #require(failures([command]).first)
      #expect(failed.failure.wording.english == "\"pin (\" is no regular expression")
      #expect(failed.failure.wording.russian == "«pin (» — не регулярное выражение")
      #expect(failed.place.line == 2)
    }
  }

  @Test func `what equals literally fits, whatever its signs mean`() {
    #expect(Wanted.Pattern("+7 (916").fits("+7 (916"))
    #expect(!Wanted.Pattern("+7 (916").fits("+7 (917"))
    #expect(Wanted.Pattern("+7 (916").isBroken && !Wanted.Pattern("a (b)").isBroken)
    #expect(!Wanted.Pattern(String(repeating: "a", count: 5_000)).isBroken)
    #expect(Wanted.Pattern(String(repeating: "(", count: 1_000_000)).isBroken)
    #expect(Wanted.Pattern(String(repeating: "a?", count: 5_000)).isBroken)
  }

  @Test func `only a pattern that goes on is over its time`() {
    let slow = MatchWatch.Match(pattern: ".*zz", place: Place("flows/a.yaml", line: 2))
    var other = slow
    other.place = Place("flows/a.yaml", line: 3)
    var time = MatchTime(limit: .seconds(3))
    let seen = [
      (slow, 10_000), (slow, 12_000), (other, 14_000), (other, 16_000), (nil, 18_000),
      (other, 20_000), (other, 23_000), (other, 23_001),
    ]
    let isOver = seen.map { match, moment in time.isOver(match, at: .milliseconds(moment)) }
    #expect(isOver == Array(repeating: false, count: 7) + [true])
  }
}
