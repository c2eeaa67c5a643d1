import Cells
import Themes

/// A row of a list that is on the screen.
struct ListRow {
  /// Of all rows of the list.
  let index: Int
  let place: Rect
  let isSelected: Bool

  /// Where its words stand: the selection reaches beyond them on either side.
  var words: Rect { place.inset(left: 2, right: place.width >= 30 ? 2 : 0) }
}

extension ListState {
  /// The rows that are on the screen.
  ///
  /// What the list holds may have changed since its first row on the screen was chosen.
  func rows(count: Int, in rect: Rect) -> [ListRow] {
    let first = max(0, min(top, count - 1))
    return (0..<max(0, min(rect.height, count - first))).map { row in
      ListRow(
        index: first + row, place: rect.inset(top: row).top(1),
        isSelected: first + row == selection)
    }
  }
}

/// What all lists have in common.
extension Canvas {
  /// The rows of a list that are on the screen, to be written and then ended one by one; beside them
  /// stands where in the list that is.
  mutating func rows(of list: ListState, count: Int, in rect: Rect) -> [ListRow] {
    let rows = list.rows(count: count, in: rect)
    scrollBar(first: rows.first?.index ?? 0, count: count, in: rect)
    return rows
  }

  /// The same with a heading above each part; parts without rows are left out.
  mutating func rows(of list: ListState, in parts: [ListPart], in rect: Rect) -> [ListRow] {
    let lines = ListPart.lines(parts, isAiry: rect.height >= 12)
    let top = ListPart.top(of: lines, list, height: rect.height)
    scrollBar(first: top, count: lines.count, in: rect)
    var rows: [ListRow] = []
    for (row, line) in lines.dropFirst(top).prefix(rect.height).enumerated() {
      let place = rect.inset(top: row).top(1)
      switch line {
      case .air: continue
      case .head(let head):
        section(head, in: place.inset(left: 2, right: place.width >= 30 ? 2 : 0))
      case .row(let index):
        rows.append(
          ListRow(index: index, place: place, isSelected: index == list.selection))
      }
    }
    return rows
  }

  /// Ends a row of a list that has been written.
  mutating func endRow(
    _ line: ListRow, _ id: Element.ID, _ spoken: String, hasKeys: Bool = true, action: Action? = nil
  ) {
    endRow(
      id, spoken, isSelected: line.isSelected, hasKeys: hasKeys, in: line.place, action: action)
  }

  /// Ends a row that has been written: the selected one has one style over the whole of it, and
  /// without colours a mark.
  ///
  /// - Parameter hasKeys: whether the keys move in this list; without them it rests.
  mutating func endRow(
    _ id: Element.ID, _ spoken: String, isSelected: Bool, hasKeys: Bool = true, in place: Rect,
    action: Action? = nil
  ) {
    if isSelected { select(place) }
    var element = Element(
      id, .listItem, spoken.withPlainSpaces, bounds: place, action: action)
    element.isSelected = isSelected
    add(element)
    if isSelected, !hasKeys { restRows() }
  }

  /// One style over a whole row, whatever is written in it.
  mutating func select(_ place: Rect) {
    restyle(place, .selection)
    if isMono { mark(place) }
  }

  /// The mark of what is selected, or has the focus, in the first column.
  mutating func mark(_ place: Rect) {
    write("›", in: place, .selection)
  }
}

/// A part of a list, with its heading.
struct ListPart {
  let head: SectionHead
  let count: Int

  enum Line {
    case head(SectionHead)
    case row(Int)
    case air
  }

  static func lines(_ parts: [ListPart], isAiry: Bool) -> [Line] {
    var lines: [Line] = []
    var row = 0
    for part in parts where part.count > 0 {
      if isAiry, !lines.isEmpty { lines.append(.air) }
      lines.append(.head(part.head))
      for index in row..<row + part.count { lines.append(.row(index)) }
      row += part.count
    }
    return lines
  }

  /// The first line on the screen: that of the first row there, with its heading, as far as the
  /// selected one is seen too.
  static func top(of lines: [Line], _ list: ListState, height: Int) -> Int {
    func line(of row: Int) -> Int {
      lines.firstIndex { if case .row(row) = $0 { true } else { false } } ?? 0
    }
    var top = line(of: list.top)
    if top > 0, case .head = lines[top - 1] { top -= 1 }
    top = max(top, line(of: list.selection) - height + 1)
    return max(0, min(top, lines.count - height))
  }
}
