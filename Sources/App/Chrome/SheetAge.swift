import Cells
import Loyalty
import Themes

/// Beside a sheet's way out: when the server confirmed what it shows, while it cannot be asked.
///
/// - Parameter rest: the place that `drawSheet` gave.
func drawSheetAge(
  _ confirmed: Instant?, _ state: State, below rest: Rect, on canvas: inout Canvas
) {
  guard let confirmed, state.network.trouble != nil else { return }
  let room = rest.width - state.closeHint().width - 2
  guard room > 0, rest.maxY < canvas.bounds.maxY else { return }
  canvas.label(
    "sheet.asof", .status, state.asOf(confirmed, width: room),
    in: Rect(x: rest.x, y: rest.maxY, width: room, height: 1), .sheetMuted)
}
