import App
import ArgumentParser
import Cells
import Client
import FlowLanguage
import FlowReports
import FlowScripts
import Flows
@preconcurrency import Glibc
import Loyalty
import Output

/// `loyalhub hierarchy`: what a selector of a flow can name on a screen.
struct HierarchyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hierarchy",
    abstract: "Print the elements of a screen: ids, texts, places.",
    discussion: """
      The screen is the first one of a demo, or the one on which a flow ends, be it at a step that \
      fails: exit status 1 then, and the screen all the same. 2 when the flow cannot be read.
      """)

  @Option(help: ArgumentHelp("A flow that is played first.", valueName: "file"))
  var flow: String?

  @Option(help: ArgumentHelp("Cells, where the flow says nothing else.", valueName: "80x24"))
  var size: String?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var variables: FlowVariables
  @OptionGroup var language: LanguageOption

  func validate() throws {
    guard let size, Size(written: size)?.isEmpty ?? true else { return }
    throw ValidationError("--size needs something like 80x24, not: \(cleaned(size, limit: 60))")
  }

  func run() throws {
    Leaving.watch()
    let one = try read()
    let stage = try FlowStage(server: Programs.server, showing: FlowStage.moment)
    defer { stage.close() }
    stage.device = one.device
    if flow == nil { stage.device.language = language.spoken.rawValue }
    stage.device.size = stage.device.size ?? size
    var frame: Frame?
    stage.onFrame = { frame = $0 }
    let scope = FlowScope(scripts: ScriptMachine(seed: 1), seed: 1, now: { stage.scriptTime })
    try scope.push(FlowScope.variables(of: one.flow.file) + variables.read().0)
    let played = Player(stage, scope: scope, seed: 1).play(one.flow)
    for warning in played.warnings { tell(warning.words(in: language.spoken)) }
    for failure in played.failures { tell(failure.words(in: language.spoken)) }
    if let frame { try show(frame) }
    guard played.hasPassed else { throw ExitCode(1) }
  }

  /// The flow that is asked for, or one that opens the app and no more; of a matrix the first.
  private func read() throws -> FlowCase {
    _ = try Programs.loggedFolders()
    guard let flow else {
      let start = Step(.launchApp(LaunchOptions()), at: Place("hierarchy"))
      return FlowCase(
        Flow(file: "hierarchy", name: "hierarchy", appID: "loyalhub", steps: [start]), seed: 1)
    }
    let (variables, wrong) = variables.read()
    let plan = FlowReader.check(FlowSelection.request(for: [flow]).given(variables), in: .disk)
    let problems = plan.problems + wrong
    for problem in problems { tell(problem.text(in: language.spoken)) }
    let flows = plan.sequence + plan.flows
    guard problems.isEmpty, let first = flows.first else { throw ExitCode(2) }
    guard flows.count == 1 else {
      throw ValidationError("--flow takes one flow, and there are \(flows.count) in \(flow)")
    }
    return FlowCase.all(of: first, seed: 1)[0]
  }

  private func show(_ frame: Frame) throws {
    Output.print(try json ? Hierarchy.json(frame) : Hierarchy.text(frame), terminator: "")
  }

  /// What a flow says may hold what steers a terminal.
  private func tell(_ words: String) {
    fputs("\(cleaned(words, limit: 20_000, keepingNewlines: true))\n", stderr)
  }
}

extension Size {
  fileprivate var isEmpty: Bool { width == 0 || height == 0 }
}
