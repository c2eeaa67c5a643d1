import Cells
import Themes

/// A row of a text that is scrolled.
struct TextLine {
  let id: Element.ID
  /// In a column of its own on the left.
  var label: String?
  let text: String
  var look = ThemeToken.sheetText
  /// Where it leads out of the app.
  var link: String?
}

extension Canvas {
  /// The lines of a text that are on the screen.
  ///
  /// - Parameter top: the first of them, as far as there are enough below it.
  mutating func textLines(_ lines: [TextLine], from top: Int, in rect: Rect) {
    let first = max(0, min(top, lines.count - rect.height))
    for (row, line) in lines.dropFirst(first).prefix(rect.height).enumerated()
    where !line.text.isEmpty {
      let place = rect.inset(top: row).top(1)
      guard let label = line.label else {
        write(line.text, in: place, line.look)
        var element = Element(line.id, .text, line.text, bounds: place)
        element.link = line.link
        // What stands beside the words leads nowhere.
        if line.link != nil { element.bounds.width = displayWidth(of: line.text) }
        add(element)
        continue
      }
      write(label, in: place, .sheetMuted)
      write(line.text, in: place.inset(left: min(14, place.width / 3)), line.look)
      add(Element(line.id, .text, "\(label): \(line.text)", bounds: place))
    }
  }

  /// Small arrows in the margin where there is more.
  mutating func scrollMarks(isAbove: Bool, isBelow: Bool, in rect: Rect) {
    guard rect.x >= 1, rect.maxX < bounds.width, rect.height >= 2 else { return }
    let margin = Rect(x: rect.maxX, y: rect.y, width: 1, height: rect.height)
    if isAbove { write("▴", in: margin.top(1), .muted) }
    if isBelow { write("▾", in: margin.bottom(1), .muted) }
  }
}
