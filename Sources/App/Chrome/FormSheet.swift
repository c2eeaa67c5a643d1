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
/// - Parameter extra: rows besides the form's own.
/// - Returns: the place below the form.
@discardableResult
func drawFormSheet(
  _ title: String, _ lead: FormLead? = nil, extra: Int, _ state: State, on canvas: inout Canvas
) -> Rect {
  var rest = drawSheet(
    title, rows: formRows(state, width: 54) + extra, state, on: &canvas)
  if let lead, rest.height >= lead.from {
    let taken = canvas.paragraph(lead.id, lead.words, in: rest.top(lead.rows), lead.look)
    rest = rest.inset(top: taken + 1)
  }
  return drawForm(state, in: rest, on: &canvas)
}
