import App
import Cells
import FlowLanguage
import Loyalty

/// The runs as JUnit's XML, which CI systems read: a suite and a test case for each flow.
public enum JUnitReport {
  public static func xml(_ records: [FlowRecord]) -> String {
    let failures = records.count { $0.outcome == .failed }
    let time = seconds(records.reduce(0) { $0 + $1.milliseconds })
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="Loyalhub" tests="\(records.count)" failures="\(failures)" errors="0" \
      time="\(time)">
      \(records.map(suite).joined())</testsuites>

      """
  }

  private static func suite(_ record: FlowRecord) -> String {
    let isFailed = record.outcome == .failed ? 1 : 0
    let isSkipped = record.outcome.isPlayed ? 0 : 1
    let counts = "tests=\"1\" failures=\"\(isFailed)\" errors=\"0\" skipped=\"\(isSkipped)\""
    let properties = record.junitProperties.map {
      "<property name=\"\(attribute($0.name))\" value=\"\(attribute($0.value))\"/>\n"
    }.joined()
    let time = seconds(record.milliseconds)
    let name = attribute(record.name)
    let device = attribute(record.device.words)
    let file = attribute(record.file)
    return """
      <testsuite name="\(name)" \(counts) time="\(time)" file="\(file)">
      <properties>
      \(properties)</properties>
      <testcase name="\(name) (\(device))" classname="\(file)" time="\(time)">
      \(result(record))<system-out>\(markup(record.log))</system-out>
      </testcase>
      </testsuite>

      """
  }

  private static func result(_ record: FlowRecord) -> String {
    switch record.outcome {
    case .passed, .warned: return ""
    case .skipped: return "<skipped message=\"not to be played\"/>\n"
    case .notReached: return "<skipped message=\"the run ended before it\"/>\n"
    case .failed:
      let step = record.failedStep
      let failure = step?.failure ?? record.failure
      let text = [
        step.map { "\($0.path) \($0.title)\n\($0.place)" }, failure?.text,
        record.lastScreen.map { "\n" + $0 },
      ].compactMap(\.self).joined(separator: "\n")
      let message = attribute(failure?.message ?? "failed")
      return "<failure type=\"FlowFailure\" message=\"\(message)\">\(markup(text))</failure>\n"
    }
  }

  /// With three decimals.
  private static func seconds(_ milliseconds: Int64) -> String {
    let rest = String(max(0, milliseconds) % 1000)
    return "\(max(0, milliseconds) / 1000)."
      + String(repeating: "0", count: 3 - rest.utf8.count) + rest
  }
}

extension Outcome {
  var isPlayed: Bool { self != .skipped && self != .notReached }
}

extension FlowRecord.Device {
  /// `en, 80x24, dark`.
  var words: String {
    [language.rawValue, "\(size.width)x\(size.height)", theme, brand].compactMap(\.self)
      .joined(separator: ", ")
  }
}

extension FlowRecord {
  fileprivate var junitProperties: [Property] {
    [
      Property("tags", tags.joined(separator: ", ")),
      Property("language", device.language.rawValue),
      Property("size", "\(device.size.width)x\(device.size.height)"),
      Property("theme", device.theme ?? "the brand's"),
      Property("brand", device.brand ?? "the first"), Property("seed", "\(seed)"),
    ] + properties
  }

  /// The rows of the screen on which it ended.
  var lastScreen: String? {
    let step = failedStep ?? steps.last { $0.after != nil }
    return screen(step?.after ?? step?.before)?.frame?.grid.text
  }

  /// A line for each step, with what there is to say of it below.
  var log: String {
    let steps = steps.map { step in
      let indent = String(repeating: "  ", count: step.depth)
      let below =
        (step.failure?.text.split(separator: "\n", omittingEmptySubsequences: false) ?? [])
        + step.requests.map { Substring($0.words) }
        + step.console.map { Substring("console: \($0)") }
      return ["\(indent)\(step.outcome.mark) \(step.path) \(step.title)"]
        + below.map { "\(indent)    \($0)" }
    }
    return (steps.joined() + warnings.map { "! \($0)" }).joined(separator: "\n")
  }
}
