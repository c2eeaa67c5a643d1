public import FlowLanguage

/// What is wrong with scripts before any of them is run.
extension ScriptMachine {
  /// Beyond it nobody looks through them any more.
  private static let mostProblems = 1_000

  /// What the library says against the scripts of flows; they are read as they are run later.
  ///
  /// Where there are none, no process is started. What keeps a script from being looked at is the
  /// last problem.
  public static func problems(
    in flows: [Flow], program: String = "/proc/self/exe"
  ) -> [FlowProblem] {
    ScriptMachine(seed: 0, program: program).problems(in: flows)
  }

  func problems(in flows: [Flow]) -> [FlowProblem] {
    var scripts = WrittenScripts()
    for flow in flows { scripts.add(flow) }
    var problems: [FlowProblem] = []
    let end = ContinuousClock.now.advanced(by: limits.wall)
    for script in scripts.pieces where problems.count < ScriptMachine.mostProblems {
      do throws(ScriptFailure) {
        guard ContinuousClock.now < end else { throw .tooLong(limits, at: script.place) }
        if let problem = try problem(of: script) { problems.append(problem) }
      } catch {
        problems.append(
          FlowProblem(
            error.place ?? script.place, en: error.wording.english, ru: error.wording.russian))
        break
      }
    }
    return problems
  }

  private func problem(of script: WrittenScripts.Piece) throws(ScriptFailure) -> FlowProblem? {
    guard script.isFile || !script.source.allSatisfy(\.isWhitespace) else {
      return FlowProblem(
        script.place, en: "There is no script in ${}", ru: "В «${}» нет скрипта",
        hint: Wording(
          en: "Write \\${ where these two signs are meant themselves",
          ru: "Пишите «\\${», когда нужны сами эти два знака"))
    }
    guard let fault = try fault(of: ScriptInput(script.source, at: script.place)) else {
      return nil
    }
    var problem = FlowProblem(
      fault.place ?? script.place,
      en: "The script cannot be read: \(fault.wording.english)",
      ru: "Скрипт прочитать нельзя: \(fault.wording.russian)")
    if script.isFile { problem.line = script.line(problem.place.line) }
    return problem
  }
}

extension WrittenScripts.Piece {
  /// From 1.
  fileprivate func line(_ number: Int) -> String? {
    let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.indices.contains(number - 1) ? String(lines[number - 1]) : nil
  }
}
