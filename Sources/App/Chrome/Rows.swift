import Cells
import Themes

/// A row of a list that is on the screen.
struct ListRow {
  /// Of all rows of the list.
  let index: Int
  let place: Rect
  let isSelected: Bool
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
  /// The rows of a list that are on the screen, to be written and then ended one by one.
  func rows(of list: ListState, count: Int, in rect: Rect) -> [ListRow] {
    list.rows(count: count, in: rect)
  }

  /// Ends a row of a list that has been written.
  mutating func endRow(
    _ line: ListRow, _ id: Element.ID, _ spoken: String, hasKeys: Bool = true, action: Action? = nil
  ) {
    endRow(
      id, spoken, isSelected: line.isSelected, hasKeys: hasKeys, in: line.place, action: action)
  }

  /// Ends a row that has been written: the selected one has one style over the whole of it, and a
  /// mark that is seen without colours too.
  ///
  /// - Parameter hasKeys: whether the keys move in this list; without them the mark is enough.
  mutating func endRow(
    _ id: Element.ID, _ spoken: String, isSelected: Bool, hasKeys: Bool = true, in place: Rect,
    action: Action? = nil
  ) {
    if isSelected, hasKeys { select(place) }
    if isSelected, !hasKeys { mark(place) }
    var element = Element(
      id, .listItem, spoken.replacing("\u{A0}", with: " "), bounds: place, action: action)
    element.isSelected = isSelected
    add(element)
  }

  /// One style over a whole row, whatever is written in it.
  mutating func select(_ place: Rect) {
    restyle(place, .selection)
    mark(place)
  }

  /// The mark of what is selected, or has the focus, in the first column.
  mutating func mark(_ place: Rect) {
    write("›", in: place, .selection)
  }
}
