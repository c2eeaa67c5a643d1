import App
import Cells
import Client
import Contract
import FlowLanguage
import Flows
import Foundation
import Loyalty
import Themes
import Transport

/// The app at its login, on a server that is not there.
final class World: FlowWorld {
  var screenshots: [String] = []
  var parts: [Rect?] = []
  var starts: [AppStart] = []
  /// Which windows have ended, were cleared, and lost their sessions.
  var ended: [String] = []
  var cleared: [String] = []
  var signedOut: [String] = []
  var recordings: [String?] = []
  var pushed: [String] = []
  var frames = 0
  /// What the app tells of when files are pushed.
  var notice: Notice?
  var size = Size(width: 80, height: 24)
  private var app: HeadlessApp?

  var isInAirplaneMode = false
  var isDark: Bool?
  var orientation: Orientation?

  func launch(_ start: AppStart) throws -> HeadlessApp {
    starts.append(start)
    let home = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let launch = try Launch(
      transport: NoServer(),
      folders: Folders(below: home.path(percentEncoded: false)), account: "flow", size: size,
      settings: Settings(language: .english, look: try Look(depth: .trueColor)))
    let app = HeadlessApp(launch)
    self.app = app
    return app
  }

  func forget(window: String) { ended.append(window) }

  func clearState(window: String) { cleared.append(window) }

  func clearSession(window: String) { signedOut.append(window) }

  func save(screenshot name: String, _ frame: Frame, _ part: Rect?) {
    screenshots.append(name)
    parts.append(part)
  }

  func compare(screenshot name: String, _ frame: Frame, _ part: Rect?) throws {
    guard screenshots.contains(name) else {
      throw StepError(en: "differs", ru: "отличается")
    }
  }

  func record(_ name: String?) { recordings.append(name) }

  func show(_ frame: Frame) { frames += 1 }

  func sell(_ card: Card, _ amount: String, key: String?, options: [String]) {}

  func takeBack(_ amount: String?, of sale: String?) {}

  func travel(milliseconds: Int64) {}

  func push(_ folder: String, window: String) {
    pushed.append(folder)
    if let notice { app?.send(.notice(notice)) }
  }

  func publish(terms file: String) {}
}

/// A way that leads nowhere, whatever is tried.
private struct NoServer: Transport {
  func send(
    _ request: Request, limits: TransferLimits
  ) async throws(TransportError) -> Response {
    throw TransportError(.offline(.networkLogin), log: "nowhere")
  }

  func shutdown() {}
}

/// Writes down what it is told.
final class Notes: FlowObserver {
  var begun: [String] = []
  var ended: [PlayedStep] = []

  func began(_ step: PlayedStep) { begun.append(step.path.map(String.init).joined(separator: ".")) }

  func ended(_ step: PlayedStep) { ended.append(step) }

  /// `1.2 failed` for each step that ended.
  var outcomes: [String] {
    ended.map { "\($0.path.map(String.init).joined(separator: ".")) \($0.outcome.rawValue)" }
  }
}

extension Flow {
  init(_ steps: [Step]) {
    self.init(file: "flows/a.yaml", name: "a", appID: "a", steps: steps)
  }

  /// One command a line.
  init(_ commands: [Command]) {
    self.init(commands.steps)
  }
}

extension [Command] {
  /// Each on a line of its own, from the first.
  var steps: [Step] {
    enumerated().map { Step($1, at: Place("flows/a.yaml", line: $0 + 1)) }
  }
}

extension Player.Patience {
  /// What does not come does not come.
  static var short: Player.Patience {
    var patience = Player.Patience()
    patience.lookup = .milliseconds(20)
    patience.optionalLookup = .milliseconds(10)
    return patience
  }
}

extension Command {
  static var launch: Command { .launchApp(LaunchOptions()) }
  static var phone: Selector { Selector(id: "login\\.phone") }

  static func type(_ text: Template) -> Command { .inputText(TextInput(text)) }

  static func tapOn(_ selector: Selector) -> Command { .tap(Tap(.once, .element(selector))) }
}

@discardableResult
func play(
  _ commands: [Command], _ world: World = World(), _ observer: Notes? = nil, seed: UInt64 = 0
) -> PlayedFlow {
  play(Flow(commands), world, observer, seed: seed)
}

@discardableResult
func play(
  _ flow: Flow, _ world: World = World(), _ observer: Notes? = nil, seed: UInt64 = 0
) -> PlayedFlow {
  Player(world, observer: observer, seed: seed, patience: .short).play(flow)
}
