/// A rectangle of cells: what a frame shows.
public struct Grid: Hashable, Sendable {
  public let size: Size
  /// Row by row, `size.width * size.height` cells.
  public private(set) var cells: [Cell]

  public init(_ size: Size, filledWith style: Style = .plain) {
    self.size = size
    cells = Array(repeating: Cell(" ", style: style), count: size.width * size.height)
  }

  public var bounds: Rect { Rect(size) }

  /// The cell at a place inside `bounds`.
  public subscript(x: Int, y: Int) -> Cell {
    cells[y * size.width + x]
  }

  /// Whether a row looks the same in another grid of the same size.
  public func hasRow(_ y: Int, of other: Grid) -> Bool {
    for place in y * size.width..<(y + 1) * size.width {
      // What differs differs in its style mostly, which is sooner compared.
      guard cells[place].style == other.cells[place].style,
        cells[place].width == other.cells[place].width,
        cells[place].text == other.cells[place].text
      else { return false }
    }
    return true
  }

  public func row(_ y: Int) -> ArraySlice<Cell> {
    cells[y * size.width..<(y + 1) * size.width]
  }

  /// Blanks a rectangle in a style; what lies outside the grid is ignored.
  public mutating func fill(_ rect: Rect, _ style: Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    let blank = Cell(" ", style: style)
    for y in area.y..<area.maxY {
      split(x: area.x, y: y)
      split(x: area.maxX, y: y)
      var index = y * size.width + area.x
      let end = index + area.width
      while index < end {
        cells[index] = blank
        index += 1
      }
    }
  }

  /// Writes one line of text and returns the columns it took.
  ///
  /// The text is cut at `limit` columns and at the edges of the grid; a wide cluster that would be
  /// cut in half is left out. Control characters and clusters without width are not written.
  // NB: not generic, because across modules a generic text costs several times as much.
  @discardableResult
  public mutating func put(
    _ text: String, x: Int, y: Int, _ style: Style, limit: Int = .max
  ) -> Int {
    guard y >= 0, y < size.height else { return 0 }
    if let columns = putPlain(text, x: x, y: y, style, limit: limit) { return columns }
    var column = 0
    for character in text {
      let width = displayWidth(of: character)
      if width == 0 { continue }
      if column + width > limit || x + column + width > size.width { break }
      if x + column >= 0 {
        place(character.shown, width: width, x: x + column, y: y, style)
      }
      column += width
    }
    return column
  }

  /// Copies another grid into this one.
  ///
  /// - Parameter place: the part of this one that it may change; `nil` is all of it.
  public mutating func draw(_ other: Grid, x: Int, y: Int, in place: Rect? = nil) {
    let area = Rect(x: x, y: y, width: other.size.width, height: other.size.height)
      .intersection(place ?? bounds).intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.y..<area.maxY {
      for column in area.x..<area.maxX {
        let cell = other[column - x, row - y]
        if cell.width == 2, column + 1 >= area.maxX { continue }
        if cell.width == 0, column == area.x { continue }
        cells[row * size.width + column] = cell
      }
    }
  }

  /// Changes the style of what already stands in a rectangle.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX {
        change(&cells[y * size.width + x].style)
      }
    }
  }

  /// The same for a text in which each scalar is a cluster of one column; `nil` for any other.
  ///
  /// Nearly all text is such, and drawing it need not look for clusters and wide cells.
  private mutating func putPlain(
    _ text: String, x: Int, y: Int, _ style: Style, limit: Int
  ) -> Int? {
    let scalars = text.unicodeScalars
    var count = 0
    for scalar in scalars {
      guard isPlain(scalar) else { return nil }
      count += 1
    }
    count = max(0, min(count, limit, size.width - x))
    let first = max(0, -x)
    guard first < count else { return count }
    split(x: x + first, y: y)
    split(x: x + count, y: y)
    var index = y * size.width + x + first
    for scalar in scalars.dropFirst(first).prefix(count - first) {
      cells[index] = Cell(Character(scalar), style: style)
      index += 1
    }
    return count
  }

  private mutating func place(
    _ character: Character, width: Int, x: Int, y: Int, _ style: Style
  ) {
    let index = y * size.width + x
    split(x: x, y: y)
    split(x: x + width, y: y)
    cells[index] = Cell(character, width: UInt8(width), style: style)
    if width == 2 {
      cells[index + 1] = Cell(" ", width: 0, style: style)
    }
  }

  /// Blanks a wide cluster that a cut at column `x` would halve.
  private mutating func split(x: Int, y: Int) {
    guard x > 0, x < size.width else { return }
    let index = y * size.width + x
    guard cells[index].width == 0 else { return }
    cells[index - 1] = Cell(" ", style: cells[index - 1].style)
    cells[index] = Cell(" ", style: cells[index].style)
  }
}
