import Cells
import Loyalty

/// The field that a list is searched with.
struct SearchLine {
  let id: Element.ID
  let label: Phrase
  let hint: Phrase
}

func drawSearchLine(
  _ line: SearchLine, _ field: TextField, _ state: State, in row: Rect, on canvas: inout Canvas
) {
  drawInput(
    line.id, state.phrases.say(line.label), field, placeholder: state.phrases.say(line.hint), state,
    in: row.top(1).intersection(canvas.bounds), on: &canvas)
}

/// A sheet that takes the whole screen and holds a list that is searched: while it is, the line for
/// that stands where the hints were.
func drawSearchedSheet(
  _ title: String, asOf confirmed: Instant? = nil, of surface: Surface, _ line: SearchLine,
  _ state: State, on canvas: inout Canvas
) -> FullSheet {
  guard let search = surface.list?.search, state.isSearching(search) else {
    return drawFullSheet(title, asOf: confirmed, of: surface, state, on: &canvas)
  }
  let sheet = drawFullSheet(title, asOf: confirmed, state, on: &canvas)
  drawSearchLine(line, state[keyPath: search.text], state, in: sheet.search, on: &canvas)
  return sheet
}

extension State {
  fileprivate func isSearching(_ search: ListSearch) -> Bool {
    self[keyPath: search.isTyping] || !self[keyPath: search.text].text.isEmpty
  }
}

extension FullSheet {
  /// Below the title, or over it where there is no row.
  var search: Rect {
    body.y > title.y + 1 ? title.inset(top: 1, bottom: -1) : title
  }
}
