import Cells
public import Loyalty

extension FlowProblem {
  /// The place, what is wrong, the line itself with a mark below it, and what was expected.
  public func text(in language: Language) -> String {
    var lines = ["\(place): \(wording.words(in: language))"]
    if let line, !line.isEmpty {
      let (shown, before) = FlowProblem.excerpt(of: line, column: place.column)
      lines.append("    │ \(shown)")
      if place.column > 0 { lines.append("    │ \(String(repeating: " ", count: before))^") }
    }
    if let hint { lines.append("    \(hint.words(in: language))") }
    return lines.joined(separator: "\n")
  }

  /// Of a long line what stands around a column, and how many cells there are before that.
  private static func excerpt(of line: String, column: Int) -> (shown: String, before: Int) {
    let most = 100
    let scalars = Array(line.unicodeScalars)
    let place = min(max(0, column - 1), scalars.count)
    let start = scalars.count > most ? min(max(0, place - most / 2), scalars.count - most) : 0
    let end = min(scalars.count, start + most)
    func text(_ range: Range<Int>) -> String {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[range])
      return String(text)
    }
    let left = start > 0 ? "…" : ""
    let right = end < scalars.count ? "…" : ""
    let before = displayWidth(of: left + text(start..<max(start, min(place, end))))
    return (left + text(start..<end) + right, before)
  }
}
