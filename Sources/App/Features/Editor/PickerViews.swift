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

extension State {
  /// The field that narrows the targets down has the caret unless Tab has left it.
  var targetFilterLine: TypedLine? {
    guard let editor, focus == nil || focus == .targetFilter else { return nil }
    return TypedLine(
      id: .targetFilter, text: \.targetFilter,
      enter: .editor(.pickTarget(editor.picker.selection)),
      didChange: { $0.editor?.picker = ListState() })
  }

  fileprivate var targetFilter: TextField {
    get { editor?.filter ?? TextField() }
    set { editor?.filter = newValue }
  }
}

extension Element.ID {
  fileprivate static let targetFilter: Element.ID = "editor.filter"
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
    let line = SearchLine(id: .targetFilter, label: .editorFilter, hint: .editorFilter)
    drawSearchLine(line, filter, state, in: sheet.search, on: &canvas)
  }
  if rows.isEmpty {
    canvas.note("editor.none", state.phrases.say(.paletteNone), in: sheet.body, .sheetMuted)
  }
  let list = state.editor?.picker ?? ListState()
  for line in canvas.rows(of: list, count: rows.count, in: sheet.list) {
    let (name, note) = rows[line.index]
    let place = line.place
    let column = min(26, max(10, place.width / 2))
    canvas.write(
      truncated(name, to: column - 2), in: place.inset(left: 2), .sheetText)
    canvas.write(note, in: place.inset(left: column + 1), .sheetMuted)
    canvas.endRow(
      line, Element.ID(rawValue: "editor.pick.\(line.index)"), "\(name), \(note)",
      action: .editor(action(line.index)))
  }
}

/// Asked once when something is not on the server.
func drawLeaving(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let buttons: [(Element.ID, Phrase, EditorAction)] = [
    ("editor.keep", .editorLeaveKeeping, .leaveKeeping),
    ("editor.saveAndLeave", .editorLeaveSaving, .leaveSaving),
    ("editor.discard", .editorDiscard, .discard),
  ]
  let dialog = Dialog(
    title: phrases.say(.editorLeaveTitle), rows: 7, id: "editor.leave",
    question: phrases.say(.editorLeaveHint),
    answers: buttons.enumerated().map { row, button in
      .init(
        id: button.0, title: phrases.say(button.1), action: .editor(button.2), isPrimary: row == 0)
    }, leastQuestion: 0, airFrom: 7, width: 44)
  drawDialog(dialog, state, on: &canvas)
}
