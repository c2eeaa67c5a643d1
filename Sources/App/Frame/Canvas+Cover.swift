import Cells
import Themes

// What a sheet comes over.
extension Canvas {
  /// Dims what has been drawn so far and takes its meaning: a sheet is coming on top.
  mutating func cover() {
    elements = []
    cursor = nil
    drawCells(below: bounds)
    for place in places.papers {
      let cells = cells(in: place)
      places.covered.append((place, cells.map(\.style), cells.map(\.text)))
    }
    places.papers = []
    let dim = dimmed
    let sunk = places.pictured.map { place in
      (place, cells(in: place).map { $0.style.sunk(into: dim) })
    }
    grid.restyle(bounds) { $0 = dim }
    for (place, styles) in sunk { restyle(place, with: styles) }
    places.pictured = []
  }

  /// A code below a dialog that leaves all of it to be seen is as it was: the till can read it, and it
  /// need not be sent to the terminal again when the dialog is gone.
  mutating func uncoverCodes() {
    for (place, styles, texts) in places.covered {
      let cells = cells(in: place)
      guard cells.map(\.text) == texts, cells.allSatisfy({ $0.style == dimmed }) else { continue }
      restyle(place, with: styles)
    }
  }

  /// Gives each cell of a place a style of its own.
  private mutating func restyle(_ place: Rect, with styles: [Style]) {
    var rest = styles[...]
    grid.restyle(place) { style in
      if let next = rest.popFirst() { style = next }
    }
  }

  private var dimmed: Style {
    let dim = theme[.covered]
    return Style(dim.foreground, on: dim.background, dim.attributes)
  }

  private func cells(in place: Rect) -> [Cell] {
    (place.y..<place.maxY).flatMap { y in (place.x..<place.maxX).map { grid[$0, y] } }
  }
}
