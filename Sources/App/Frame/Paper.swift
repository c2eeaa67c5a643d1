import Cells
import Themes

/// What is printed rather than shown: black on white, whatever the theme.
extension Canvas {
  /// The colour of a receipt as ink on what lies below it: where it was torn off.
  func inkOfPaper() -> Style {
    let (paper, below) = (theme[.receipt], theme[ground])
    guard !isMono else { return look(.border) }
    return Style(paper.background, on: below.background)
  }

  /// The stub of a coupon, black on white: what a code looks like from afar.
  mutating func printStub(in rect: Rect) {
    fill(rect, with: paper)
    for (row, line) in ["▄▀▄", "▀ █"].enumerated() {
      write(line, in: rect.inset(top: row), paper, .center)
    }
  }

  /// The key that leads out, at the edge and quiet, where there is a row for it.
  mutating func printWayOut(in row: Rect) {
    var style = paper
    // A grey that can be read on black as well as on white.
    if theme.depth >= .palette256 { style.foreground = .palette(243) }
    write(Command.key(.back), in: row.inset(x: min(1, row.width)), style, .right)
  }

  /// A number in lines one below the other, in black on white.
  mutating func printGroups(
    _ id: Element.ID, _ text: String, _ lines: [String], in rect: Rect
  ) {
    guard !lines.isEmpty else { return }
    var style = paper
    if !isMono { style.attributes.insert(.bold) }
    for (row, line) in lines.enumerated() { write(line, in: rect.inset(top: row), style) }
    add(Element(id, .text, text, bounds: rect.top(lines.count)))
  }

  /// A centred line in black on white.
  mutating func printLabel(_ id: Element.ID, _ text: String, in rect: Rect) {
    var style = paper
    // Without colours bold on reverse is the focus.
    if !isMono { style.attributes.insert(.bold) }
    write(text, in: rect, style, .center)
    add(Element(id, .text, text, bounds: rect.top(1)))
  }

  /// Centred lines in black on white.
  mutating func printLines(_ id: Element.ID, _ text: String, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let lines = wrapped(text, width: rect.width, maxLines: rect.height)
    for (row, line) in lines.enumerated() {
      write(line, in: rect.inset(top: row), paper, .center)
    }
    add(Element(id, .text, text, bounds: rect.top(lines.count)))
  }
}

extension Style {
  /// With ink and ground in each other's place.
  var swapped: Style {
    let isPlain = foreground == .terminal && background == .terminal
    guard isPlain else { return Style(background, on: foreground, attributes) }
    return Style(.terminal, on: .terminal, attributes.symmetricDifference(.reverse))
  }
}
