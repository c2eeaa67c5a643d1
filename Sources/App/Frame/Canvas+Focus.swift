import Cells
import Themes

// Where the keys are.
extension Canvas {
  /// What is drawn so far can still be tapped, but Tab stops at what comes.
  mutating func leaveTabStops() {
    for index in elements.indices {
      elements[index].isTabStop = false
      elements[index].isFocused = false
    }
    restRows()
    cursor = nil
  }

  /// Selected rows keep a quiet ground and a mark: the keys are somewhere else.
  mutating func restRows(but focused: Element.ID? = nil) {
    let selected = theme[.selection]
    for row in elements where row.isSelected && row.role == .listItem && row.id != focused {
      // Of a card it is the caption that wears it.
      for y in row.bounds.y..<row.bounds.maxY {
        let columns = row.bounds.x..<row.bounds.maxX
        guard let x = columns.first(where: { grid[$0, y].style == selected }) else { continue }
        let place = Rect(x: x, y: y, width: row.bounds.maxX - x, height: 1)
        restyle(place, .selectionResting)
        write("▌", in: place, theme[.accent, on: .selectionResting])
      }
    }
  }

  /// Marks the focus where the element itself does not draw it; a list that has it not rests.
  mutating func markFocus() {
    guard let element = elements.last(where: \.isFocused) else {
      if cursor != nil { restRows() }
      return
    }
    if !keepsSelection { restRows(but: element.id) }
    guard element.role != .field else { return }
    let marks = [theme[.focus], theme[.fieldFocused], theme[.selection]]
    let bounds = element.bounds
    let isMarked = (bounds.y..<bounds.maxY).contains { y in
      (bounds.x..<bounds.maxX).contains { marks.contains(grid[$0, y].style) }
    }
    guard !isMarked else { return }
    let (paper, focus) = (self.paper, theme[.focus])
    let isSymbol = element.role == .image
    // NB: what a till reads stays as it is.
    grid.restyle(bounds) { style in if !isSymbol || style != paper { style = focus } }
    if isMono, isSymbol { restyleWords(of: bounds, focus) }
    if isMono, !isSymbol, grid[bounds.x, bounds.y].text == " " { write("›", in: bounds, focus) }
  }

  /// The rows with words, such as the number below a symbol: on paper without colours nothing else
  /// may change.
  private mutating func restyleWords(of bounds: Rect, _ style: Style) {
    for row in 0..<bounds.height {
      let line = bounds.inset(top: row).top(1)
      let isWords = (line.x..<line.maxX).contains {
        grid[$0, line.y].text.isNumber
      }
      if isWords { grid.restyle(line) { $0 = style } }
    }
  }
}

// What can be done leads to one action.
extension Canvas {
  /// All that was drawn last is named anew and leads to one action.
  mutating func lead(from first: Int, to action: Action, named prefix: String) {
    for index in first..<elements.count {
      elements[index].id = Element.ID(rawValue: prefix + elements[index].id.rawValue)
      elements[index].text = String(elements[index].text.prefix(1000))
      elements[index].action = action
    }
  }

  /// Whatever can be done in what was drawn last leads to one action: there it can be done; but what
  /// a key does here already, a click on its hint does too.
  mutating func redirect(from first: Int, to action: Action) {
    for index in first..<elements.count
    where elements[index].action != nil && !elements[index].id.rawValue.hasPrefix("sheet.hint.") {
      elements[index].action = action
    }
  }
}
