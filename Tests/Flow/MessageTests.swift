import App
import FlowLanguage
import Flows
import Loyalty
import Testing

/// Failures that the app tells of at the edge of its screen.
struct MessageTests {
  private let world: World = {
    let world = World()
    world.notice = .accountsSetAside(name: "aside.json")
    return world
  }()
  private let trouble = Command.pushContent("a")
  private let message = Selector(text: ".*aside\\.json.*")

  @Test func `one that no step looks at fails the flow at the step that brought it`() throws {
    for next in [Command.back, .type("12")] {
      let failed = try #require(
        play([.launch, trouble, .shot("a"), next, .shot("b")], world).failures.first)
      #expect(failed.kind == .unexpectedMessage && failed.place.line == 2)
      #expect(failed.failure.actual?.contains("aside.json") == true)
    }
    #expect(play([.launch, trouble], world).failures.map(\.place.line) == [2])
  }

  @Test func `one that a step looks at is expected`() {
    #expect(play([.launch, trouble, .assertVisible(message), .back], world).failures == [])
    #expect(play([.launch, trouble, .tapOn(message), .type("12")], world).failures == [])
    let twice: [Command] = [.launch, trouble, .tapOn(message), trouble, .back]
    #expect(play(twice, world).failures.map(\.place.line) == [4])
  }

  @Test func `neither an optional nor a soft step covers it`() {
    var steps = [Command.launch, trouble, .back].steps
    (steps[2].isOptional, steps[2].isSoft) = (true, true)
    #expect(play(Flow(steps), world).failures.map(\.kind) == [.unexpectedMessage])
  }
}
