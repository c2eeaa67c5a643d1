import FlowLanguage
import Flows
import Loyalty
import Testing

/// What is waited for, and what is told when it does not come.
struct WaitingTests {
  @Test func `something is waited for, or for its end`() throws {
    let there = ExtendedWait(visible: Command.phone, timeout: "5")
    let gone = ExtendedWait(notVisible: Selector(text: "Champagne"), timeout: "5")
    let played = play([
      .launch, .wait(there), .wait(gone), .waitForAnimationToEnd(timeout: nil),
      .waitForAnimationToEnd(timeout: "10"),
    ])
    #expect(played.failures == [])
    for wait in [
      ExtendedWait(visible: Selector(text: "Champagne"), timeout: "5"),
      ExtendedWait(notVisible: Command.phone, timeout: "5"),
      ExtendedWait(visible: Command.phone, timeout: "soon"),
    ] {
      #expect(play([.launch, .wait(wait)]).failures.map(\.place.line) == [2])
    }
  }

  @Test(arguments: [("yes", true), ("", false), ("false", false), ("0.0", false), ("NaN", false)])
  func `a text is true or not`(text: String, isTrue: Bool) {
    var flow = Flow([.launch, .assertTrue(Template([.variable("A")]))])
    flow.env = [.init("A", Template(text))]
    #expect(play(flow).hasPassed == isTrue)
  }

  @Test func `a failure names what was expected, what is there and what is like it`() throws {
    var disabled = Command.phone
    disabled.enabled = false
    let failure = try #require(play([.launch, .assertVisible(disabled)]).failures.first?.failure)
    #expect(failure.expected == "{ id: login\\.phone, enabled: false }")
    #expect(failure.actual?.hasSuffix(": enabled: true") == true)

    let slip = try #require(
      play([.launch, .tapOn(Selector(id: "login\\.pone"))]).failures.first?.failure)
    #expect(slip.nearest.first == "id login.phone" && slip.actual == nil)
    let word = try #require(
      play([.launch, .tapOn(Selector(text: "Get a cod"))]).failures.first?.failure)
    #expect(word.nearest.first == "\"Get a code\"")
    let like = try #require(
      play([.launch, .tapOn(Selector(text: "Xyzzyxyzzyxyzzy"))]).failures.first?.failure)
    #expect(like.nearest == [])
  }

  @Test func `what cannot be tapped says so`() throws {
    let text = Selector(id: "login\\.title")
    let failed = try #require(play([.launch, .tapOn(text)]).failures.first)
    #expect(failed.failure.wording.english.contains("cannot be tapped"))
  }
}
