/// A run of a flow on the page.
struct HTMLFlow {
  let text: String

  init(_ record: FlowRecord, id: String, _ words: ReportWords, _ screens: inout ScreenRules) {
    let numbers = record.screens.map { screens.number(of: $0) }
    let wrong = record.failedStep?.path
    let number = { (place: Int?) in
      place.flatMap { numbers.indices.contains($0) ? numbers[$0] : nil }
    }
    let steps = record.steps.enumerated().map { place, step in
      HTMLStep(
        step, id: "\(id)s\(place + 1)", isWrong: step.path == wrong, before: number(step.before),
        after: number(step.after), words
      ).text
    }.joined()
    let outcome = record.outcome
    let isOpen = outcome == .failed ? " open" : ""
    let time = words.time(record.milliseconds)
    let failure = record.failure.map { HTMLStep.why($0, words) } ?? ""
    let warnings =
      record.warnings.isEmpty
      ? ""
      : "<section><h3>\(words.warnings)</h3><pre>"
        + "\(markup(record.warnings.joined(separator: "\n")))</pre></section>\n"
    text = """
      <details class="flow \(outcome.rawValue)" id="\(id)"\(isOpen)>
      <summary>\(outcome.span(words))<span class="name">\(markup(record.name))</span>\
      <span class="meta">\(markup(record.device.words)) · \(time)</span></summary>
      <p class="facts">\(Self.facts(of: record, words))</p>
      \(failure)\(warnings)<ol class="steps">
      \(steps)</ol>
      </details>

      """
  }

  private static func facts(of record: FlowRecord, _ words: ReportWords) -> String {
    let tags = record.tags.map { "<span class=\"tag\">\(markup($0))</span>" }
    let properties = record.properties.map { "<span>\(markup("\($0.name): \($0.value)"))</span>" }
    let seed = "<span>\(words.seed) \(record.seed)</span>"
    let frames = "<span>\(words.frames): \(record.screens.count)</span>"
    return
      (["<span class=\"place\">\(markup(record.file))</span>"] + tags + properties + [seed, frames])
      .joined(separator: "\n")
  }
}

extension Outcome {
  /// The mark, with its name for who does not see it.
  func span(_ words: ReportWords) -> String {
    "<span class=\"mark \(rawValue)\" role=\"img\" aria-label=\"\(words.name(of: self))\">\(mark)</span>"
  }
}
