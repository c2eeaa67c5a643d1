import Cells
import Content
import Loyalty

/// Keys that are typed into the editor; `nil` where they mean something else.
func handleEditor(_ key: Key, _ state: inout State) -> [Effect]? {
  switch state.sheets.last {
  case .editor(.targets): return state.typeFilter(key)
  case .editor(.main): break
  default: return nil
  }
  guard var area = state.editor?.text else { return nil }
  switch (key.code, key.modifiers) {
  case (.escape, _),
    (.enter, _) where key.code == .escape || !area.isMultiline:
    state.editor?.text = nil
    return []
  case (.tab, _):
    state.editor?.text = nil
    state.stepField(key.modifiers.contains(.shift) ? -1 : 1)
    return []
  case (.character("s"), .control): return state.saveEdited()
  case (.character("x"), .control): return state.writeOutside()
  default: break
  }
  guard area.handle(key, width: EditorLayout(state).textWidth) else { return nil }
  state.editor?.text = area
  state.takeTyped()
  return []
}

extension State {
  fileprivate mutating func typeFilter(_ key: Key) -> [Effect]? {
    guard editor?.filter.handle(key) == true else { return nil }
    editor?.picker = ListState()
    return []
  }

  mutating func stepField(_ step: Int) {
    let count = editorFields.count
    guard let place = editor?.field.selection, count > 0 else { return }
    editor?.field.selection = (place + step + count) % count
    keepEditorVisible()
  }

  /// Pasted text goes where the caret is.
  mutating func pasteIntoEditor(_ text: String) {
    if sheets.last == .editor(.targets) {
      editor?.filter.insert(text)
      return
    }
    guard sheets.last == .editor(.main), editor?.text != nil else { return }
    editor?.text?.insert(text)
    takeTyped()
  }

  mutating func moveInEditor(_ move: Move) {
    guard let editor else { return }
    switch (sheets.last, editor.pane) {
    case (.editor(.kinds), _):
      let height = pickerRows
      self.editor?.picker.move(move, count: Block.Kind.all.count, height: height)
    case (.editor(.targets), _):
      let (count, height) = (filteredTargets.count, pickerRows)
      self.editor?.picker.move(move, count: count, height: height)
    case (.editor(.main), .outline):
      var list = editor.outline
      list.selection = editor.selection
      let height = max(1, (EditorLayout(self).outline?.height ?? 2) - 1)
      list.move(move, count: editor.rows, height: height)
      self.editor?.select(row: list.selection)
    case (.editor(.main), .fields):
      let height = max(1, (EditorLayout(self).fields?.height ?? 4) - 4)
      let count = editorFields.count
      self.editor?.field.move(move, count: count, height: height)
    default: return moveInRevisions(move)
    }
    keepEditorVisible()
  }
}

/// A block is dragged to another place of the outline; `nil` when nothing of it is meant.
func handleEditor(_ mouse: Mouse, _ state: inout State) -> [Effect]? {
  guard state.sheets.last == .editor(.main), state.editor != nil else { return nil }
  switch mouse.kind {
  case .press where mouse.button == 0:
    let row = state.outlineRow(at: mouse.at)
    state.editor?.draggedFrom = row == 0 ? nil : row
    state.editor?.dragTarget = nil
    return nil
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
  default: return nil
  }
}

extension State {
  fileprivate func outlineRow(at point: Point) -> Int? {
    view(self).elements.last { element in
      element.bounds.contains(point) && element.id.rawValue.hasPrefix("editor.row.")
    }.flatMap { Int($0.id.rawValue.dropFirst("editor.row.".count)) }
  }
}
