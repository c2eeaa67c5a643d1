public import Loyalty

/// The runs as one page that needs nothing else: no network, and to be read no script either.
///
/// A script of its own adds the scrubber over the frames; no other one is allowed to run.
public enum HTMLReport {
  public static func page(_ records: [FlowRecord], in language: Language = .english) -> String {
    let words = ReportWords(language: language)
    var screens = ScreenRules()
    let flows = records.enumerated().map { place, record in
      HTMLFlow(record, id: "f\(place + 1)", words, &screens).text
    }.joined()
    let failed = records.count { $0.outcome == .failed }
    let count = "\(words.name(of: .failed)): \(failed) / \(records.count)"
    let title = failed == 0 ? words.title : "\(count) · \(words.title)"
    return """
      <!DOCTYPE html>
      <html lang="\(markup(language.rawValue))">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; \
      style-src 'unsafe-inline'; script-src '\(scriptDigest)'; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(markup(title))</title>
      <style>
      \(text(PackageResources.report_css))</style>
      <style>
      \(screens.text)</style>
      </head>
      <body>
      \(head(records, words))<main>
      <div class="flows">
      \(flows)</div>
      \(viewer(words))</main>
      <div id="probe" hidden></div>
      <script>\(text(PackageResources.report_js))</script>
      </body>
      </html>

      """
  }

  /// SHA-256 of the script, as a Content-Security-Policy names it.
  static let scriptDigest = "sha256-mKqc5+kjX2LotnRVVGT/hIwqHnGN6VNrsd+s6MNHIEY="

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func head(_ records: [FlowRecord], _ words: ReportWords) -> String {
    let counts = Outcome.allCases.map { outcome in
      (outcome: outcome, count: records.count { $0.outcome == outcome })
    }.filter { $0.count > 0 }
    let tally = counts.map {
      "<span><b class=\"\($0.outcome.rawValue)\">\($0.outcome.mark) \($0.count)</b> "
        + "\(words.name(of: $0.outcome))</span>"
    }.joined()
    let share = counts.map {
      "<i class=\"\($0.outcome.rawValue)\" style=\"flex:\($0.count)\"></i>"
    }.joined()
    let wrong = records.enumerated().filter { $0.element.outcome == .failed }.map {
      "<a href=\"#f\($0.offset + 1)\">\(markup($0.element.name))</a>"
    }.joined(separator: "\n")
    let time = words.time(records.reduce(0) { $0 + $1.milliseconds })
    return """
      <header class="head">
      <h1>\(words.title)</h1>
      <p class="tally">\(tally)<span>\(time)</span></p>
      <div class="share" aria-hidden="true">\(share)</div>
      \(wrong.isEmpty ? "" : "<nav class=\"wrong\">\(wrong)</nav>\n")\
      <p class="keys" id="keys" hidden>\(keys(words))</p>
      </header>

      """
  }

  private static func keys(_ words: ReportWords) -> String {
    words.keys.map { keys, words in
      keys.map { "<kbd>\($0)</kbd>" }.joined(separator: " ") + " \(words)"
    }.joined(separator: " &nbsp; ")
  }

  private static func viewer(_ words: ReportWords) -> String {
    """
    <aside id="viewer">
    <p id="title" aria-live="polite"></p>
    <div id="stage"></div>
    <div class="controls">
    <button id="previous" type="button" aria-label="\(words.previous)">←</button>
    <input id="scrub" type="range" min="0" max="0" value="0" aria-label="\(words.scrubber)">
    <button id="next" type="button" aria-label="\(words.next)">→</button>
    <button id="before" type="button">\(words.before)</button>
    <button id="after" type="button">\(words.after)</button>
    <span id="count"></span>
    </div>
    <div id="ticks" aria-hidden="true"></div>
    <div id="about"></div>
    </aside>

    """
  }
}
