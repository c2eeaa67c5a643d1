import Content
import Loyalty

/// The screen's revisions, and two of them side by side.
struct RevisionsState: Equatable, Sendable {
  /// Newest first; `nil` until they have come.
  var all: [ScreenRevision]?
  /// Why they, or a content, cannot be brought.
  var trouble: Trouble?
  var list = ListState()
  /// The other one to compare with; without it the one before.
  var marked: ScreenRevision.ID?
  private(set) var contents: [ScreenRevision.ID: Screen] = [:]
  /// What is being looked at.
  var lines: [DifferenceLine]?
  var top = 0

  var selected: ScreenRevision? {
    guard let all, all.indices.contains(list.selection) else { return nil }
    return all[list.selection]
  }

  /// The two that are to be compared, the older first; the first one that is kept has no older one.
  var pair: (old: ScreenRevision?, new: ScreenRevision)? {
    guard let all, let selected else { return nil }
    if let other = all.first(where: { $0.id == marked }), other.id != selected.id {
      return other.number < selected.number ? (other, selected) : (selected, other)
    }
    return (all.first { $0.number < selected.number }, selected)
  }

  mutating func showDifference(to revision: ScreenRevision) {
    contents[revision.id] = revision.content
  }

  /// Those of the pair whose contents are not here yet.
  var missing: [ScreenRevision.ID] {
    guard let pair else { return [] }
    return [pair.old?.id, pair.new.id].compactMap(\.self).filter { contents[$0] == nil }
  }

  /// Shows the difference as soon as both contents are here.
  ///
  /// - Parameter pictures: what pictures are called, by their digests.
  mutating func compare(naming pictures: [String: String]) {
    guard let pair, missing.isEmpty, let new = contents[pair.new.id] else { return }
    let nothing = Screen(members: [:], blocks: [])
    let old = pair.old.flatMap { contents[$0.id] } ?? nothing
    lines = ScreenDifference(from: old, to: new).lines(naming: pictures)
    top = 0
  }
}

extension EditorState {
  mutating func compareRevisions() {
    revisions.compare(naming: pictureFiles.mapValues(\.name))
  }
}

extension State {
  /// Whether they, or two of them, are on top.
  var isLookingAtRevisions: Bool {
    sheets.last == .editor(.revisions) || sheets.last == .editor(.difference)
  }

  mutating func showRevisions() -> [Effect] {
    guard let id = editor?.base.id else { return [] }
    editor?.text = nil
    editor?.revisions = RevisionsState()
    openSheet(.editor(.revisions))
    return [.ask(.editor(.revisions(id)))]
  }

  /// What did not come is asked for again when the server is there.
  var revisionsLoads: [Effect] {
    guard let editor, editor.revisions.trouble != nil, network.trouble == nil else { return [] }
    if sheets.last == .editor(.revisions) { return [.ask(.editor(.revisions(editor.base.id)))] }
    guard sheets.last == .editor(.difference) else { return [] }
    return editor.revisions.missing.map { .ask(.editor(.revision($0))) }
  }

  /// The same of what blocks can be for.
  var choicesLoads: [Effect] {
    guard editor != nil, screens.choices == nil, network.trouble == nil else { return [] }
    return [.ask(.editor(.choices))]
  }

  mutating func performRevisions(_ action: RevisionsAction) -> [Effect] {
    guard isLookingAtRevisions else { return [] }
    switch action {
    case .open(let row):
      editor?.revisions.list.selection = row
      editor?.revisions.lines = nil
      editor?.revisions.trouble = nil
      editor?.compareRevisions()
      if sheets.last == .editor(.revisions), editor?.revisions.selected != nil {
        openSheet(.editor(.difference))
      }
      return (editor?.revisions.missing ?? []).map { .ask(.editor(.revision($0))) }
    case .mark:
      let id = editor?.revisions.selected?.id
      let isMarked = editor?.revisions.marked == id
      editor?.revisions.marked = isMarked ? nil : id
    case .revert:
      guard let editor, let revision = editor.revisions.selected else { return [] }
      guard !editor.isDirty, !editor.isSaving else {
        toast(phrases.say(.revisionsDirty), isError: true)
        return []
      }
      if network.isAway {
        toast(phrases.say(.revisionsOffline), isError: true)
        return []
      }
      self.editor?.isSaving = true
      sheets.removeAll { $0 == .editor(.revisions) || $0 == .editor(.difference) }
      return [.ask(.editor(.revert(editor.base, revision.id)))]
    }
    return []
  }

  mutating func moveInRevisions(_ move: Move) {
    let height = sheetRows
    if sheets.last == .editor(.revisions) {
      let count = editor?.revisions.all?.count ?? 0
      editor?.revisions.list.move(move, count: count, height: height)
    } else if sheets.last == .editor(.difference) {
      var list = ListState()
      list.selection = editor?.revisions.top ?? 0
      let last = max(1, (editor?.revisions.lines?.count ?? 0) - height + 1)
      list.move(move, count: last, height: height)
      editor?.revisions.top = list.selection
    }
  }
}

/// What is done with revisions.
public enum RevisionsAction: Equatable, Sendable {
  /// Shows what a revision changed, or how it differs from the marked one.
  case open(row: Int)
  /// The chosen one is to be compared with another.
  case mark
  /// Makes the chosen one the newest.
  case revert
}
