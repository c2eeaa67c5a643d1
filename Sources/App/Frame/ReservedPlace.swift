import Cells

/// Cells that are blank for a picture in pixels, and what they are without it.
struct ReservedPlace {
  let pixels: Pixels
  let cells: Grid
  /// All of the picture, and what is seen of it.
  let whole: Rect
  let seen: Rect
  let style: Style

  /// A blank that nothing else is drawn with: who finds it knows that nothing has come over it.
  ///
  /// No row is erased up to its end over it, as it might be over spaces.
  static let blank = "\u{A0}"
}

extension Canvas {
  /// Draws the cells of pictures that would lie in pixels below something.
  mutating func drawCells(below rect: Rect) {
    for place in places.reserved where !place.seen.intersection(rect).isEmpty {
      drawCells(of: place)
    }
    places.reserved.removeAll { !$0.seen.intersection(rect).isEmpty }
  }

  /// The pictures that lie in pixels over what is drawn now; the others have their cells.
  ///
  /// Something may have come over one, or a till reads a code beside it.
  mutating func settlePixels() -> [PlacedPixels] {
    let kept = places.reserved.filter { place in
      let rows = place.seen.y..<place.seen.maxY
      return !places.codeRows.contains { $0.overlaps(rows) } && isUntouched(place)
        // Two in one place: the later one lies on top.
        && places.reserved.last { !$0.seen.intersection(place.seen).isEmpty }?.seen == place.seen
    }
    for place in places.reserved where !kept.contains(where: { $0.seen == place.seen }) {
      drawCells(of: place)
    }
    places.reserved = []
    return kept.map { PlacedPixels($0.pixels, at: $0.whole, seen: $0.seen) }
  }

  private func isUntouched(_ place: ReservedPlace) -> Bool {
    (place.seen.y..<place.seen.maxY).allSatisfy { y in
      (place.seen.x..<place.seen.maxX).allSatisfy { x in
        isBlank(x, y) && grid[x, y].style == place.style
      }
    }
  }

  private func isBlank(_ x: Int, _ y: Int) -> Bool {
    grid[x, y].text == Character(ReservedPlace.blank)
  }

  /// Where it is still blank; what has another look by now keeps it.
  private mutating func drawCells(of place: ReservedPlace) {
    for y in place.seen.y..<place.seen.maxY {
      for x in place.seen.x..<place.seen.maxX where isBlank(x, y) {
        let cell = place.cells[x - place.whole.x, y - place.whole.y]
        let style = grid[x, y].style == place.style ? cell.style : grid[x, y].style
        draw(cell, style, x: x, y: y)
      }
    }
    notePicture(in: place.seen)
  }
}
