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
  let selection = state.editor?.picker.selection ?? 0
  let top = max(0, min(state.editor?.picker.top ?? 0, rows.count - 1))
  for row in 0..<max(0, min(sheet.list.height, rows.count - top)) {
    let (name, note) = rows[top + row]
    let place = sheet.list.inset(top: row).top(1)
    let isSelected = top + row == selection
    if isSelected { canvas.write("›", in: place, .selection) }
    let column = min(26, max(10, place.width / 2))
    canvas.write(
      truncated(name, to: column - 2), in: place.inset(left: 2),
      isSelected ? .selection : .sheetText)
    canvas.write(note, in: place.inset(left: column + 1), .sheetMuted)
    var element = Element(
      Element.ID(rawValue: "editor.pick.\(top + row)"), .listItem, "\(name), \(note)",
      bounds: place, action: .editor(action(top + row)))
    element.isSelected = isSelected
    canvas.add(element)
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
