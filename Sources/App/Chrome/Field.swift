import Cells
import Loyalty
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

/// The row that is typed in.
func drawInput(
  _ id: Element.ID, _ label: String, _ field: TextField, placeholder: String, _ state: State,
  in box: Rect, on canvas: inout Canvas
) {
  let isFocused = state.focusedField == id
  canvas.fill(box, isFocused ? .fieldFocused : .field)
  let inner = box.inset(x: box.width >= 8 ? 1 : 0)
  let before = displayWidth(of: field.text.prefix(field.caret))
  // A long text is scrolled so that the caret stays in sight.
  let shown = scrolled(field.text, before: before, width: inner.width)
  if field.text.isEmpty {
    canvas.write(placeholder, in: inner, .placeholder)
  } else {
    canvas.write(shown.text, in: inner, isFocused ? .fieldFocused : .field)
  }
  if isFocused, !inner.isEmpty {
    canvas.cursor = Point(x: min(inner.x + shown.caret, inner.maxX - 1), y: inner.y)
  }
  var element = Element(
    id, .field, field.text.isEmpty ? label : "\(label) \(field.text)", bounds: box,
    action: .focus(id))
  element.isFocused = isFocused
  canvas.add(element)
}

private func scrolled(
  _ text: String, before: Int, width: Int
) -> (text: String, caret: Int) {
  guard before >= width else { return (text, before) }
  var hidden = 0
  var rest = text[...]
  while before - hidden >= width, let first = rest.first {
    hidden += displayWidth(of: first)
    rest = rest.dropFirst()
  }
  return (String(rest), before - hidden)
}
