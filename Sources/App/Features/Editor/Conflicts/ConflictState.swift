import Content
import Loyalty

/// What both sides changed, one after the other.
public struct ConflictState: Equatable, Sendable {
  let theirs: Screen
  /// Settled so far.
  private(set) var merge: ScreenMerge
  let total: Int
  /// Fields of the present one where theirs counts.
  var chosen: Set<[String]>
  var field = 0

  init(_ merge: ScreenMerge, theirs: Screen) {
    self.theirs = theirs
    self.merge = merge
    total = merge.conflicts.count
    chosen = merge.conflicts.first?.suggestion ?? []
  }

  var current: EditConflict? { merge.conflicts.first }
  /// From 1.
  var number: Int { total - merge.conflicts.count + 1 }

  mutating func settle(_ choice: EditConflict.Choice) {
    guard let current else { return }
    merge.settle(current.place, choice)
    field = 0
    chosen = self.current?.suggestion ?? []
  }
}

extension State {
  /// Asks which counts of what both have changed, as it is here by now.
  mutating func meetConflict(_ theirs: Screen) -> [Effect] {
    guard let editor, editor.base.id == theirs.id else { return [] }
    self.editor?.isSaving = false
    self.editor?.sent = nil
    let merge = ScreenMerge(base: editor.base, mine: editor.screen, theirs: theirs)
    guard !merge.conflicts.isEmpty else {
      self.editor?.adopt(merge.screen, over: theirs, others: (editor.base, theirs), at: now)
      return saveEdited()
    }
    self.editor?.conflict = ConflictState(merge, theirs: theirs)
    if sheets.last != .editor(.conflict) { openSheet(.editor(.conflict)) }
    // The question says it all, and nothing may stand on its buttons.
    toasts.removeAll { !$0.isError }
    return keepDraft()
  }

  mutating func performConflict(_ action: ConflictAction) -> [Effect] {
    guard sheets.last == .editor(.conflict), var conflict = editor?.conflict,
      let current = conflict.current
    else { return [] }
    let path =
      current.fields.indices.contains(conflict.field) ? current.fields[conflict.field] : nil
    switch action {
    case .next(let step):
      guard !current.fields.isEmpty else { break }
      conflict.field = (conflict.field + step + current.fields.count) % current.fields.count
    case .field(let isTheirs):
      guard let path else { break }
      if isTheirs { conflict.chosen.insert(path) } else { conflict.chosen.remove(path) }
      conflict.field = min(conflict.field + 1, current.fields.count - 1)
    case .mine: conflict.settle(.mine)
    case .theirs: conflict.settle(.theirs)
    case .both:
      guard case .block = current.place, let id = editor?.freshID() else { break }
      conflict.settle(.both(newID: id))
    case .accept:
      guard !current.fields.isEmpty else { break }
      conflict.settle(.fields(theirs: conflict.chosen))
    }
    guard conflict.current == nil else {
      editor?.conflict = conflict
      return []
    }
    editor?.conflict = nil
    sheets.removeLast()
    if let base = editor?.base {
      editor?.adopt(
        conflict.merge.screen, over: conflict.theirs, others: (base, conflict.theirs), at: now)
    }
    keepEditorVisible()
    return saveEdited()
  }
}

/// How a conflict is settled.
public enum ConflictAction: Equatable, Sendable {
  /// To another field of the block.
  case next(Int)
  /// The chosen field as theirs has it, or as mine.
  case field(isTheirs: Bool)
  /// The whole block.
  case mine
  case theirs
  case both
  /// Field by field, as chosen.
  case accept
}
