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
  let inner = isSmall ? panel : panel.inset(x: 3, y: 1)
  canvas.beginSheet(title, on: panel, in: inner)
  // A look at the selected row has no way out, but a way in.
  let open = Hint(
    id: "pane.open", key: Command.key(.activate), title: state.phrases.say(.open), action: .back)
  if inner.height >= 3 {
    let hint = state.sheets.isEmpty ? open : state.closeHint()
    canvas.wayOut(hint, in: inner.bottom(1), on: .sheet)
  }
  return inner.inset(top: inner.height >= 5 ? 2 : 1, bottom: inner.height >= 3 ? 1 : 0)
}
