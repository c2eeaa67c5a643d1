import Cells
import Themes

/// What stands above a form in its sheet, where there is room.
struct FormLead {
  let id: Element.ID
  let words: String
  /// Rows of it at most.
  var rows = 2
  /// Rows of the sheet from which it is there.
  var from = 6
  var look = ThemeToken.sheetMuted
}

/// A sheet that is a form.
///
/// - Parameters:
///   - extra: rows besides the form's own.
///   - below: rows of them that are kept below the form.
/// - Returns: the place below the form.
@discardableResult
func drawFormSheet(
  _ title: String, _ lead: FormLead? = nil, extra: Int, below: Int = 0, width: Int = 60,
  _ state: State, on canvas: inout Canvas
) -> Rect {
  let rows = formRows(state, width: width - 6) + extra
  var rest = drawSheet(title, rows: rows, width: width, state, on: &canvas)
  let inner = state.sheetPlace(rows: rows, width: width, pane: canvas.pane).inner
  if inner.height >= 3 { drawSubmitHint(state, in: inner.bottom(1), on: &canvas) }
  if let lead, rest.height >= lead.from {
    let taken = canvas.paragraph(lead.id, lead.words, in: rest.top(lead.rows), lead.look)
    rest = rest.inset(top: taken + 1)
  }
  guard below > 0 else { return drawForm(state, in: rest, on: &canvas) }
  drawForm(state, in: rest.inset(bottom: below), on: &canvas)
  return rest.bottom(below)
}

/// Beside the way out, the key that spares one the other fields; the button is there to be clicked.
private func drawSubmitHint(_ state: State, in row: Rect, on canvas: inout Canvas) {
  guard let form = state.openForm, !form.isBusy, form.fields.count > 1 else { return }
  let hint = Hint(
    id: "form.key", key: Command.key(.form(.submit)), title: state.phrases.say(form.submitTitle),
    action: nil)
  let way = state.closeHint().width
  canvas.hintLine(endingAtRight: [hint], gap: 0, in: row.inset(right: way + 3), on: .sheet)
}
