import Barcodes
import Cells

/// What a canvas remembers of where codes and pictures stand, for what comes over them.
struct CanvasPlaces {
  /// Where a code stands, with what is printed beside it.
  var papers: [Rect] = []
  /// Those that something came over, as they were before.
  var covered: [(place: Rect, styles: [Style], texts: [Character])] = []
  /// Where a till may read: a camera that sees it sees no picture beside it.
  var codeRows: [Range<Int>] = []
  /// Where pictures stand.
  var pictured: [Rect] = []
  /// Where pixels are to lie over cells.
  var reserved: [ReservedPlace] = []
}

// Codes and pictures: what is remembered of where they stand.
extension Canvas {
  /// A symbol with its quiet zone, black on white whatever the theme: a till reads it.
  ///
  /// - Parameter rows: of bars, where they may be of another height.
  mutating func draw(_ modules: Modules, zoom: Int, rows: Int? = nil, x: Int, y: Int) {
    let cells = modules.cells(zoom: zoom, style: paper, rows: rows)
    grid.draw(cells, x: x, y: y)
    places.codeRows.append(y..<y + cells.size.height)
  }

  /// - Parameters:
  ///   - whole: where all of it would stand.
  ///   - seen: the part of that which is on the screen.
  mutating func draw(_ picture: Grid, at whole: Rect, in seen: Rect) {
    grid.draw(picture, x: whole.x, y: whole.y, in: seen)
    places.pictured.append(seen)
  }

  mutating func notePicture(in place: Rect) { places.pictured.append(place) }

  /// Gives cells to a place that is to have pixels, as long as nothing comes over it.
  mutating func reserve(_ place: ReservedPlace) {
    grid.fill(place.seen, place.style)
    for y in place.seen.y..<place.seen.maxY {
      let blanks = String(repeating: ReservedPlace.blank, count: place.seen.width)
      grid.put(blanks, x: place.seen.x, y: y, place.style)
    }
    places.reserved.append(place)
  }

  mutating func fillPaper(_ rect: Rect) {
    grid.fill(rect, paper)
    let seen = rect.intersection(bounds)
    if !seen.isEmpty {
      places.papers.append(seen)
      places.codeRows.append(seen.y..<seen.maxY)
    }
    if rect == bounds { isFilled = true }
  }
}
