import Cells
public import Themes

/// A frame as an SVG picture: for reports, and for looking at many screens side by side.
///
/// The same frame gives the same bytes everywhere. Grounds, blocks and lines are rectangles on whole
/// units, so that codes scan and lines join whatever the fonts; all else stays text.
public struct FrameImage {
  /// Units of one cell: halves, quarters and eighths of it are whole.
  static let cell = Size(width: 16, height: 32)
  /// The advance of DejaVu Sans Mono is 1233/2048 of its size: one cell.
  private static let fontSize = "26.576"
  private static let baseline = 25

  public let svg: String

  /// - Parameter theme: the one that the frame wears; it says which colours are the terminal's own.
  public init(of frame: Frame, in theme: Theme) {
    var pen = ImagePen(isDark: theme.isDark, page: frame.grid.cells.first?.style ?? .plain)
    let size = frame.grid.size
    for y in 0..<size.height {
      for x in 0..<size.width where frame.grid[x, y].width > 0 {
        pen.draw(frame.grid[x, y], x: x, y: y)
      }
      pen.endRow()
    }
    if let caret = frame.modes.cursor, frame.grid.bounds.contains(caret) {
      pen.drawCaret(frame.grid[caret.x, caret.y].style, at: caret)
    }
    let (width, height) = (size.width * Self.cell.width, size.height * Self.cell.height)
    svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width / 2)" height="\(height / 2)" \
      viewBox="0 0 \(width) \(height)" font-family="DejaVu Sans Mono, monospace" \
      font-size="\(Self.fontSize)">
      <title>\(xml(frame.modes.title))</title>
      <g shape-rendering="crispEdges">
      <rect width="\(width)" height="\(height)" fill="\(pen.page.hex)"/>
      \(pen.grounds.paths)\(pen.signs.paths)</g>
      \(pen.texts)</svg>

      """
  }

  static func textElement(_ run: TextRun) -> String {
    let place = "x=\"\(run.x * cell.width)\" y=\"\(run.y * cell.height + baseline)\""
    let bold = run.attributes.contains(.bold) ? " font-weight=\"bold\"" : ""
    let italic = run.attributes.contains(.italic) ? " font-style=\"italic\"" : ""
    let length = run.columns > 1 ? " textLength=\"\(run.columns * cell.width)\"" : ""
    let look = "fill=\"\(run.ink.hex)\"\(bold)\(italic)\(length)"
    return "<text \(place) \(look)>\(xml(run.text))</text>\n"
  }
}

/// Characters with a meaning in XML are written as entities, those that it does not allow as U+FFFD.
private func xml(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default:
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      let isAllowed = !isControl && scalar.value & 0xFFFE != 0xFFFE
      result.unicodeScalars.append(isAllowed ? scalar : "\u{FFFD}")
    }
  }
  return result
}

/// Neighbouring letters in one style.
struct TextRun {
  var x: Int
  var y: Int
  var columns: Int
  var text: String
  var ink: ImageColor
  var attributes: Attributes
}
