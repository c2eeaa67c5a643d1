import App
import Cells
import Client
import Flows
import Foundation
import Loyalty
import Testing
import Themes
import Transport

struct PlayerTests {
  @Test func `a step before the launch is a mistake in the flow`() {
    let error = #expect(throws: FlowError.self) { try play([.back]) }
    #expect(error?.line == 1)
  }

  @Test func `what does not come fails with the line and the screen as it was`() throws {
    let error = #expect(throws: FlowError.self) {
      try play([.launchApp(LaunchOptions()), .assertVisible(Selector(text: "Champagne"))])
    }
    #expect(error?.line == 2)
    #expect(error?.message.contains("\"Champagne\" is not visible") == true)
    #expect(error?.message.contains("│  Phone") == false)
    #expect(error?.message.contains("Phone") == true)
  }

  @Test func `what is visible fails a step that denies it`() {
    #expect(throws: FlowError.self) {
      try play([
        .launchApp(LaunchOptions()), .assertNotVisible(Selector(id: "login\\.phone")),
      ])
    }
  }

  @Test func `a step that may fail only warns, and the rest is played`() throws {
    let world = World()
    let flow = Flow(
      file: "a.yaml", name: "a", appID: "a",
      steps: [
        Step(.launchApp(LaunchOptions()), line: 1),
        Step(.tapOn(Selector(text: "Champagne")), line: 2, isOptional: true),
        Step(.takeScreenshot("end"), line: 3),
      ])
    let warnings = try Player(world).play(flow)
    #expect(warnings.count == 1 && warnings[0].hasPrefix("a.yaml:2: "))
    #expect(world.screenshots == ["end"])
  }

  @Test func `each window is a client of its own, and a step needs one that is open`() throws {
    let other = LaunchOptions(arguments: ["window": "other"])
    let first = Selector(text: "Back to the number")
    try play([
      .launchApp(LaunchOptions()), .inputText("+7 916"), .launchApp(other),
      .assertNotVisible(Selector(text: ".*916.*")), .window(""),
      .assertVisible(Selector(text: ".*916.*")), .window("other"),
      .assertNotVisible(first),
    ])
    let error = #expect(throws: FlowError.self) {
      try play([.launchApp(LaunchOptions()), .window("third")])
    }
    #expect(error?.line == 2)
  }

  @Test func `a task that takes a key more than it may fails there, letters not counted`() throws {
    let down = Step.Command.pressKey("Down")
    let task = Step.Command.task("go down", keys: 2)
    let start = Step.Command.launchApp(LaunchOptions())
    try play([start, down, task, .inputText("12345"), down, .back, task, down, down])
    try play([start, task, down, down, start, down])
    let error = #expect(throws: FlowError.self) {
      try play([start, task, down, .tapOn(Selector(id: "login\\.phone")), down])
    }
    #expect(
      error?.line == 5 && error?.message.contains("\"go down\" takes more keys than 2") == true)
  }

  private func play(_ commands: [Step.Command]) throws {
    let steps = commands.enumerated().map { Step($1, line: $0 + 1) }
    _ = try Player(World()).play(Flow(file: "a.yaml", name: "a", appID: "a", steps: steps))
  }
}

/// The app at its login, on a server that is not there.
private final class World: FlowWorld {
  var screenshots: [String] = []

  func launch(_ options: LaunchOptions) throws -> HeadlessApp { try start() }

  func save(screenshot name: String, _ frame: Frame) { screenshots.append(name) }

  func sell(_ card: Card, _ amount: String, key: String?, options: [String]) {}

  func takeBack(_ amount: String?, of sale: String?) {}

  func travel(milliseconds: Int64) {}

  func push(_ folder: String, window: String) {}

  func publish(terms file: String) {}

  func show(_ frame: Frame) {}
}

private func start() throws -> HeadlessApp {
  let home = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  let launch = try Launch(
    transport: CurlTransport(address: .unixSocket(path: "/nowhere")),
    folders: Folders(below: home.path(percentEncoded: false)), account: "flow",
    size: Size(width: 80, height: 24),
    settings: Settings(language: .english, look: try Look(depth: .mono)))
  return HeadlessApp(launch)
}
