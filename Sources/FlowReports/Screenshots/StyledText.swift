public import Cells

/// The cells of a grid as a text that a person and a difference of two versions can read.
///
/// ```
/// 20x2
///  Balance      1,240
///
/// a #f4efe8 on #100e0d
/// b #f4efe8 on #100e0d bold
///
/// a14 b5 a
/// a20
/// ```
///
/// First the size and the rows, without the spaces at their ends; then each style that is used, in
/// the order in which they come; then the styles of each row, with how many cells wear them.
public struct StyledText: Equatable, Sendable {
  public let text: String

  /// Stands between the cells of a row that could not be read cell by cell otherwise; no cell holds it.
  static let joint: Character = "\u{2060}"

  /// - Parameter text: as one was written.
  public init(text: String) {
    self.text = text
  }

  public init(_ grid: Grid) {
    var names: [Style: String] = [:]
    var styles: [String] = []
    var runs: [String] = []
    for y in 0..<grid.size.height {
      var row = ""
      var last: (style: Style, count: Int)?
      func end() {
        guard let (style, count) = last else { return }
        if names[style] == nil {
          names[style] = Self.name(names.count)
          styles.append("\(Self.name(styles.count)) \(style.words)")
        }
        row += (row.isEmpty ? "" : " ") + (names[style] ?? "") + (count == 1 ? "" : "\(count)")
      }
      for cell in grid.row(y) {
        if let run = last, run.style == cell.style {
          last = (run.style, run.count + 1)
        } else {
          end()
          last = (cell.style, 1)
        }
      }
      end()
      runs.append(row)
    }
    let lines: [String] =
      ["\(grid.size.width)x\(grid.size.height)"] + (0..<grid.size.height).map(grid.written(row:))
      + [""] + styles + [""] + runs
    text = lines.joined(separator: "\n") + "\n"
  }

  /// `a` to `z`, then `aa`.
  private static func name(_ number: Int) -> String {
    var (name, rest) = ("", number + 1)
    while rest > 0 {
      name = String(UnicodeScalar(UInt8(0x61 + (rest - 1) % 26))) + name
      rest = (rest - 1) / 26
    }
    return name
  }
}

extension Grid {
  /// A row without the spaces at its end; in a way in which it reads as the same cells.
  fileprivate func written(row y: Int) -> String {
    var line = ""
    var end = line.endIndex
    var isPlain = true
    for cell in row(y) where cell.width > 0 {
      line.append(cell.text)
      if cell.text != " " { end = line.endIndex }
      isPlain = isPlain && cell.width == 1 && cell.text.isPlain
    }
    line = String(line[..<end])
    guard !isPlain else { return line }
    let read = line.flatMap { character -> [Character?] in
      displayWidth(of: character) == 2 ? [character, nil] : [character]
    }
    let cells = row(y).map { cell -> Character? in cell.width == 0 ? nil : cell.text }
    let rest = cells.dropFirst(read.count)
    if read == Array(cells.prefix(read.count)), rest.allSatisfy({ $0 == " " }) { return line }
    return cells.map { $0.map(String.init) ?? "" }.joined(separator: String(StyledText.joint))
  }
}

extension Character {
  /// One column wide by itself and beside any other such.
  fileprivate var isPlain: Bool {
    let scalars = unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { return false }
    let value = scalar.value
    return (0x20..<0x7F).contains(value) || (0xA0..<0x300).contains(value)
      || (0x400..<0x483).contains(value) || (0x2500..<0x25A0).contains(value)
  }
}
