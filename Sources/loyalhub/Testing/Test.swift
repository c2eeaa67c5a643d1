import ArgumentParser
import Client
import FlowLanguage
import FlowReports
import FlowScripts
import Flows
@preconcurrency import Glibc
import LocalStore
import Loyalty
import Output

/// `loyalhub test`: plays flows against the demo server, headless.
struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Play flows in Maestro's syntax against a demo server, headless.",
    discussion: """
      With --output DIR there are reports: junit.xml, report.html, report.jsonl.

      Exit status: 0 when all flows passed, 1 when one failed or no report could be written, 2 when
      one cannot be read, 64 when the command line is wrong.
      """)

  @OptionGroup var selection: FlowSelection
  @OptionGroup var variables: FlowVariables
  @OptionGroup var options: FlowRun
  @OptionGroup var calendar: ClockOption

  @Flag(help: "Only read the flows, and name all that is wrong with them.")
  var check = false

  @Flag(help: "Print a JSON schema of the language.")
  var schema = false

  func validate() throws {
    guard schema || !selection.paths.isEmpty else {
      throw ValidationError("Which flows? Name files or folders of them.")
    }
    if options.continuous, selection.paths.contains("-") {
      throw ValidationError("--continuous needs files: standard input is read once")
    }
  }

  func run() throws {
    if schema { return Output.print(FlowSchema.json(selection.request.surroundings)) }
    Leaving.watch()
    _ = try Programs.loggedFolders()
    let input = FlowInput(options.worker, isAsked: selection.paths.contains("-"))
    let (variables, problems) = variables.read()
    let request = selection.request.given(variables)
    let plan = FlowReader.check(request, in: input.source)
    let isKept = options.continuous && !check && options.worker == nil && problems.isEmpty
    if options.worker == nil { tell(plan.notes) }
    if !isKept { try refuse(plan.allProblems(in: options, input.source) + problems) }
    if check { return Output.print(Test.counted((plan.sequence + plan.flows).count)) }
    if let folder = options.worker { return work(plan, variables, databases: folder) }
    let folder = try ScratchFolder()
    defer { folder.remove() }
    try input.save(in: folder.path)
    if isKept {
      let loop = FlowLoop(
        request: request, source: input.source, others: self.variables.envFile,
        options: options, folder: folder)
      return try loop.run { tell($0) }
    }
    guard try FlowSession(plan, options, folder).play() else { throw ExitCode(1) }
  }

  /// What a process does that plays for another.
  private func work(_ plan: FlowPlan, _ variables: [Flow.Variable], databases folder: String) {
    let cases = options.cases(of: plan.sequence + plan.flows)
    let play = FlowPlay(
      program: Programs.server, moment: calendar.moment ?? FlowStage.moment,
      output: options.output, updates: options.update, variables: variables,
      names: ScreenshotNames(of: cases))
    FlowWork(cases, play, databases: folder).obey()
  }

  /// All that is wrong, before anything is played.
  private func refuse(_ problems: [FlowProblem]) throws {
    guard !problems.isEmpty else { return }
    tell(problems)
    throw ExitCode(2)
  }

  private func tell(_ problems: [FlowProblem]) {
    for problem in problems {
      let words = problem.text(in: LanguageOption.asked)
      Log.shared.write("flow: \(problem.place): \(problem.wording.english)")
      // A name or a text of somebody else's may hold what steers a terminal.
      let told = cleaned(words, limit: 20_000, keepingNewlines: true)
      // Where editors look for a line in a file, nothing stands before it.
      fputs("\(problem.place.line > 0 ? "" : "loyalhub: ")\(told)\n", stderr)
    }
  }

  private static func counted(_ flows: Int) -> String {
    flows == 1 ? "1 flow can be read" : "\(flows) flows can be read"
  }
}

extension Duration {
  /// Seconds with one decimal.
  var tenths: String {
    let (seconds, attoseconds) = components
    return "\(seconds).\(attoseconds / 100_000_000_000_000_000)"
  }
}
