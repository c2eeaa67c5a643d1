import Cells

/// Where the parts of a screen stand: the brand on top, the sections at the bottom, as on a phone.
struct Layout {
  let header: Rect
  let body: Rect
  let tabs: Rect

  /// Columns beyond which lines get too long to read.
  static let widest = 110

  init(_ size: Size) {
    let all = Rect(size)
    // A very low window keeps its rows for what the member came for.
    let headerRows = size.height >= 6 ? 1 : 0
    let tabRows = size.height >= 4 ? 1 : 0
    header = all.top(headerRows)
    tabs = all.bottom(tabRows)
    body = all.inset(top: headerRows, bottom: tabRows)
  }
}

extension Rect {
  /// The middle part of at most so many columns.
  func centered(width limit: Int) -> Rect {
    let columns = min(width, limit)
    return Rect(x: x + (width - columns) / 2, y: y, width: columns, height: height)
  }

  /// The left part of at most so many columns.
  func narrowed(to columns: Int) -> Rect {
    Rect(x: x, y: y, width: max(0, min(width, columns)), height: height)
  }

  /// The middle part of at most so many rows.
  func centered(height limit: Int) -> Rect {
    let rows = min(height, limit)
    return Rect(x: x, y: y + (height - rows) / 2, width: width, height: rows)
  }
}

extension State {
  /// Whether there is room for words beside the numbers.
  var isCompact: Bool { size.width < 40 || size.height < 15 }

  /// Rows of the history that fit on the screen.
  var historyRows: Int { max(1, Layout(size).body.height - (isCompact ? 0 : 3)) }
}
