import FlowLanguage

/// A step on the page.
struct HTMLStep {
  let text: String

  /// - Parameters:
  ///   - isWrong: whether it is the one that the flow failed at.
  ///   - before, after: the numbers of its screens on the page.
  init(
    _ step: StepRecord, id: String, isWrong: Bool, before: Int?, after: Int?, _ words: ReportWords
  ) {
    let outcome = step.outcome
    let data = [
      before.map { " data-before=\"\($0)\"" }, after.map { " data-after=\"\($0)\"" },
      isWrong ? " data-wrong" : nil,
    ].compactMap(\.self).joined()
    let label = step.label.map { "<span>\(markup($0))</span>" } ?? ""
    let shots =
      Self.shot(before, words.before, of: step, words)
      + (after == before ? "" : Self.shot(after, words.after, of: step, words))
    text = """
      <li class="step \(outcome.rawValue)" id="\(id)" style="--depth:\(step.depth)" \
      data-outcome="\(outcome.rawValue)"\(data)>
      <details\(isWrong ? " open" : "")>
      <summary>\(outcome.span(words))<span class="path">\(markup(step.path))</span>\(label)\
      <code class="words">\(markup(step.words))</code>\
      <span class="meta">\(words.time(step.at))</span></summary>
      <div class="detail">
      \(step.failure.map { Self.why($0, words) } ?? "")\(Self.requests(of: step, words))\
      \(Self.console(of: step, words))<p class="place">\(markup("\(step.place)"))</p>
      \(shots.isEmpty ? "" : "<div class=\"shots\">\(shots)</div>\n")</div>
      </details>
      </li>

      """
  }

  static func why(_ failure: StepFailure, _ words: ReportWords) -> String {
    let sides = [(words.expected, failure.expected), (words.actual, failure.actual)].map {
      title, text in
      text.map { "<section><h3>\(title)</h3><pre>\(markup($0))</pre></section>\n" } ?? ""
    }.joined()
    var text = "<p class=\"why\">\(markup(failure.message))</p>\n"
    if !sides.isEmpty { text += "<div class=\"beside\">\n\(sides)</div>\n" }
    if !failure.nearest.isEmpty {
      let items = failure.nearest.map { "<li>\(markup($0))</li>" }.joined()
      text += "<section><h3>\(words.nearest)</h3><ul class=\"nearest\">\(items)</ul></section>\n"
    }
    return text
  }

  private static func requests(of step: StepRecord, _ words: ReportWords) -> String {
    guard !step.requests.isEmpty else { return "" }
    let rows = step.requests.map { request in
      let cells = [
        "\(request.method) \(request.path)", request.status.map { "\($0)" } ?? words.noAnswer,
        "\(request.milliseconds) \(words.milliseconds)", request.traceID ?? "",
      ]
      return "<tr>" + cells.map { "<td>\(markup($0))</td>" }.joined() + "</tr>\n"
    }.joined()
    return "<section><h3>\(words.requests)</h3><table>\n\(rows)</table></section>\n"
  }

  private static func console(of step: StepRecord, _ words: ReportWords) -> String {
    guard !step.console.isEmpty else { return "" }
    let lines = markup(step.console.joined(separator: "\n"))
    return "<section><h3>\(words.console)</h3><pre>\(lines)</pre></section>\n"
  }

  private static func shot(
    _ number: Int?, _ side: String, of step: StepRecord, _ words: ReportWords
  ) -> String {
    guard let number else { return "" }
    return """
      <figure><figcaption>\(side)</figcaption><div class="screen s\(number)" role="img" \
      aria-label="\(markup(words.screen(side, of: step)))"></div></figure>

      """
  }
}
