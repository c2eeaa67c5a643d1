import Cells
import Themes

// Lines of text.
extension Canvas {
  enum Alignment {
    case left
    case center
    case right
  }

  /// One line of text in the first row of a rectangle, cut with "…"; no element.
  mutating func write(
    _ text: String, in rect: Rect, _ look: ThemeToken, _ alignment: Alignment = .left
  ) {
    write(text, in: rect, self.look(look), alignment)
  }

  mutating func write(
    _ text: String, in rect: Rect, _ style: Style, _ alignment: Alignment = .left
  ) {
    let rect = rect.intersection(bounds)
    guard !rect.isEmpty else { return }
    var line = text
    var width = displayWidth(of: line)
    if width > rect.width {
      line = truncated(text, to: rect.width)
      width = displayWidth(of: line)
    }
    let free = rect.width - width
    let shift =
      switch alignment {
      case .left: 0
      case .center: free / 2
      case .right: free
      }
    grid.put(line, x: rect.x + shift, y: rect.y, style, limit: rect.width)
  }

  /// Ink over whatever ground each cell has; blanks leave it as it is.
  mutating func ink(_ text: String, in rect: Rect, _ style: Style) {
    let row = rect.top(1).intersection(bounds)
    drawCells(below: row)
    var x = row.x
    for character in text {
      let width = displayWidth(of: character)
      guard !row.isEmpty, x + width <= row.maxX else { return }
      if character != " " {
        var style = style
        style.background = grid[x, row.y].style.background
        grid.put(String(character), x: x, y: row.y, style)
      }
      x += width
    }
  }

  /// One line of text that has a meaning of its own.
  mutating func label(
    _ id: Element.ID, _ role: Element.Role = .text, _ text: String, in rect: Rect,
    _ look: ThemeToken, _ alignment: Alignment = .left, action: Action? = nil
  ) {
    write(text, in: rect, look, alignment)
    add(Element(id, role, text, bounds: rect.top(1), action: action))
  }

  /// Several lines of text, wrapped; returns the rows it took.
  @discardableResult
  mutating func paragraph(
    _ id: Element.ID, _ text: String, in rect: Rect, _ look: ThemeToken,
    _ alignment: Alignment = .left, role: Element.Role = .text
  ) -> Int {
    guard !rect.isEmpty else { return 0 }
    let lines = wrapped(text, width: rect.width, maxLines: rect.height)
    for (row, line) in lines.enumerated() {
      write(line, in: rect.inset(top: row), look, alignment)
    }
    add(Element(id, role, text, bounds: rect.top(lines.count)))
    return lines.count
  }
}
