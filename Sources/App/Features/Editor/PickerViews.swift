import Cells
import Content
import Loyalty
import Themes

/// The kinds of blocks, each with what it is for.
func drawKinds(isRetyping: Bool, _ state: State, on canvas: inout Canvas) {
  let title = state.phrases.say(isRetyping ? .editorRetypeTitle : .editorAddTitle)
  let rows = Block.Kind.all.map { kind in
    (state.phrases.kindName(kind), state.phrases.kindHint(kind))
  }
  drawPicker(title, rows, state, in: nil, on: &canvas) { .pickKind($0) }
}

/// What an action can lead to, with a field to narrow it down.
func drawTargets(_ state: State, on canvas: inout Canvas) {
  let rows = state.filteredTargets.map { ($0.title, $0.id) }
  drawPicker(
    state.phrases.say(.editorTargetTitle), rows, state, in: state.editor?.filter, on: &canvas
  ) { .pickTarget($0) }
}

func drawPicker(
  _ title: String, _ rows: [(String, String)], _ state: State, in filter: TextField?,
  on canvas: inout Canvas, _ action: (Int) -> EditorAction
) {
  let sheet = drawFullSheet(title, state, on: &canvas)
  if let filter {
    let isRoomy = sheet.body.y > sheet.title.y + 1
    let place = isRoomy ? sheet.title.inset(top: 1, bottom: -1) : sheet.title
    drawInput(
      "editor.filter", state.phrases.say(.editorFilter), filter,
      placeholder: state.phrases.say(.editorFilter), state,
      in: place.top(1).intersection(canvas.bounds), on: &canvas)
  }
  let list = state.editor?.picker ?? ListState()
  for (index, place) in canvas.rows(of: list, count: rows.count, in: sheet.list) {
    let (name, note) = rows[index]
    let isSelected = index == list.selection
    let column = min(26, max(10, place.width / 2))
    canvas.write(
      truncated(name, to: column - 2), in: place.inset(left: 2), .sheetText)
    canvas.write(note, in: place.inset(left: column + 1), .sheetMuted)
    canvas.endRow(
      Element.ID(rawValue: "editor.pick.\(index)"), "\(name), \(note)", isSelected: isSelected,
      in: place, action: .editor(action(index)))
  }
}

/// Asked once when something is not on the server.
func drawLeaving(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let rest = drawSheet(phrases.say(.editorLeaveTitle), rows: 7, state, on: &canvas)
  let rows = canvas.paragraph(
    "editor.leave", phrases.say(.editorLeaveHint), in: rest.inset(bottom: 3), .sheetText)
  let buttons: [(Element.ID, Phrase, EditorAction)] = [
    ("editor.keep", .editorLeaveKeeping, .leaveKeeping),
    ("editor.saveAndLeave", .editorLeaveSaving, .leaveSaving),
    ("editor.discard", .editorDiscard, .discard),
  ]
  let place = rest.inset(top: rows + (rest.height >= 7 ? 1 : 0))
  for (row, button) in buttons.enumerated() {
    canvas.button(
      button.0, phrases.say(button.1), in: place.inset(top: row).top(1).narrowed(to: 44),
      action: .editor(button.2), isPrimary: row == 0)
  }
}
