import FlowLanguage

/// Names of screenshots, such that which file is whose does not depend on which flow is faster: a
/// name that several cases use has the case's own behind it.
struct ScreenshotNames {
  private var cases: [String: Int] = [:]

  init(of all: [FlowCase]) {
    for one in all {
      var own: Set<String> = []
      ScreenshotNames.collect(one.flow.onStart + one.flow.steps + one.flow.onComplete, into: &own)
      for name in own { cases[name, default: 0] += 1 }
    }
  }

  /// - Parameter round: whether each round has its own.
  func name(_ name: String, of one: FlowCase, byRound: Bool = true) -> String {
    guard cases[name, default: 0] > 1 else { return name }
    var one = one
    if !byRound { one.round = nil }
    return "\(name)-\(one.fileName)"
  }

  private static func collect(_ steps: [Step], into names: inout Set<String>) {
    for step in steps {
      if let inner = step.command.steps {
        collect(inner, into: &names)
      } else if case .takeScreenshot(let shot) = step.command, let name = shot.name.literal {
        names.insert(name)
      }
    }
  }
}

extension Command {
  /// Those that it is made of; `nil` of one that is made of none.
  fileprivate var steps: [Step]? {
    if case .runFlow(let flow) = self { return flow.steps + flow.onComplete }
    if case .repeating(let repetition) = self { return repetition.steps }
    if case .retry(let retry) = self { return retry.steps }
    return nil
  }
}
