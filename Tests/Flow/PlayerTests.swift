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
    var screenshots: [String] = []
    let flow = Flow(
      file: "a.yaml", name: "a", appID: "a",
      steps: [
        Step(.launchApp(LaunchOptions()), line: 1),
        Step(.tapOn(Selector(text: "Champagne")), line: 2, isOptional: true),
        Step(.takeScreenshot("end"), line: 3),
      ])
    let player = Player(
      launch: { _ in try launch() },
      saveScreenshot: { name, _ in
        screenshots.append(name)
      }, sell: { _, _ in })
    let warnings = try player.play(flow)
    #expect(warnings.count == 1 && warnings[0].hasPrefix("a.yaml:2: "))
    #expect(screenshots == ["end"])
  }

  private func play(_ commands: [Step.Command]) throws {
    let steps = commands.enumerated().map { Step($1, line: $0 + 1) }
    let player = Player(
      launch: { _ in try launch() }, saveScreenshot: { _, _ in }, sell: { _, _ in })
    _ = try player.play(Flow(file: "a.yaml", name: "a", appID: "a", steps: steps))
  }
}

/// The app at its login, on a server that is not there.
private func launch() throws -> HeadlessApp {
  let home = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  let launch = try Launch(
    transport: CurlTransport(endpoint: .unixSocket(path: "/nowhere")),
    folders: Folders(below: home.path(percentEncoded: false)), account: "flow",
    size: Size(width: 80, height: 24),
    settings: Settings(language: .english, look: try Look(depth: .mono)))
  return HeadlessApp(launch)
}
