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
  /// All of the words, of which this row shows the first; empty in the rows that go on.
  var spoken: String?

  /// Columns of the labels.
  static func labelWidth(of width: Int) -> Int { min(14, width / 3) }
}

extension [TextLine] {
  /// Paragraphs with a row between them; what has no words is left out.
  init(_ paragraphs: (id: App.Element.ID, text: String, look: ThemeToken)...) {
    let words = paragraphs.filter { !$0.text.isEmpty }
    self = words.enumerated().flatMap { index, paragraph in
      let line = TextLine(id: paragraph.id, text: paragraph.text, look: paragraph.look)
      return index == 0 ? [line] : [TextLine(id: "text.gap", text: ""), line]
    }
  }

  /// Each in as many rows as its words need.
  func wrapped(to width: Int) -> [TextLine] {
    flatMap { line -> [TextLine] in
      let room = line.label == nil ? width : width - TextLine.labelWidth(of: width)
      guard displayWidth(of: line.text) > room else { return [line] }
      return Cells.wrapped(line.text, width: Swift.max(1, room), maxLines: 1000).enumerated()
        .map { row, text in
          let label = line.label.map { row == 0 ? $0 : "" }
          return TextLine(
            id: line.id, label: label, text: text, look: line.look, link: line.link,
            spoken: row == 0 ? line.text : "")
        }
    }
  }
}

extension Canvas {
  /// The lines of a text that are on the screen, with marks where there is more.
  ///
  /// - Parameter top: the first of them, as far as there are enough below it.
  mutating func textLines(_ lines: [TextLine], from top: Int, in rect: Rect) {
    let first = max(0, min(top, lines.count - rect.height))
    scrollMarks(isAbove: first > 0, isBelow: first + rect.height < lines.count, in: rect)
    for (row, line) in lines.dropFirst(first).prefix(rect.height).enumerated()
    where !line.text.isEmpty {
      let place = rect.inset(top: row).top(1)
      guard let label = line.label else {
        write(line.text, in: place, line.look)
        guard line.spoken != "" else { continue }
        var element = Element(line.id, .text, line.spoken ?? line.text, bounds: place)
        element.link = line.link
        // What stands beside the words leads nowhere.
        if line.link != nil { element.bounds.width = displayWidth(of: line.text) }
        add(element)
        continue
      }
      write(label, in: place, .sheetMuted)
      write(line.text, in: place.inset(left: TextLine.labelWidth(of: place.width)), line.look)
      guard line.spoken != "" else { continue }
      add(Element(line.id, .text, "\(label): \(line.spoken ?? line.text)", bounds: place))
    }
  }

  /// The text of the sheet on top, which keys move through where it has not enough room.
  ///
  /// - Returns: the rows that it took.
  mutating func sheetText(_ lines: [TextLine], _ state: State, in rect: Rect) -> Int {
    var lines = lines.wrapped(to: rect.width)
    // Before anything is out of sight the rows between paragraphs go.
    if lines.count > rect.height { lines.removeAll { $0.id == "text.gap" } }
    scrolled = nil
    guard lines.count > rect.height, rect.height > 0 else {
      textLines(lines, from: 0, in: rect)
      return min(lines.count, rect.height)
    }
    scrolled = Frame.ScrolledText(count: lines.count, height: rect.height)
    textLines(lines, from: state.textTop, in: rect)
    return rect.height
  }

  /// Small arrows in the margin where there is more.
  mutating func scrollMarks(isAbove: Bool, isBelow: Bool, in rect: Rect) {
    guard rect.x >= 1, rect.maxX < bounds.width, rect.height >= 2 else { return }
    let margin = Rect(x: rect.maxX, y: rect.y, width: 1, height: rect.height)
    if isAbove { write("▴", in: margin.top(1), .muted) }
    if isBelow { write("▾", in: margin.bottom(1), .muted) }
  }
}
