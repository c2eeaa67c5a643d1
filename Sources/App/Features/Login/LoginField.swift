import Cells
import Themes

/// A labelled field with what is wrong under it; returns the place that is left below.
func drawField(
  _ id: Element.ID, _ label: String, _ field: TextField, placeholder: String, _ state: State,
  in rect: Rect, on canvas: inout Canvas
) -> Rect {
  guard !rect.isEmpty else { return rect }
  var rest = rect
  if rect.height >= 5 {
    canvas.write(label, in: rest, .muted)
    rest = rest.inset(top: 1)
  }
  drawInput(id, label, field, placeholder: placeholder, state, in: rest.top(1), on: &canvas)
  rest = rest.inset(top: 1)
  if let error = state.loginError {
    let rows = canvas.paragraph(
      "login.error", error, in: rest.inset(bottom: min(1, rest.height - 1)),
      .error)
    rest = rest.inset(top: rows)
  }
  return rest.inset(top: rest.height >= 4 ? 1 : 0)
}
