import Content
import Loyalty

/// What the actions of the editor do.
func performEditor(_ action: EditorAction, _ state: inout State) -> [Effect] {
  let isOpen = state.editor != nil && state.sheets.contains(.editor(.main))
  guard isOpen || action.opensEditor else { return [] }
  let now = state.now
  switch action {
  case .open(let id): return state.beginEditing(id)
  case .openHere: return state.openScreen.map { state.beginEditing($0.id) } ?? []
  case .select(let row):
    if state.sheets.last == .editor(.publishing) { state.sheets.removeLast() }
    state.editor?.select(row: row)
    state.editor?.pane = .outline
    state.keepEditorVisible()
  case .focusField(let row): state.focusField(row)
  case .write: return state.writeField()
  case .step(let step): state.stepEditor(step)
  case .pane: state.switchPane()
  case .nextField: if state.editor?.pane == .fields { state.stepField(1) }
  case .add: state.openPicker(.kinds(isRetyping: false))
  case .retype:
    if state.editor?.block != nil { state.openPicker(.kinds(isRetyping: true)) }
  case .pickKind(let row): state.pickKind(row)
  case .pickTarget(let row): state.pickTarget(row)
  case .pickName(let row): state.pickName(row)
  case .duplicate: state.duplicateBlock()
  case .delete: state.deleteBlock()
  case .move(let step): state.moveBlock(by: step)
  case .undo:
    state.editor?.undo(at: now)
    state.keepEditorVisible()
  case .redo:
    state.editor?.redo(at: now)
    state.keepEditorVisible()
  case .preview:
    state.editor?.isPreviewing.toggle()
    // The preview takes no text: where it covers the fields, the keys are those of the list.
    if EditorLayout(state).fields == nil { state.editor?.pane = .outline }
  case .writeOutside: return state.writeOutside()
  case .save: return state.saveEdited()
  case .leave: return state.leaveEditor()
  case .leaveKeeping: return state.closeEditor()
  case .leaveSaving:
    state.editor?.leavesWhenSaved = true
    return state.saveEdited()
  case .discard: return state.discardEdited()
  case .showRevisions: return state.showRevisions()
  case .revisionsAction(let action): return state.performRevisions(action)
  case .showPublishing:
    state.editor?.text = nil
    state.openSheet(.editor(.publishing))
    state.focus = state.offers(.editor(.publish)) ? "publish.now" : nil
  case .publish: return state.publishEdited(isOut: false)
  case .unpublish: return state.publishEdited(isOut: true)
  case .plan: state.openPlan()
  case .submitPlan: return state.submitPlan()
  case .cancelPlan: return state.cancelPlan()
  case .conflict(let action): return state.performConflict(action)
  case .picture(.submit): return state.submitPicture()
  case .picture(.remove): state.removePicture()
  }
  return []
}

extension State {
  mutating func beginEditing(_ id: Screen.ID) -> [Effect] {
    guard canEdit, !id.rawValue.isEmpty, !isOpeningEditor else { return [] }
    if editor?.base.id == id, sheets.contains(.editor(.main)) { return [] }
    isOpeningEditor = true
    return [.load(.editor(.draft(id))), .load(.editor(.choices)), .ask(.editor(.choices))]
      + (shops.contents.shops == nil ? [.load(.shops)] : [])
  }

  mutating func openPicker(_ sheet: EditorSheet) {
    editor?.text = nil
    editor?.picker = ListState()
    editor?.filter = TextField(limit: 60)
    openSheet(.editor(sheet))
    showPresent(in: sheet)
  }

  /// A picker opens on what is there now.
  private mutating func showPresent(in sheet: EditorSheet) {
    let present: (place: Int?, count: Int)
    switch sheet {
    case .kinds(let isRetyping):
      let kind = isRetyping ? editor?.block?.kind : nil
      present = (Block.Kind.all.firstIndex { $0 == kind }, Block.Kind.all.count)
    case .targets:
      let (targets, now) = (filteredTargets, chosenField.map { text(of: $0) })
      present = (targets.firstIndex { $0.id == now }, targets.count)
    case .names:
      let names = nameChoices
      present = (names.firstIndex(where: \.isPicked), names.count)
    case .main, .leaving, .conflict, .picture, .publishing, .plan, .revisions, .difference: return
    }
    let height = pickerRows
    editor?.picker.selection = present.place ?? 0
    editor?.picker.scrollToSelection(count: present.count, height: height)
  }

  mutating func pickKind(_ row: Int) {
    guard case .editor(.kinds(let isRetyping)) = sheets.last, Block.Kind.all.indices.contains(row)
    else { return }
    let kind = Block.Kind.all[row]
    sheets.removeLast()
    let now = now
    if isRetyping {
      guard let place = editor.map({ $0.selection - 1 }) else { return }
      editor?.change(at: now) { $0.blocks[place].become(kind) }
      editor?.field = ListState()
      editor?.text = nil
    } else if let id = editor?.freshID() {
      let place = editor?.selection ?? 0
      editor?.change(at: now) { $0.blocks.insert(Block(id: id, kind), at: place) }
      editor?.select(row: place + 1)
      editor?.pane = .fields
      writeFirstText()
    }
    keepEditorVisible()
  }

  mutating func pickTarget(_ row: Int) {
    guard sheets.last == .editor(.targets), let field = chosenField,
      filteredTargets.indices.contains(row)
    else { return }
    let target = filteredTargets[row].id
    sheets.removeLast()
    editor?.set(field, to: .string(target), at: now)
  }

  mutating func duplicateBlock() {
    guard let block = editor?.block, let row = editor?.selection, let id = editor?.freshID() else {
      return
    }
    var copy = block
    copy.id = id
    editor?.change(at: now) { $0.blocks.insert(copy, at: row) }
    editor?.select(row: row + 1)
    keepEditorVisible()
  }

  mutating func deleteBlock() {
    guard editor?.block != nil, let row = editor?.selection else { return }
    editor?.change(at: now) { $0.blocks.remove(at: row - 1) }
    editor?.select(row: row)
    toast(phrases.say(keyed: .editorDeleted))
    keepEditorVisible()
  }

  mutating func moveBlock(by step: Int) {
    guard let editor, editor.block != nil else { return }
    moveBlock(from: editor.selection, to: editor.selection + step)
  }

  /// Rows of the outline, from 1.
  mutating func moveBlock(from: Int, to: Int) {
    guard let count = editor?.screen.blocks.count, (1...max(1, count)).contains(from) else {
      return
    }
    let to = max(1, min(to, count))
    guard from != to else { return }
    editor?.change(at: now) { screen in
      let block = screen.blocks.remove(at: from - 1)
      screen.blocks.insert(block, at: to - 1)
    }
    editor?.select(row: to)
    keepEditorVisible()
  }
}
