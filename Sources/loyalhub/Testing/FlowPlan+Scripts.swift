import FlowLanguage
import FlowScripts

extension FlowPlan {
  /// Those of its scripts too; a process that plays for another is told of flows that have none.
  func allProblems(in options: FlowRun, _ source: FlowSource) -> [FlowProblem] {
    guard options.worker == nil else { return problems }
    // What is another app's is refused whatever its scripts are.
    let foreign = Set(problems.filter(\.isForeign).map(\.place.file))
    let own = (sequence + flows).filter { !foreign.contains($0.file) }
    return problems + ScriptMachine.problems(in: own).map { $0.showingLine(of: source) }
  }
}

extension FlowProblem {
  /// With the line of its file that it is about.
  fileprivate func showingLine(of source: FlowSource) -> FlowProblem {
    guard line == nil, let bytes = try? source.read(place.file) else { return self }
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(place.line - 1) else { return self }
    var problem = self
    problem.line = String(lines[place.line - 1])
    return problem
  }
}
