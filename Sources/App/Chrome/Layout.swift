import Cells

/// Where the parts of a screen stand: its title on top, the sections at the bottom, as on a phone.
struct Layout {
  /// The row of the title, over the whole width.
  let header: Rect
  let body: Rect
  /// The sections, where there is room below a rule.
  let tabs: Rect
  /// All but the sections: what bleeds to the edge of the window begins here.
  let page: Rect

  /// Columns beyond which lines get too long to read.
  static let widest = 110

  init(_ size: Size) {
    let all = Rect(size)
    // A very low window keeps its rows for what the member came for.
    let headerRows = size.height >= 6 ? 1 : 0
    let tabRows = size.height >= 16 ? 2 : size.height >= 4 ? 1 : 0
    let air = size.height >= 30 ? 1 : 0
    header = all.inset(top: air).top(headerRows)
    tabs = all.bottom(tabRows)
    page = all.inset(bottom: tabRows)
    body = all.inset(top: air + headerRows, bottom: tabRows)
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

  /// Columns between the edge of the window and what is read.
  var margin: Int { size.width >= 100 ? 3 : size.width >= 40 ? 2 : size.width >= 20 ? 1 : 0 }

  /// The title's row beside the pane, without the margins.
  var headerRow: Rect {
    let right = sectionPane.map { size.width - $0.x + 2 } ?? margin
    return Layout(size).header.inset(left: margin, right: right)
  }

  /// Rows of a section's list that fit on the screen.
  var historyRows: Int { max(1, Layout(size).body.height - (isCompact ? 0 : 1)) }
}
