import Cells
import Content
import Loyalty
import Themes

/// What a block looks like at some width, row by row, wherever it will stand.
struct BlockRows {
  var rows: [Row] = []
  var elements: [Thing] = []
  /// What is drawn over its rows as soon as it is there.
  var pictures: [Shown] = []

  /// A picture of the business.
  struct Shown {
    let picture: Picture
    let rows: Range<Int>
    /// `nil` is the whole width.
    var columns: Range<Int>?
  }

  struct Row {
    var parts: [Part] = []
    /// What lies under the whole row.
    var ground: ThemeToken?
  }

  struct Part {
    var text: String
    var look: ThemeToken
    var attributes: Attributes = []
    /// From the left edge.
    var column = 0
  }

  /// An element, its place counted from the picture's corner.
  struct Thing {
    var id: Element.ID
    var role: Element.Role
    var text: String
    var rows: Range<Int>
    /// `nil` is the whole width.
    var columns: Range<Int>?
    var action: Action?
  }

  mutating func add(_ parts: [Part], on ground: ThemeToken? = nil) {
    rows.append(Row(parts: parts, ground: ground))
  }

  mutating func add(
    _ text: String, _ look: ThemeToken, _ attributes: Attributes = [], column: Int = 0,
    on ground: ThemeToken? = nil
  ) {
    add([Part(text: text, look: look, attributes: attributes, column: column)], on: ground)
  }

  /// Makes everything since a row one element.
  mutating func name(
    _ id: Element.ID, _ role: Element.Role = .text, _ text: String, from first: Int = 0,
    action: Action? = nil
  ) {
    guard first < rows.count else { return }
    elements.append(
      Thing(id: id, role: role, text: text, rows: first..<rows.count, action: action))
  }
}

extension Canvas {
  /// Draws the rows of a picture that a place shows.
  ///
  /// - Parameter skipped: rows of it above the place.
  mutating func draw(_ picture: BlockRows, skipping skipped: Int, in rect: Rect) {
    for (index, row) in picture.rows.enumerated().dropFirst(skipped).prefix(rect.height) {
      let place = rect.inset(top: index - skipped).top(1)
      if let ground = row.ground { fill(place, ground) }
      for part in row.parts {
        var style = style(part.look, on: row.ground ?? part.look)
        style.attributes.formUnion(part.attributes)
        write(part.text, in: place.inset(left: part.column), style)
      }
    }
    for shown in picture.pictures {
      let columns = shown.columns ?? 0..<rect.width
      let whole = Rect(
        x: rect.x + columns.lowerBound, y: rect.y + shown.rows.lowerBound - skipped,
        width: columns.count, height: shown.rows.count)
      _ = self.picture(shown.picture, in: whole.intersection(rect), of: whole)
    }
    for thing in picture.elements {
      let shown = thing.bounds(skipping: skipped, in: rect)
      guard !shown.isEmpty else { continue }
      add(Element(thing.id, thing.role, thing.text, bounds: shown, action: thing.action))
    }
  }
}

extension BlockRows.Thing {
  /// The part of it that a place shows.
  ///
  /// - Parameter skipped: rows of the picture above the place.
  func bounds(skipping skipped: Int, in rect: Rect) -> Rect {
    let columns = columns ?? 0..<rect.width
    let whole = Rect(
      x: rect.x + columns.lowerBound, y: rect.y + rows.lowerBound - skipped,
      width: columns.count, height: rows.count)
    return whole.intersection(rect)
  }
}
