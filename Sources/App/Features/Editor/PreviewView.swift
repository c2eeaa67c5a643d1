import Cells
import Content
import Loyalty
import Themes

/// The screen as the phone shows it, from the chosen block on; a tap chooses a block.
func drawPreview(
  _ editor: EditorState, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  drawTravelBanner(state, in: rect.top(1), on: &canvas)
  let frame = rect.inset(top: state.travel == nil ? 0 : 1)
    .centered(width: EditorLayout.phone(state))
  guard frame.width >= 6, frame.height >= 4 else { return }
  let edge = String(repeating: "─", count: frame.width - 2)
  canvas.write("╭\(edge)╮", in: frame, .border)
  canvas.write("╰\(edge)╯", in: frame.bottom(1), .border)
  for row in 1..<frame.height - 1 {
    canvas.write("│", in: frame.inset(top: row), .border)
    canvas.write("│", in: frame.inset(left: frame.width - 1, top: row), .border)
  }
  let inner = frame.inset(x: 1, y: 1).inset(x: 1)
  canvas.sectionTitle("preview.title", editor.screen.title(in: state.travelled), in: inner)
  let rows = ScreenRows(editor.screen, width: inner.width, state)
  let body = inner.inset(top: 2)
  let wanted = ScreenScroll(block: editor.selected)
  let scroll = rows.scroll(wanted, .rows(0), height: body.height)
  for shown in rows.shown(from: scroll, in: body).pictures {
    let count = canvas.elements.count
    canvas.draw(shown.picture, skipping: shown.skipped, in: shown.place)
    let id = shown.block
    if let place = editor.screen.blocks.firstIndex(where: { $0.id == id }) {
      canvas.lead(from: count, to: .editor(.select(place + 1)), named: "preview.")
    }
    if id == editor.selected {
      let height = shown.picture.rows.count - shown.skipped - 1
      for row in 0..<min(shown.place.height, max(1, height)) {
        canvas.write("▎", in: frame.inset(left: 1, top: shown.place.y - frame.y + row), .accent)
      }
    }
  }
}
