import Cells
import Loyalty
import Themes

extension State {
  /// The field that is typed in, unless something else has the focus.
  var loginLine: TypedLine? {
    guard !login.isBusy else { return nil }
    let line =
      login.step == .phone
      ? TypedLine(
        id: .phone, text: \.login.phone, enter: .login(.sendCode),
        willEdit: { $0.login.problem = nil })
      : TypedLine(
        id: .code, text: \.login.code, enter: .login(.submitCode),
        willEdit: { $0.login.problem = nil })
    return focus == nil || focus == line.id ? line : nil
  }
}

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

extension Element.ID {
  static let phone: Element.ID = "login.phone"
  static let code: Element.ID = "login.code"
}
