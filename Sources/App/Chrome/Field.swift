import Cells
import Loyalty
import Themes

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
    // Quiet, so that nobody takes it for what was typed.
    var style =
      isFocused
      ? canvas.style(.muted, on: .fieldFocused) : canvas.style(.placeholder, on: .placeholder)
    style.attributes.remove(.bold)
    if !canvas.isMono { style.attributes.remove(.underline) }
    canvas.write(placeholder, in: inner, style)
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
