/// All files of one reading: each is read once, and says once what is wrong with it.
final class FlowLibrary {
  let source: FlowSource
  let surroundings: FlowSurroundings
  /// The folder that everything a flow brings with it has to be in; `nil` is anywhere.
  var root: String?
  private(set) var problems: [FlowProblem] = []
  /// What is passed over.
  var notes: [FlowProblem] = []
  /// What was read of each file that another one names.
  var flows: [String: Flow?] = [:]
  /// The files that are being read, each inside the one before it, and where it was named.
  var open: [(file: String, named: Place?)] = []
  /// What `${NAME}` stands for as far as it is known before a flow is played.
  var variables: [String: String]
  /// How often something was not understood.
  var failures = 0
  /// Which patterns are regular expressions.
  var patterns: [String: Bool] = [:]

  /// Beyond it nobody looks through them any more.
  static let mostProblems = 1000

  var isFull: Bool { problems.count >= Self.mostProblems }

  init(_ source: FlowSource, _ surroundings: FlowSurroundings) {
    self.source = source
    self.surroundings = surroundings
    variables = surroundings.variables
  }

  func add(_ problem: FlowProblem) {
    if !problem.isForeign { failures += 1 }
    guard !isFull else { return }
    problems.append(problem)
  }
}
