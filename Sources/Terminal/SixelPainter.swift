import Cells

/// Pictures as sixel sequences: each draws its whole place, and is gone where cells are written.
///
/// https://vt100.net/docs/vt3xx-gp/chapter14.html. What comes next to the last row of the screen would
/// scroll it in some terminals, so that nothing is drawn there.
struct SixelPainter {
  private var shown: [PlacedPixels] = []
  private(set) var hasMore = false

  /// Bytes of one frame after which the rest waits: what a key waits for.
  ///
  /// A sequence is never cut.
  static let mostBytes = 64 * 1024

  mutating func bytes(
    for wanted: [PlacedPixels], on grid: Grid, _ palette: ColorEncoding
  ) -> [UInt8] {
    hasMore = false
    guard !wanted.isEmpty || !shown.isEmpty else { return [] }
    let wanted = wanted.filter { $0.seen == $0.place && $0.place.maxY < grid.size.height }
    let gone = shown.filter { !wanted.contains($0) }
    shown.removeAll { gone.contains($0) }
    var bytes: [UInt8] = []
    for old in gone {
      let area = old.place.intersection(grid.bounds)
      // A picture in the same place covers all of it.
      if !wanted.contains(where: { $0.place == area }) {
        bytes += wiped(area, grid, palette).utf8
        shown.removeAll { !$0.place.intersection(area).isEmpty }
      }
    }
    for place in wanted where !shown.contains(place) {
      guard bytes.count < Self.mostBytes else {
        hasMore = true
        break
      }
      bytes += PixelPainter.move(to: place.place).utf8
      bytes += place.pixels.bytes
      shown.append(place)
    }
    return bytes
  }

  mutating func forget() { shown = [] }

  /// The cells of a place as they are, though ncurses thinks that the terminal shows them.
  private func wiped(_ area: Rect, _ grid: Grid, _ palette: ColorEncoding) -> String {
    var text = ""
    for y in area.y..<area.maxY {
      var style: Style?
      text += PixelPainter.move(to: Rect(x: area.x, y: y, width: 1, height: 1))
      for x in area.x..<area.maxX {
        let cell = grid[x, y]
        let isHalf = cell.width == 0 ? x == area.x : x + Int(cell.width) > area.maxX
        if cell.width == 0, !isHalf { continue }
        if cell.style != style { text += palette.rendition(of: cell.style) }
        style = cell.style
        // Half of a wide sign was not there before, so that ncurses has written all of it.
        text += isHalf ? "\u{1B}[C" : String(cell.text)
      }
    }
    return text
  }
}
