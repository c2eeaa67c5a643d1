public import Cells
import FlowLanguage
public import Loyalty

/// In which cells two screens differ: in their text, and in how they look.
public struct ScreenDifference: Equatable, Sendable {
  /// Neighbouring cells of one row that changed from one style to one other.
  public struct Restyling: Equatable, Sendable {
    public var columns: Range<Int>
    public var expected: Style
    public var actual: Style
    /// What stands there.
    public var text: String
  }

  /// A row that differs.
  public struct Row: Equatable, Sendable {
    public var number: Int
    public var expected: String
    public var actual: String
    /// Columns whose characters differ.
    public var columns: [Int]
    public var restylings: [Restyling]
  }

  public var expectedSize: Size
  public var actualSize: Size
  /// None where the sizes differ.
  public var rows: [Row] = []

  /// `nil` where they are the same, cell by cell.
  public init?(expected: Grid, actual: Grid) {
    expectedSize = expected.size
    actualSize = actual.size
    guard expected.size == actual.size else { return }
    for y in 0..<actual.size.height where !actual.hasRow(y, of: expected) {
      rows.append(Row(y, Array(expected.row(y)), Array(actual.row(y))))
    }
    if rows.isEmpty { return nil }
  }

  /// Rows that are shown.
  private static let most = 40

  /// The rows that differ, with what was expected above what is there.
  public func text(in language: Language) -> String {
    guard expectedSize == actualSize else {
      return Wording(
        en: "expected \(expectedSize.words), here are \(actualSize.words)",
        ru: "ожидалось \(expectedSize.words), здесь \(actualSize.words)"
      ).words(in: language)
    }
    var lines = rows.prefix(Self.most).flatMap { $0.lines(in: language) }
    if rows.count > Self.most {
      let count = rows.count - Self.most
      lines.append(
        Wording(en: "… and \(count) rows more", ru: "… ещё строк: \(count)").words(in: language))
    }
    return lines.joined(separator: "\n")
  }
}

extension Size {
  fileprivate var words: String { "\(width)x\(height)" }
}

extension ScreenDifference.Row {
  fileprivate init(_ number: Int, _ expected: [Cell], _ actual: [Cell]) {
    self.number = number
    self.expected = Self.text(of: expected)
    self.actual = Self.text(of: actual)
    columns = actual.indices.filter {
      expected[$0].text != actual[$0].text || expected[$0].width != actual[$0].width
    }
    restylings = []
    for x in actual.indices where expected[x].style != actual[x].style {
      let text = actual[x].width > 0 ? String(actual[x].text) : ""
      if let last = restylings.last, last.columns.upperBound == x,
        last.expected == expected[x].style, last.actual == actual[x].style
      {
        restylings[restylings.count - 1].columns = last.columns.lowerBound..<x + 1
        restylings[restylings.count - 1].text += text
      } else {
        restylings.append(
          .init(
            columns: x..<x + 1, expected: expected[x].style, actual: actual[x].style, text: text))
      }
    }
  }

  private static func text(of cells: [Cell]) -> String {
    cells.reduce(into: "") { if $1.width > 0 { $0.append($1.text) } }
  }

  fileprivate func lines(in language: Language) -> [String] {
    let say = { Wording(en: $0, ru: $1).words(in: language) }
    var lines = [say("row \(number + 1)", "строка \(number + 1)")]
    if !columns.isEmpty {
      let last = columns.last ?? 0
      let marks = (0...last).map { columns.contains($0) ? "^" : " " }.joined()
      lines += ["  - │\(expected)│", "  + │\(actual)│", "     \(marks)"]
    }
    lines += restylings.map { change in
      let place =
        change.columns.count == 1
        ? say("column \(change.columns.lowerBound + 1)", "столбец \(change.columns.lowerBound + 1)")
        : say(
          "columns \(change.columns.lowerBound + 1)–\(change.columns.upperBound)",
          "столбцы \(change.columns.lowerBound + 1)–\(change.columns.upperBound)")
      let words = "\(change.expected.words) → \(change.actual.words)"
      return "  \(place) “\(change.text)”: \(words)"
    }
    return lines
  }
}
