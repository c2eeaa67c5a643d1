import FoundationEssentials

/// The runs as lines of JSON: one for each step, and after them one for their flow.
public enum JSONLines {
  public static func text(_ records: [FlowRecord]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func line(_ value: some Encodable) -> String {
      // NB: nothing in these values can be refused: there are no floating-point numbers in them.
      guard let data = try? encoder.encode(value) else { return "" }
      // Programs take these for ends of lines.
      return String(decoding: data, as: UTF8.self)
        .replacing("\u{2028}", with: "\\u2028").replacing("\u{2029}", with: "\\u2029")
        .replacing("\u{85}", with: "\\u0085") + "\n"
    }
    return records.map { record in
      record.steps.map { line(StepLine(record, $0)) }.joined() + line(FlowLine(record))
    }.joined()
  }

  private struct StepLine: Encodable {
    let type = "step"
    let flow: String
    let path: String
    let step: String
    let label: String?
    let file: String
    let line: Int
    let outcome: Outcome
    let failure: StepFailure?
    let at: Int64
    let requests: [RequestTrace]
    let console: [String]

    init(_ record: FlowRecord, _ step: StepRecord) {
      flow = record.name
      path = step.path
      self.step = step.words
      label = step.label
      file = step.file
      line = step.line
      outcome = step.outcome
      failure = step.failure
      at = step.at
      requests = step.requests
      console = step.console
    }
  }

  private struct FlowLine: Encodable {
    let type = "flow"
    let flow: String
    let file: String
    let tags: [String]
    let properties: [FlowRecord.Property]
    let device: FlowRecord.Device
    let seed: UInt64
    let outcome: Outcome
    let failure: StepFailure?
    let warnings: [String]
    let milliseconds: Int64
    let frames: Int
    let screenshots: [String]

    init(_ record: FlowRecord) {
      flow = record.name
      file = record.file
      tags = record.tags
      properties = record.properties
      device = record.device
      seed = record.seed
      outcome = record.outcome
      failure = record.failedStep?.failure ?? record.failure
      warnings = record.warnings
      milliseconds = record.milliseconds
      frames = record.screens.count
      screenshots = record.screenshots
    }
  }
}
