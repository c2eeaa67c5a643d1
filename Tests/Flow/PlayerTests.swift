import App
import Cells
import FlowLanguage
import Flows
import Loyalty
import Testing

struct PlayerTests {
  @Test func `before the first launch the app is open with an empty home`() {
    let world = World()
    #expect(play([.assertVisible(Command.phone), .launch], world).hasPassed)
    #expect(world.starts == [AppStart(clearsState: true), AppStart()])
  }

  @Test func `what does not come fails with the line and the screen as it was`() throws {
    let played = play([.launch, .assertVisible(Selector(text: "Champagne"))])
    let failed = try #require(played.failures.first)
    #expect(failed.place.line == 2 && failed.path == [2])
    let words = failed.words(in: .english)
    #expect(words.hasPrefix("flows/a.yaml:2: \"Champagne\" is not visible\n"))
    #expect(words.contains("Phone"))
    #expect(failed.words(in: .russian).contains("\"Champagne\": на экране этого нет"))
  }

  @Test func `what is visible fails a step that denies it`() throws {
    let failed = try #require(play([.launch, .assertNotVisible(Command.phone)]).failures.first)
    #expect(failed.failure.expected == "not visible: { id: login\\.phone }")
    #expect(failed.failure.actual?.hasPrefix("field login.phone") == true)
  }

  @Test func `a step that may fail only warns, and the rest is played`() {
    let world = World()
    var steps = [Command.launch, .tapOn(Selector(text: "Champagne")), .shot("end")].steps
    steps[1].isOptional = true
    let played = play(Flow(steps), world)
    #expect(played.hasPassed && played.warnings.map(\.place.line) == [2])
    #expect(world.screenshots == ["end"])
  }

  @Test func `a soft step fails the flow, and the rest is played`() {
    let world = World()
    var steps = [Command.launch, .assertVisible(Selector(text: "Champagne")), .shot("end")].steps
    steps[1].isSoft = true
    let notes = Notes()
    let played = play(Flow(steps), world, notes)
    #expect(played.failures.map(\.place.line) == [2] && world.screenshots == ["end"])
    #expect(notes.outcomes == ["1 passed", "2 failed", "3 passed"])
  }

  @Test func `each window is a client of its own, and a step needs one that is open`() throws {
    var other = LaunchOptions()
    other.arguments = ["window": "other"]
    let number = Selector(text: ".*916.*")
    let played = play([
      .launch, .type("+7 916"), .launchApp(other), .assertNotVisible(number), .window(""),
      .assertVisible(number), .window("other"), .assertNotVisible(number),
    ])
    #expect(played.failures == [])
    #expect(play([.launch, .window("third")]).failures.map(\.place.line) == [2])
  }

  @Test func `a task that takes a key more than it may fails there, letters not counted`() throws {
    let down = Command.pressKey("Down")
    let task = Command.task("go down", keys: 2)
    let good = [Command.launch, down, task, .type("12345"), down, .back, task, down, down]
    #expect(play(good).failures == [])
    #expect(play([.launch, task, down, down, .launch, down]).failures == [])
    let failed = try #require(
      play([.launch, task, down, .tapOn(Command.phone), down]).failures.first)
    #expect(failed.place.line == 5)
    #expect(failed.failure.wording.english == "\"go down\" takes more keys than 2")
    let twice = Command.tap(Tap(.twice, .element(Command.phone)))
    #expect(play([.launch, task, down, twice]).failures.map(\.place.line) == [4])
  }

  @Test func `each step is told of with the screens around it, and those that were not reached`() {
    let notes = Notes()
    let inner = [Command.type("12"), .assertVisible(Selector(text: "Champagne")), .back].steps
    let played = play(
      [.launch, .runFlow(Subflow(file: "b.yaml", steps: inner)), .back], World(), notes)
    #expect(played.failures.map(\.path) == [[2, 2]])
    #expect(notes.begun == ["1", "2", "2.1", "2.2"])
    #expect(
      notes.outcomes == [
        "1 passed", "2.1 passed", "2.2 failed", "2.3 notReached", "2 failed", "3 notReached",
      ])
    #expect(notes.ended.map(\.depth) == [0, 1, 1, 1, 0, 0])
    let typed = notes.ended[1]
    #expect(typed.title == "inputText: 12" && typed.before != nil && typed.before != typed.after)
    #expect(notes.ended[4].title == "runFlow: b.yaml")
    #expect(notes.ended[4].failure == notes.ended[2].failure)
  }

  @Test func `a step is called by its label, with what it asks for`() {
    var flow = Flow([.launch])
    flow.env = [.init("WHO", "Anna")]
    flow.steps[0].label = Template([.text("Open for "), .variable("WHO")])
    let notes = Notes()
    play(flow, World(), notes)
    #expect(notes.ended.map(\.title) == ["Open for Anna"])
  }

  @Test func `what its header asks for comes before and after, whatever became of the steps`() {
    var flow = Flow([.launch, .assertVisible(Selector(text: "Champagne")), .shot("middle")])
    flow.onStart = [Command.shot("start")].steps
    flow.onComplete = [Command.shot("end")].steps
    let (world, notes) = (World(), Notes())
    #expect(play(flow, world, notes).failures.map(\.path) == [[3]])
    #expect(world.screenshots == ["start", "end"])
    #expect(
      notes.outcomes == ["1 passed", "2 passed", "3 failed", "4 notReached", "5 passed"])
  }

  @Test func `what means nothing here fails with what to write, or is passed over`() throws {
    let advice = Wording(en: "there is no volume; leave it out", ru: "громкости нет")
    let command = Command.meaningless(Meaningless("addMedia", advice))
    let failed = try #require(play([.launch, command]).failures.first)
    #expect(failed.failure.wording.english == "addMedia: there is no volume; leave it out")
    var steps = [Command.launch, command].steps
    steps[1].isOptional = true
    #expect(play(Flow(steps)).hasPassed)
  }
}

extension Command {
  static func shot(_ name: Template) -> Command { .takeScreenshot(Screenshot(name)) }
}
