import Cells
import Themes

/// A panel over the screen, or beside the list, with a title and a way out; returns the place for
/// what it holds.
func drawSheet(
  _ title: String, rows: Int, _ state: State, on canvas: inout Canvas
) -> Rect {
  let screen = canvas.bounds
  let isSmall = state.isCompact
  let pane = state.isBesideList ? state.pane : nil
  let panel = pane ?? (isSmall ? screen : screen.centered(width: 60).centered(height: rows + 4))
  canvas.fill(panel, .sheet)
  let inner = isSmall ? panel : panel.inset(x: 3, y: 1)
  canvas.label("sheet.title", .heading, title, in: inner, .sheetHeading)
  // A look at the selected row has no way out, but a way in.
  let isLook = state.sheets.isEmpty
  let close = isLook ? state.phrases.say(.open) : state.phrases.say(.close)
  let hint = "\(Command.key(isLook ? .activate : .back)) \(close)"
  let foot = inner.bottom(1)
  if inner.height >= 3 {
    let place = foot.inset(left: max(0, foot.width - displayWidth(of: hint)))
    canvas.write(hint, in: place, .sheetMuted)
    canvas.add(
      Element(isLook ? "pane.open" : "sheet.close", .button, close, bounds: place, action: .back))
  }
  return inner.inset(top: inner.height >= 5 ? 2 : 1, bottom: inner.height >= 3 ? 1 : 0)
}
