import Cells
import Content
import Loyalty

/// What is typed, pasted and pointed at in the editor; `nil` where it means something else.
func handleEditor(_ input: Input, _ state: inout State) -> [Effect]? {
  switch input {
  case .key(let key): return handleEditor(key, &state)
  case .mouse(let mouse): return handleEditor(mouse, &state)
  case .paste(let text):
    state.pasteIntoEditor(text)
    state.makeRoom(forDropped: text)
    return nil
  case .resize, .focus: return nil
  }
}

private func handleEditor(_ key: Key, _ state: inout State) -> [Effect]? {
  switch state.editorSheet {
  case .targets:
    if key.isTyped { state.focus = nil }
    return nil
  case .kinds, .names: return state.isLostInPicker(key) ? [] : nil
  case .main: return state.isLostOverPreview(key) ? [] : state.typeIntoFields(key)
  case .leaving, .conflict, .publishing, .plan, .picture, .revisions, .difference, nil: return nil
  }
}

extension State {
  /// Whoever types too early must not leave the app with it: letters only move in the picker.
  fileprivate func isLostInPicker(_ key: Key) -> Bool {
    guard key.isTyped else { return false }
    let command = command(for: key) ?? command(for: key.latin)
    return command?.scope != .list
  }

  /// Whether a letter would lead from the preview to the fields that it covers.
  ///
  /// The rest of the word would be typed there. Enter, Tab and the arrows do lead there.
  fileprivate func isLostOverPreview(_ key: Key) -> Bool {
    guard key.isTyped, editor?.isPreviewing == true, EditorLayout(self).fields == nil else {
      return false
    }
    let command = command(for: key) ?? command(for: key.latin)
    guard case .editor(.step) = command?.action else { return false }
    return true
  }

  mutating func moveInEditor(_ move: Move) {
    guard let editor else { return }
    if let count = pickerCount {
      let height = pickerRows
      self.editor?.picker.move(move, count: count, height: height)
      return
    }
    guard sheets.last == .editor(.main) else { return moveInRevisions(move) }
    switch editor.pane {
    case .outline:
      var list = editor.outline
      list.selection = editor.selection
      let height = max(1, (EditorLayout(self).outline?.height ?? 2) - 1)
      list.move(move, count: editor.rows, height: height)
      self.editor?.select(row: list.selection)
    case .fields:
      let height = max(1, (EditorLayout(self).fields?.height ?? 4) - 4)
      let count = editorFields.count
      self.editor?.field.move(move, count: count, height: height)
    }
    keepEditorVisible()
  }
}

/// A block is dragged to another place of the outline; `nil` when nothing of it is meant.
private func handleEditor(_ mouse: Mouse, _ state: inout State) -> [Effect]? {
  guard state.sheets.last == .editor(.main), state.editor != nil else { return nil }
  switch mouse.kind {
  case .press where mouse.button == 0:
    let row = state.outlineRow(at: mouse.at)
    state.editor?.draggedFrom = row == 0 ? nil : row
    state.editor?.dragTarget = nil
    return nil
  case .press, .wheelUp, .wheelDown: return nil
  case .drag:
    guard state.editor?.draggedFrom != nil else { return nil }
    let row = state.outlineRow(at: mouse.at).map { max(1, $0) }
    state.editor?.dragTarget = row
    return []
  case .release:
    let from = state.editor?.draggedFrom
    let to = state.editor?.dragTarget
    state.editor?.draggedFrom = nil
    state.editor?.dragTarget = nil
    guard let from, let to else { return nil }
    state.moveBlock(from: from, to: to)
    return []
  }
}

extension State {
  fileprivate func outlineRow(at point: Point) -> Int? {
    guard let editor, let outline = EditorLayout(self).outline else { return nil }
    return editor.outline.rows(count: editor.rows, in: EditorLayout.blocks(in: outline))
      .first { $0.place.contains(point) }?.index
  }
}
