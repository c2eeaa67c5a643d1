import Cells
import Loyalty
import Themes

/// What the state looks like; pure and total for any size.
public func view(_ state: State) -> Frame {
  var canvas = Canvas(state)
  let layout = Layout(state.size)
  if state.isInside { drawHeader(state, in: state.headerRow, on: &canvas) }
  state.base.draw(state, &canvas)
  if state.isInside { drawTabBar(state, in: layout.tabs, on: &canvas) }
  if let sheet = state.sheets.last {
    if let below = state.sheetBelow {
      canvas.cover()
      below.surface.draw(state, &canvas)
    }
    if state.isInPane { canvas.leaveTabStops() } else { canvas.cover() }
    canvas.pane = state.isInPane ? state.pane : nil
    sheet.surface.draw(state, &canvas)
  }
  if !state.isInPane, let pane = state.pane, let detail = state.selectedDetail {
    let first = canvas.elements.count
    canvas.pane = pane
    detail.sheet.surface.draw(state, &canvas)
    canvas.redirect(from: first, to: detail.action)
  }
  drawMessage(state, on: &canvas)
  drawToasts(state, on: &canvas)
  canvas.markFocus()
  let title = state.program?.name.value(in: state.settings.language) ?? "Loyalhub"
  var modes = Modes(title: title, cursor: canvas.cursor)
  modes.links = canvas.elements.compactMap(\.hyperlink)
  return Frame(grid: canvas.grid, elements: canvas.elements, modes: modes)
}

extension State {
  /// What takes the whole screen and is seen around the panel, or beside the detail, on top of it.
  fileprivate var sheetBelow: Sheet? {
    guard surface.kind != .full else { return nil }
    return sheets.dropLast().last { $0.surface.kind == .full }
  }
}
