import App
import Cells
import FlowLanguage
import FlowReports
import Loyalty
import Themes

/// Records of runs for the reports' tests.
enum Sample {
  /// What breaks a page, a document of XML, a line of JSON or a terminal that takes it as it is.
  static let hostile =
    "</script><script>alert(1)</script>]]>&\"'--><!--\u{1B}[2J\u{0}\u{FFFE}\u{2028}\n%22\\"

  static func frame(
    _ text: String, _ style: Style = .plain, size: Size = Size(width: 40, height: 12),
    elements: [Element] = []
  ) -> Frame {
    var grid = Grid(size)
    grid.put(text, x: 1, y: 1, style)
    return Frame(
      grid: grid, elements: elements, modes: Modes(title: text, cursor: Point(x: 2, y: 2)))
  }

  /// The first screen of the app.
  static func login(_ language: Language = .english, _ theme: String = "coffee") throws -> Frame {
    let settings = Settings(language: language, look: try Look(chosen: theme, depth: .trueColor))
    return view(
      State(
        size: Size(width: 80, height: 24), settings: settings, isSignedIn: false,
        now: Instant(milliseconds: 1_795_431_900_000)))
  }

  static func record(_ name: String, _ outcome: Outcome = .passed) -> FlowRecord {
    let device = FlowRecord.Device(
      language: .english, size: Size(width: 80, height: 24), theme: "dark")
    var record = FlowRecord(
      name: name, file: "Tests/Flows/\(name).yaml", tags: ["smoke"],
      properties: [.init("owner", "loyalty")], device: device, seed: 7)
    record.outcome = outcome
    record.milliseconds = 1250
    return record
  }

  static func step(
    _ path: String, _ words: String, _ outcome: Outcome = .passed, _ failure: StepFailure? = nil,
    time: Int64 = 0
  ) -> StepRecord {
    StepRecord(
      path, words, at: Place("Tests/Flows/a.yaml", line: 3), outcome: outcome, failure: failure,
      time: time)
  }

  /// One that passed, one that failed with all there is to tell, one of which each text is hostile,
  /// and two that were not played.
  static func records() throws -> [FlowRecord] {
    [
      try passed(), try failed(), odd(), record("F17", .skipped), record("F18", .notReached),
    ]
  }

  static func passed() throws -> FlowRecord {
    var record = record("F01-login")
    let (login, history) = (try login(), frame("History", .paper))
    record.add(step("1", "launchApp"), after: login)
    record.add(step("2", "assertVisible: Phone", time: 40), before: login, after: login)
    record.add(step("3", "runFlow: subflows/login.yaml", time: 60), before: login, after: history)
    record.add(step("3.1", "tapOn: Continue", time: 60), before: login, after: history)
    return record
  }

  static func failed() throws -> FlowRecord {
    var record = record("F16-history", .failed)
    record.add(step("1", "launchApp"), after: try login())
    var wrong = step(
      "2", "assertVisible: { id: history.title }", .failed,
      StepFailure(
        "{ id: history.title } is not visible", expected: "id history.title",
        actual: "the screen of the login", nearest: ["login.title", "login.phone"]), time: 3040)
    wrong.requests = [
      RequestTrace(
        "GET", "/v1/program", status: 200, traceID: "4bf92f3577b34da6", milliseconds: 12),
      RequestTrace("POST", "/v1/session", status: nil, milliseconds: 3000),
    ]
    wrong.console = ["balance is 1240"]
    record.add(wrong, before: try login(), after: try login(.russian))
    record.add(step("3", "back", .notReached))
    return record
  }

  static func odd() -> FlowRecord {
    var record = record(hostile, .failed)
    record.tags = [hostile]
    record.file = hostile
    record.warnings = [hostile]
    record.failure = StepFailure(hostile)
    let failure = StepFailure(hostile, expected: hostile, actual: hostile, nearest: [hostile])
    var step = step("1", hostile, .failed, failure)
    step.label = hostile
    step.console = [hostile]
    step.requests = [RequestTrace(hostile, hostile, status: 500, traceID: hostile)]
    record.add(step, before: frame(hostile), after: frame("\\%23#\"'<>&", .paper))
    return record
  }
}
