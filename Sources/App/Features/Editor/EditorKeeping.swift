import Content
import Loyalty

/// Keeping what is edited on this machine, and bringing it to the server.
extension State {
  /// Milliseconds after a change when it is kept; contract: two seconds at most.
  static let keepingDelay: Int64 = 1000
  private static let keepingRetry: Int64 = 2000

  /// When something has to be kept.
  var editorDeadline: Instant? {
    guard let keeping = editor?.keeping, let since = keeping.pendingSince, !keeping.isUnderWay
    else {
      return nil
    }
    return since.adding(
      milliseconds: keeping.hasFailed ? State.keepingRetry : State.keepingDelay)
  }

  mutating func passEditorDeadline() -> [Effect] {
    guard let deadline = editorDeadline, deadline <= now else { return [] }
    return keepDraft()
  }

  /// Keeps what has changed since the last time.
  mutating func keepDraft() -> [Effect] {
    guard let editor, editor.keeping.pendingSince != nil, !editor.keeping.isUnderWay else {
      return []
    }
    self.editor?.keeping.pendingSince = nil
    self.editor?.keeping.isUnderWay = true
    self.editor?.keeping.kept = editor.screen
    return [.keep(.editor(.draft(draft(of: editor))))]
  }

  private func draft(of editor: EditorState) -> EditedDraft {
    EditedDraft(
      base: editor.base, screen: editor.screen, keptAt: editor.keeping.at,
      generation: editor.keeping.generation)
  }

  mutating func saveEdited() -> [Effect] {
    checkEdited()
    guard let editor else { return [] }
    if sheets.last == .editor(.leaving) { sheets.removeLast() }
    guard !editor.isSaving else {
      // What is under way was sent before; what was typed since is saved after it.
      self.editor?.savesAgain = editor.sent != nil
      if editor.sent == nil { self.editor?.leavesWhenSaved = false }
      return []
    }
    guard editor.isDirty else {
      toast(phrases.say(.editorNothingToSave))
      return editor.leavesWhenSaved ? closeEditor() : []
    }
    let obstacles = editor.screen.obstacles(
      among: editor.findings, since: editor.base.content, on: lintGround)
    if let finding = obstacles.first { return goTo(finding) }
    if network.isAway {
      self.editor?.leavesWhenSaved = false
      toast(phrases.say(.editorKeptOffline))
      return keepDraft()
    }
    self.editor?.isSaving = true
    self.editor?.savesAgain = false
    self.editor?.sent = editor.screen
    return keepDraft() + [.ask(.editor(.save(ScreenSave(editor.screen, over: editor.base))))]
  }

  /// To the value that is wrong.
  ///
  /// What the server would refuse, now or when it is published, is not sent, but kept here.
  private mutating func goTo(_ finding: Finding) -> [Effect] {
    let words = words(of: finding)
    editor?.leavesWhenSaved = false
    editor?.select(row: finding.index.map { $0 + 1 } ?? 0)
    editor?.pane = .fields
    let place =
      editorFields.firstIndex { $0.has(finding) }
      ?? editorFields.firstIndex { $0.path.starts(with: finding.path) }
    editor?.field.selection = place ?? 0
    uncoverFields()
    keepEditorVisible()
    toast(words)
    return keepDraft()
  }

  /// The server has it; what was typed meanwhile stays to be saved.
  mutating func finishSaving(_ draft: EditedDraft, mergedWith author: String?) -> [Effect] {
    guard var editor, editor.base.id == draft.base.id else { return [] }
    let sent = editor.sent ?? editor.screen
    let rest = ScreenMerge(base: sent, mine: editor.screen, theirs: draft.screen)
    // A revision that was brought back is this editor's own doing, and can be undone.
    let others = editor.sent != nil && author != nil ? (sent, draft.screen) : nil
    editor.adopt(rest.screen, over: draft.base, others: others, at: now)
    editor.isSaving = false
    editor.sent = nil
    self.editor = editor
    keepEditorVisible()
    if let author {
      toast(phrases.say(.editorMerged, ["name": cleaned(author, limit: 60)]))
    } else {
      toast(phrases.say(.editorSaved, ["revision": String(draft.base.revision)]))
    }
    guard !editor.isDirty else {
      if editor.savesAgain { return saveEdited() }
      self.editor?.leavesWhenSaved = false
      return keepDraft()
    }
    self.editor?.keeping.pendingSince = nil
    let forget: [Effect] = [.keep(.editor(.forget(draft.base.id)))]
    return editor.leavesWhenSaved ? forget + closeEditor() : forget
  }

  mutating func leaveEditor() -> [Effect] {
    guard let editor else { return [] }
    if editor.text != nil {
      self.editor?.text = nil
      self.editor?.hasEscaped = true
      return []
    }
    if editor.pane == .fields {
      self.editor?.pane = .outline
      return []
    }
    if travel != nil {
      endTravel()
      return []
    }
    guard editor.isDirty else { return closeEditor() }
    guard sheets.last != .editor(.leaving) else { return [] }
    openSheet(.editor(.leaving))
    focus = "editor.keep"
    return []
  }

  mutating func closeEditor() -> [Effect] {
    let leaving = editor.map { [Effect.ask(.editor(.dismiss($0.base.id)))] } ?? []
    let effects = keepDraft() + leaving + draftsLoads
    sheets.removeAll { if case .editor = $0 { true } else { false } }
    editor = nil
    focus = nil
    return effects
  }

  mutating func discardEdited() -> [Effect] {
    guard let id = editor?.base.id else { return [] }
    editor?.keeping.pendingSince = nil
    let effects = closeEditor()
    toast(phrases.say(.editorDiscarded))
    return [.keep(.editor(.forget(id)))] + effects
  }
}
