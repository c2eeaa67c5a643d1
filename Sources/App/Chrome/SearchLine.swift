import Cells

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

extension FullSheet {
  /// Below the title, or over it where there is no row.
  var search: Rect {
    body.y > title.y + 1 ? title.inset(top: 1, bottom: -1) : title
  }
}
