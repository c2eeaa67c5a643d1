import Cells
import Themes

/// What is written large.
extension Canvas {
  /// A number in letters of three rows, its unit beside its foot; in one row where there is no room.
  ///
  /// - Parameters:
  ///   - number: with its separators: "1 389".
  ///   - spoken: number and unit, for flows and for reading aloud.
  /// - Returns: rows that it took, and the column after it.
  @discardableResult
  mutating func bigNumber(
    _ id: Element.ID, _ number: String, unit: String, spoken: String, in rect: Rect,
    _ look: ThemeToken, unitLook: ThemeToken
  ) -> (rows: Int, end: Int) {
    guard rect.height >= 3, let letters = BigLetters(number), letters.width <= rect.width else {
      label(id, .text, spoken, in: rect, look)
      return (1, min(rect.maxX, rect.x + displayWidth(of: spoken)))
    }
    write(letters, in: rect, self.look(look))
    var end = rect.x + letters.width
    let room = rect.width - letters.width - 2
    if !unit.isEmpty, room >= displayWidth(of: unit) {
      write(unit, in: rect.inset(left: letters.width + 2, top: 2), unitLook)
      end += 2 + displayWidth(of: unit)
    }
    add(Element(id, .text, spoken, bounds: rect.top(3).narrowed(to: end - rect.x)))
    return (3, end)
  }

  /// A code to be told: in big letters where they have been given rows, else spaced out.
  mutating func bigCode(_ id: Element.ID, _ code: String, in rect: Rect, _ look: ThemeToken) {
    add(Element(id, .text, code, bounds: rect))
    guard rect.height >= 3, let lines = BigLetters.lines(of: code, width: rect.width) else {
      let words = code.map(String.init).joined(separator: " ")
      return write(displayWidth(of: words) <= rect.width ? words : code, in: rect, look)
    }
    for (row, letters) in lines.enumerated() {
      write(letters, in: rect.inset(top: row * 4), self.look(look))
    }
  }

  /// Big letters; the dots of some stand in the row above.
  mutating func write(_ letters: BigLetters, in rect: Rect, _ style: Style) {
    for (row, line) in letters.rows.enumerated() {
      write(line, in: rect.inset(top: row).top(1), style)
    }
    if let crown = letters.crown { write(crown, in: rect.inset(top: -1).top(1), style) }
  }
}
