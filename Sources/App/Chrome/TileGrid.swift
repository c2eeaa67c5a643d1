import Cells

/// Things of a list as tiles of one size, in lines of some beside each other.
struct TileGrid {
  let place: Rect
  let columns: Int
  /// Rows of a tile; one more stays free below it.
  let height: Int
  let count: Int

  private static let gap = 3

  private var lineHeight: Int { height + 1 }
  private var lines: Int { (count + columns - 1) / columns }
  /// Whole lines on the screen.
  private var shown: Int { max(1, (place.height + 1) / lineHeight) }

  /// Tiles of at least so many columns that fit beside each other.
  static func columns(of least: Int, in place: Rect) -> Int {
    max(1, (place.width - 4 + gap) / (least + gap))
  }

  /// Columns of one of so many tiles.
  static func width(of columns: Int, in place: Rect) -> Int {
    (place.width - 4 + gap) / columns - gap
  }

  /// Rows of all of it.
  var total: Int { lines * lineHeight - 1 }

  /// Rows above what is on the screen.
  func top(of list: ListState) -> Int { firstLine(of: list) * lineHeight }

  /// The tiles on the screen; those that its end cuts have fewer rows.
  func rows(of list: ListState) -> [ListRow] {
    let first = firstLine(of: list)
    let items = first * columns..<min(count, (first + shown + 1) * columns)
    return items.map { item in
      ListRow(
        index: item, place: cell(item % columns, at: (item / columns - first) * lineHeight),
        isSelected: item == list.selection)
    }.filter { !$0.place.isEmpty }
  }

  private func cell(_ column: Int, at row: Int) -> Rect {
    let inner = place.inset(x: 2).inset(top: row).top(height)
    let width = inner.width + TileGrid.gap
    let start = column * width / columns
    return inner.inset(left: start)
      .narrowed(to: (column + 1) * width / columns - TileGrid.gap - start)
  }

  /// The line of the first thing there, as far as the selected one is seen too and no line stays empty.
  private func firstLine(of list: ListState) -> Int {
    let selected = list.selection / columns
    let first = max(min(list.top / columns, selected), selected - shown + 1)
    return max(0, min(first, lines - shown))
  }

  /// Moves to another line, and stays in the column as far as that has one.
  func move(_ move: Move, _ list: inout ListState) {
    let last = max(0, count - 1)
    let (line, column) = (list.selection / columns, list.selection % columns)
    func target(_ step: Int) -> Int {
      min(last, max(0, min(line + step, lines - 1)) * columns + column)
    }
    switch move {
    case .first: list.selection = 0
    case .last: list.selection = last
    case .rows(let rows): list.selection = target(rows)
    case .pages(let pages): list.selection = target(pages * max(1, shown - 1))
    }
    keepVisible(&list)
  }

  /// What is first on the screen is kept, so that it stays until the selection leaves the screen.
  func keepVisible(_ list: inout ListState) {
    list.selection = max(0, min(list.selection, count - 1))
    list.top = firstLine(of: list) * columns
  }

  /// Whether there is something beside the selected one, in its line.
  func isBeside(_ step: Int, _ list: ListState) -> Bool {
    let target = list.selection + step
    return (0..<count).contains(target) && target / columns == list.selection / columns
  }
}

extension Canvas {
  /// The tiles that are on the screen, to be drawn one by one; beside them stands where in the list
  /// that is.
  mutating func rows(of list: ListState, in grid: TileGrid) -> [ListRow] {
    scrollBar(first: grid.top(of: list), count: grid.total, in: grid.place)
    return grid.rows(of: list)
  }
}
