import Cells
import Themes

/// An area in a business's own colour, with its name or its initial where a picture will be.
extension Canvas {
  /// - Parameter isHero: it stands at the head of a pane: a name that fits is written out.
  mutating func faceArea(_ name: String, in color: String, isHero: Bool, _ rect: Rect) {
    guard !rect.isEmpty else { return }
    let face = face(of: color)
    fill(rect, with: face.ground)
    drawShade(face, in: rect)
    let inner = rect.inset(x: isHero ? 3 : 2)
    let whole = isHero ? BigLetters(name.uppercased()) : nil
    let mark = whole.flatMap { $0.width <= inner.width && $0.crown == nil ? $0 : nil }
    if let letters = mark ?? Canvas.initial(of: name).flatMap({ BigLetters($0) }), rect.height >= 3
    {
      for (row, line) in letters.rows.enumerated() {
        ink(line, in: inner.inset(top: row + (rect.height >= 5 ? 1 : 0)), face.ground)
      }
    } else {
      var style = face.ground
      style.attributes.insert(.bold)
      write(Canvas.initial(of: name) ?? "", in: inner.inset(top: rect.height / 2), style)
    }
    guard isMono else { return }
    // Without colours it has an edge.
    for row in 0..<rect.height {
      write("│", in: rect.inset(top: row).narrowed(to: 1), .border)
    }
  }

  /// Words at the foot of a face.
  mutating func faceFoot(_ left: String, _ right: String, in color: String, _ rect: Rect) {
    let face = face(of: color)
    let words = truncated(right, to: rect.width)
    ink(words, in: rect.inset(left: rect.width - displayWidth(of: words)), face.ground)
    guard !left.isEmpty, rect.width >= displayWidth(of: words) + displayWidth(of: left) + 2 else {
      return
    }
    var style = face.ground
    style.attributes.insert(.bold)
    ink(left, in: rect, style)
  }

  /// The same in a row: cells of the colour with the initial.
  mutating func faceChip(_ name: String, in color: String, _ rect: Rect) {
    let place = rect.top(1).narrowed(to: 3)
    var style = face(of: color).ground
    style.attributes.insert(.bold)
    fill(place, with: style)
    write(Canvas.initial(of: name) ?? "", in: place, style, .center)
  }

  /// What stands where a picture will be.
  static func initial(of name: String) -> String? {
    name.first { $0.isLetter || $0.isNumber }.map { String($0).uppercased() }
  }

  /// A quarter of a disc in the upper corner, to an eighth of a cell.
  private mutating func drawShade(_ face: Face, in rect: Rect) {
    guard face.isShaded, rect.height >= 3 else { return }
    // A cell is twice as high as it is wide.
    let radius = Double(rect.height * 2) * 0.92
    let reach = min(radius, Double(rect.width) / 2)
    for row in 0..<rect.height {
      let depth = (Double(row) + 0.25) * 2
      guard depth < radius else { break }
      let width = (radius * radius - depth * depth).squareRoot() * reach / radius
      let edge = Double(rect.width) - width
      let column = Int(edge)
      let eighths = Int((edge - Double(column)) * 8)
      let line = rect.inset(top: row).top(1)
      fill(line.inset(left: column), with: face.shade)
      let sign = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths]
      if !sign.isEmpty { write(sign, in: line.inset(left: column).narrowed(to: 1), face.edge) }
    }
  }
}
