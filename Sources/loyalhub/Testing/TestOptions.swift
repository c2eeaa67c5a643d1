import ArgumentParser
import FlowLanguage
import Flows
import Themes

/// Which flows are played.
struct FlowSelection: ParsableArguments {
  @Argument(help: "Flow files, folders of them, or - for standard input.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("Only flows with one of these tags.", valueName: "tag,…"))
  var includeTags: String?

  @Option(help: ArgumentHelp("No flow with one of these tags.", valueName: "tag,…"))
  var excludeTags: String?

  @Option(
    help: ArgumentHelp(
      "The workspace's file in place of a folder's config.yaml.", valueName: "file"))
  var config: String?

  var request: FlowRequest {
    var request = FlowSelection.request(for: paths)
    request.includeTags = FlowSelection.tags(includeTags)
    request.excludeTags = FlowSelection.tags(excludeTags)
    request.config = config
    return request
  }

  static func request(for paths: [String]) -> FlowRequest {
    var request = FlowRequest(paths)
    request.surroundings = FlowSurroundings(
      sessions: FlowStage.sessions, themes: Theme.shipped, brands: FlowStage.brands)
    return request
  }

  private static func tags(_ text: String?) -> [String] {
    (text ?? "").split(separator: ",").map { String($0.filter { $0 != " " }) }
  }
}

/// How flows are played.
struct FlowRun: ParsableArguments {
  @Option(help: ArgumentHelp("How many flows are played at once.", valueName: "count"))
  var parallel = 1

  @Option(
    name: .customLong("repeat"),
    help: ArgumentHelp("Plays each flow so often, and names those that differ.", valueName: "count")
  )
  var rounds = 1

  @Option(help: "What random texts of a flow begin with; a repeated flow goes on from there.")
  var seed: UInt64 = 1

  @Flag(help: "Begin no further flow after one has failed.")
  var failFast = false

  @Flag(help: "Play what is changed again as soon as it is written, until Control-C.")
  var continuous = false

  @Flag(help: "Take the screenshots that are compared for right.")
  var update = false

  @Option(
    name: .shortAndLong,
    help: """
      Where reports and screenshots go, and what a terminal gets (.ansi); without it they are not kept.
      """)
  var output: String?

  /// Of a process that the run itself starts: where the databases of the demo stand.
  @Option(help: .hidden)
  var worker: String?

  func cases(of flows: [Flow]) -> [FlowCase] {
    flows.flatMap { FlowCase.all(of: $0, seed: seed, rounds: rounds) }
  }

  func validate() throws {
    guard (1...64).contains(parallel) else {
      throw ValidationError("--parallel takes 1 to 64, not \(parallel)")
    }
    guard (1...100_000).contains(rounds) else {
      throw ValidationError("--repeat takes 1 to 100000, not \(rounds)")
    }
    if update, output == nil { throw ValidationError("--update needs --output") }
  }
}
