import App
import Cells
import FlowReports
import Loyalty

extension FlowRecord {
  /// What is printed of it: a line, and below it its warnings and why it failed.
  var lines: String {
    let time = Duration.milliseconds(milliseconds).tenths
    var lines = warnings.map { "  ⚠ \($0)" }
    lines.append("\(outcome == .failed ? "✗" : "✓") \(name) · \(time) s")
    // What failed and was made good by another attempt is told by the reports alone.
    let failed = outcome == .failed ? steps.filter { $0.outcome == .failed } : []
    for step in failed where !step.hasFailedInside {
      if let failure = step.failure { lines.append("  \(step.place): \(failure.words)") }
      if let screen = screen(step.after)?.frame {
        lines += screen.grid.text.split(separator: "\n", omittingEmptySubsequences: false)
          .map { "    │ \($0)" }
      }
    }
    if let failure { lines.append("  \(failure.words)") }
    return lines.joined(separator: "\n")
  }
}

extension StepFailure {
  fileprivate var words: String {
    var lines = [message]
    if let expected { lines.append("    expected: \(expected)") }
    if let actual { lines.append("    actual: \(actual)") }
    if !nearest.isEmpty { lines.append("    nearest: \(nearest.joined(separator: ", "))") }
    return lines.joined(separator: "\n")
  }
}
