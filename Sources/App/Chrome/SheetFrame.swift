import Cells
import Themes

/// A panel over the screen, or beside the list, with a title and a way out; returns the place for
/// what it holds.
func drawSheet(
  _ title: String, rows: Int, _ state: State, on canvas: inout Canvas
) -> Rect {
  let (panel, inner, rest) = state.sheetPlace(rows: rows)
  canvas.beginSheet(title, on: panel, in: inner)
  // A look at the selected row has no way out, but a way in.
  let open = Hint(
    id: "pane.open", key: Command.key(.activate), title: state.phrases.say(.open), action: .back)
  if inner.height >= 3 {
    let hint = state.sheets.isEmpty ? open : state.closeHint()
    canvas.wayOut(hint, in: inner.bottom(1), on: .sheet)
  }
  return rest
}

extension State {
  /// Where a panel over the screen, or the pane, stands; inside of its margins; and what is left of
  /// that between its title and its way out.
  func sheetPlace(rows: Int) -> (panel: Rect, inner: Rect, rest: Rect) {
    let screen = Rect(size)
    let pane = isBesideList ? pane : nil
    let panel =
      pane ?? (isCompact ? screen : screen.centered(width: 60).centered(height: rows + 4))
    let inner = isCompact ? panel : panel.inset(x: 3, y: 1)
    let rest = inner.inset(
      top: inner.height >= 5 ? 2 : 1, bottom: inner.height >= 3 ? 1 : 0)
    return (panel, inner, rest)
  }
}
