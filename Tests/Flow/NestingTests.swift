import FlowLanguage
import Flows
import Loyalty
import Testing

@testable import FlowScripts

/// Steps of steps, conditions and variables.
struct NestingTests {
  private let champagne = Command.assertVisible(Selector(text: "Champagne"))

  @Test func `variables go with the steps that they were given to`() {
    var inner = Subflow(steps: [Command.shot(named("A", "B"))].steps)
    inner.env = [.init("A", "inner"), .init("B", Template([.variable("A"), .text("!")]))]
    var flow = Flow([
      .launch, .shot(named("A", "B")), .runFlow(inner), .shot(named("A", "B")),
    ])
    flow.env = [.init("A", "outer"), .init("B", "around")]
    let world = World()
    #expect(play(flow, world).failures == [])
    #expect(world.screenshots == ["outer around", "inner inner!", "outer around"])
  }

  @Test func `a variable that cannot be told is named with its place`() {
    let place = FlowLanguage.Place("flows/b.yaml", line: 4, column: 3)
    let env = [Flow.Variable("A", "1"), .init("B", Template([.variable("NONE")]), at: place)]
    var flow = Flow([.launch, .shot(named("A"))])
    flow.env = env
    var subflow = Subflow(steps: [Command.shot("inner")].steps)
    subflow.env = env
    var retry = Retry(steps: [Command.shot("inner")].steps)
    retry.env = env
    var script = ScriptFile(file: "a.js", source: "1")
    script.env = env
    for flow in [
      flow, Flow([.runFlow(subflow)]), Flow([.retry(retry)]), Flow([.runScript(script)]),
    ] {
      let world = World()
      let failures = play(flow, world).failures
      #expect(failures.map(\.place) == [place])
      #expect(
        failures.first?.failure.wording.english.hasPrefix("env B: NONE is not defined") == true)
      #expect(failures.first?.failure.wording.russian.hasPrefix("env B: NONE не задано") == true)
      #expect(world.screenshots == [])
    }
  }

  @Test func `what a step was given ends with it, also when a part of it cannot be told`() {
    var subflow = Subflow(steps: [])
    subflow.env = [.init("A", "inner"), .init("B", Template([.variable("NONE")]))]
    var steps = [Command.runFlow(subflow), .shot(named("A"))].steps
    steps[0].isOptional = true
    var flow = Flow([Command.launch].steps + steps)
    flow.env = [.init("A", "outer")]
    let world = World()
    #expect(play(flow, world).hasPassed && world.screenshots == ["outer"])
  }

  @Test func `a script of another file that fails is told of there`() throws {
    let scripts = FailingScripts(Place("flows/th.js", line: 4))
    let scope = FlowScope(scripts: scripts, seed: 1, now: { 0 })
    let file = ScriptFile(file: "flows/th.js", source: "\n\n\nnull.x")
    let notes = Notes()
    let flow = Flow([.launch, .runScript(file)])
    let played = Player(World(), scope: scope, observer: notes, patience: .short).play(flow)
    let failed = try #require(played.failures.first)
    #expect(failed.place == Place("flows/a.yaml", line: 2))
    #expect(failed.failure.wording.english == "flows/th.js:4: TypeError: null is not an object")
    #expect(notes.ended.last?.failure == failed.failure)
  }

  /// Scripts that all fail, there.
  private final class FailingScripts: ScriptRunning {
    private let place: FlowLanguage.Place

    init(_ place: FlowLanguage.Place) { self.place = place }

    func run(_ script: ScriptInput) -> ScriptOutput {
      let words = "TypeError: null is not an object"
      return ScriptOutput(.failure(ScriptFailure(place, en: words, ru: words)))
    }
  }

  private func named(_ names: String...) -> Template {
    Template(Array(names.map { [.variable($0)] }.joined(separator: [.text(" ")])))
  }

  @Test(
    arguments: [
      (Selector(text: "Champagne"), nil, nil, nil, false), (Command.phone, nil, nil, nil, true),
      (nil, Command.phone, nil, nil, false), (nil, Selector(text: "Champagne"), nil, nil, true),
      (nil, nil, "false", nil, false), (nil, nil, "0", nil, false), (nil, nil, "", nil, false),
      (nil, nil, "undefined", nil, false), (nil, nil, "yes", nil, true),
      (nil, nil, nil, "Android", false), (nil, nil, nil, "Terminal", true),
      (Command.phone, nil, "false", nil, false),
    ] as [(Selector?, Selector?, Template?, String?, Bool)])
  func `steps are played when all of their condition holds`(
    visible: Selector?, notVisible: Selector?, isTrue: Template?, platform: String?, holds: Bool
  ) {
    var condition = Condition()
    condition.visible = visible
    condition.notVisible = notVisible
    condition.isTrue = isTrue
    condition.platform = platform
    var subflow = Subflow(steps: [Command.shot("inner")].steps)
    subflow.condition = condition
    let (world, notes) = (World(), Notes())
    #expect(play([.launch, .runFlow(subflow)], world, notes).failures == [])
    #expect(world.screenshots == (holds ? ["inner"] : []))
    #expect(notes.ended.last?.outcome == (holds ? .passed : .skipped))
  }

  @Test func `what another flow asks for after its steps comes whatever became of them`() {
    var subflow = Subflow(steps: [champagne].steps)
    subflow.onComplete = [Command.shot("end")].steps
    let world = World()
    #expect(play([.launch, .runFlow(subflow)], world).failures.map(\.path) == [[2, 1]])
    #expect(world.screenshots == ["end"])
  }

  @Test func `steps are repeated so often, as long as something holds`() {
    let world = World()
    let three = Repetition(times: "3", steps: [Command.shot("a")].steps)
    #expect(play([.launch, .repeating(three)], world).failures == [])
    #expect(world.screenshots == ["a", "a", "a"])

    var isThere = Condition()
    isThere.notVisible = Selector(text: ".*777.*", id: "login\\.phone")
    let typed = Repetition(while: isThere, steps: [Command.type("7")].steps)
    let notes = Notes()
    #expect(play([.launch, .repeating(typed)], World(), notes).failures == [])
    #expect(notes.ended.last?.rounds == 3)

    let none = Repetition(times: "0", steps: [champagne].steps)
    let other = Notes()
    #expect(play([.launch, .repeating(none)], World(), other).failures == [])
    #expect(other.ended.last?.outcome == .skipped)
  }

  @Test func `steps that fail are tried again, four times at most`() {
    let world = World()
    let steps = [Command.shot("a"), champagne].steps
    #expect(
      play([.launch, .retry(Retry(most: "2", steps: steps))], world).failures.map(\.path) == [
        [2, 2]
      ])
    #expect(world.screenshots == ["a", "a", "a"])

    let more = World()
    let played = play([.launch, .retry(Retry(most: "9", steps: steps))], more)
    #expect(more.screenshots.count == 4 && played.warnings.count == 1)
  }

  @Test(arguments: 0...3)
  func `what fails is played once and so often again as is said`(most: Int) {
    let world = World()
    let steps = [Command.shot("a"), champagne].steps
    let played = play([.launch, .retry(Retry(most: Template("\(most)"), steps: steps))], world)
    #expect(world.screenshots.count == most + 1)
    #expect(played.failures.count == 1 && played.warnings == [])
  }

  @Test func `an attempt that passes is the last, also after a soft step failed`() {
    let world = World()
    var steps = [Command.type("7"), .assertVisible(Selector(text: ".*77")), .shot("a")].steps
    steps[1].isSoft = true
    let notes = Notes()
    let played = play([.launch, .retry(Retry(most: "3", steps: steps))], world, notes)
    #expect(played.failures == [] && notes.ended.last?.rounds == 2)
    #expect(world.screenshots == ["a", "a"])
  }

  @Test func `steps that are repeated for ever end with words`() throws {
    let endless = Repetition(times: nil, while: Condition(), steps: [])
    let failed = try #require(play([.launch, .repeating(endless)]).failures.first)
    #expect(failed.failure.wording.english.contains("10000 times"))
    #expect(failed.place.line == 2)
  }

  @Test func `a flow of too many steps ends, and nothing covers that`() throws {
    let inner = Repetition(times: "9999", steps: [Command.say("a")].steps)
    let outer = Repetition(times: "9999", steps: [Command.repeating(inner)].steps)
    var steps = [Command.retry(Retry(most: "3", steps: [Command.repeating(outer)].steps))].steps
    steps[0].isOptional = true
    var flow = Flow(steps)
    flow.onComplete = [Command.shot("end")].steps
    let world = World()
    let failed = try #require(play(flow, world).failures.first)
    #expect(failed.kind == .bound && failed.failure.wording.english.contains("100000 steps"))
    #expect(world.screenshots == [])
  }

  @Test(arguments: ["a", "-1", "", "1e12"])
  func `a number that is none fails`(text: String) throws {
    let times = Repetition(times: Template(text), steps: [])
    let failed = try #require(play([.launch, .repeating(times)]).failures.first)
    #expect(failed.failure.wording.english == "times is a number from 0, here is \"\(text)\"")
  }
}
