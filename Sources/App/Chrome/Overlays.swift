import Cells
import Themes

/// The text message of a demo, as a phone shows it: on top of everything, for a moment.
func drawMessage(_ state: State, on canvas: inout Canvas) {
  guard let message = state.message, !canvas.bounds.isEmpty else { return }
  let isCompact = state.isCompact
  let width = canvas.bounds.width - (canvas.bounds.width < 60 ? 0 : 4)
  let area = canvas.bounds.centered(width: min(width, 64)).inset(top: isCompact ? 0 : 1)
  let lines = wrapped(message.text, width: max(1, area.width - 4), maxLines: isCompact ? 1 : 3)
  let panel = area.top(lines.count + (isCompact ? 0 : 1))
  canvas.fill(panel, .toast)
  let inner = panel.inset(x: 2)
  for (row, line) in lines.enumerated() {
    canvas.write(line, in: inner.inset(top: row), .toast)
  }
  if !isCompact {
    canvas.write(
      "\(Command.key(.login(.insertCode), on: .login))  \(state.phrases.say(.insertCode))",
      in: inner.bottom(1), .toastHint)
  }
  canvas.add(
    Element(
      .message, .button, "\(state.phrases.say(.message)): \(message.text)", bounds: panel,
      action: .login(.insertCode)))
}

/// Short words above the sections, or above a panel at the foot of the screen, whose buttons they leave
/// free; the newest lowest.
func drawToasts(_ state: State, on canvas: inout Canvas) {
  var bottom = canvas.bounds.inset(bottom: canvas.bounds.height >= 6 ? 2 : 0)
  if state.size.width < State.leastWidth, let top = canvas.panelTop, top >= 3 {
    bottom = canvas.bounds.top(top)
  }
  for (index, toast) in state.toasts.enumerated().reversed() {
    let area = bottom.centered(width: min(72, max(1, bottom.width - (state.isCompact ? 0 : 4))))
    let lines = wrapped(toast.text, width: max(1, area.width - 4), maxLines: 3)
    guard lines.count <= area.height else { return }
    let panel = area.bottom(lines.count)
    canvas.fill(panel, toast.isError ? .errorToast : .toast)
    for (row, line) in lines.enumerated() {
      canvas.write(
        line, in: panel.inset(left: 2, top: row, right: 2), toast.isError ? .errorToast : .toast)
    }
    canvas.add(
      Element(
        Element.ID(rawValue: "\(Element.ID.toast)\(index)"), .status, toast.text, bounds: panel,
        action: .dismissToast))
    bottom = bottom.inset(bottom: lines.count + 1)
  }
}

extension Canvas {
  /// The row above the title of a panel.
  fileprivate var panelTop: Int? {
    elements.last { $0.id == "sheet.title" }.map { $0.bounds.y - 1 }
  }
}

extension Element.ID {
  static let message: Element.ID = "message"
  fileprivate static let toast = "toast."

  /// Whether it is a short word at the edge of the screen.
  public var isToast: Bool { rawValue.hasPrefix(Element.ID.toast) }
}
