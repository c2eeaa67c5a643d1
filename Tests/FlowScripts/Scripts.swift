import FlowLanguage
import TestSupport

@testable import FlowScripts

/// A machine with real JavaScript.
func machine(
  seed: UInt64 = 1, library: String = ScriptMachine.library, limits: ScriptLimits = ScriptLimits()
) -> ScriptMachine {
  ScriptMachine(seed: seed, program: builtProgram, library: library, limits: limits)
}

extension ScriptMachine {
  /// Runs what stands in line 7 of a flow, from column 15 on.
  func said(
    _ source: String, variables: [String: String] = [:], copiedText: String? = nil
  ) -> ScriptOutput {
    run(
      ScriptInput(
        source, at: Place("flow.yaml", line: 7, column: 15), now: 1_790_000_000_000,
        variables: variables, copiedText: copiedText))
  }

  /// What a script is worth, or what is wrong with it, behind its place.
  func words(_ source: String, variables: [String: String] = [:]) -> String {
    switch said(source, variables: variables).result {
    case .success(let value): value
    case .failure(let failure): "\(failure)"
    }
  }
}

/// Keeps what it was asked to run, and answers each time the same.
final class RecordingScripts: ScriptRunning {
  private(set) var asked: [ScriptInput] = []
  var answer = ScriptOutput(.success("done"))

  func run(_ script: ScriptInput) -> ScriptOutput {
    asked.append(script)
    return answer
  }
}
