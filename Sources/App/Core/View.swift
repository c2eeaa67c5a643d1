import Cells
import Loyalty
import Themes

/// What the state looks like; pure and total for any size.
public func view(_ state: State) -> Frame {
  var canvas = drawnScreen(state)
  canvas.uncoverCodes()
  drawCelebration(state, on: &canvas)
  drawMessage(state, on: &canvas)
  drawToasts(state, on: &canvas)
  canvas.markFocus()
  let pixels = canvas.settlePixels()
  let title = state.program?.name.value(in: state.settings.language) ?? "Loyalhub"
  var modes = Modes(title: title, cursor: canvas.cursor)
  modes.links = canvas.elements.compactMap(\.hyperlink)
  var frame = Frame(grid: canvas.grid, elements: canvas.elements, modes: modes)
  frame.scrolled = canvas.scrolled
  frame.wishes = canvas.wishes
  frame.pictures = canvas.places.pictured + pixels.map(\.seen)
  frame.pixels = pixels
  return frame
}

/// The section or the login, what covers it, and what stands beside a list.
private func drawnScreen(_ state: State) -> Canvas {
  let covering = drawnSheets(state)
  if covering == nil, let sheet = state.sheets.last, sheet.surface.kind != .detail {
    // All of what it came from stays to be seen around it.
    var below = state
    below.sheets.removeLast()
    var canvas = drawnScreen(below)
    canvas.cover()
    canvas.pane = nil
    canvas.stand(on: .background)
    sheet.surface.draw(state, &canvas)
    return canvas
  }
  var canvas = covering ?? drawnSection(state)
  if let aside = state.aside, !state.sheets.contains(where: { $0.surface.kind == .full }) {
    let pane = canvas.pane
    canvas.pane = nil
    canvas.stand(on: .background)
    aside.draw(state, aside.place.inset(left: 3, top: 1, right: state.margin), &canvas)
    canvas.pane = pane
  }
  if !state.isInPane, let pane = state.pane {
    let first = canvas.elements.count
    canvas.pane = pane
    if let detail = state.selectedDetail {
      detail.sheet.surface.draw(state, &canvas)
      canvas.redirect(from: first, to: detail.action)
    } else if let look = state.look {
      look.draw(state, &canvas)
      canvas.redirect(from: first, to: look.action)
    }
  }
  return canvas
}

/// The section with what is open on it.
private func drawnSection(_ state: State) -> Canvas {
  var canvas = Canvas(state)
  if state.isInside { drawHeader(state, in: state.headerRow, on: &canvas) }
  state.base.draw(state, &canvas)
  if state.isInside { drawTabBar(state, in: Layout(state.size).tabs, on: &canvas) }
  guard let sheet = state.sheets.last else { return canvas }
  if let below = state.sheetBelow {
    canvas.cover()
    below.surface.draw(state, &canvas)
  }
  draw(sheet, state, on: &canvas)
  return canvas
}

/// What is open, where nothing of the section is to be seen behind it: that is not drawn then.
private func drawnSheets(_ state: State) -> Canvas? {
  guard let sheet = state.sheets.last else { return nil }
  var canvas = Canvas(state)
  if let below = state.sheetBelow {
    below.surface.draw(state, &canvas)
    guard canvas.isFilled else { return nil }
    draw(sheet, state, on: &canvas)
  } else if sheet.surface.kind == .full {
    sheet.surface.draw(state, &canvas)
  }
  return canvas.isFilled ? canvas : nil
}

private func draw(_ sheet: Sheet, _ state: State, on canvas: inout Canvas) {
  if state.isInPane { canvas.leaveTabStops() } else { canvas.cover() }
  canvas.pane = state.isInPane ? state.pane : nil
  sheet.surface.draw(state, &canvas)
}

extension State {
  /// What takes the whole screen and is seen around the panel, or beside the detail, on top of it.
  fileprivate var sheetBelow: Sheet? {
    guard surface.kind != .full else { return nil }
    return sheets.dropLast().last { $0.surface.kind == .full }
  }
}
