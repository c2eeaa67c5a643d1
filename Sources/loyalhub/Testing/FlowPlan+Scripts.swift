import FlowLanguage
import FlowScripts

extension FlowPlan {
  /// Those of its scripts too; a process that plays for another is told of flows that have none.
  func allProblems(in options: FlowRun) -> [FlowProblem] {
    guard options.worker == nil else { return problems }
    return problems + ScriptMachine.problems(in: sequence + flows)
  }
}
