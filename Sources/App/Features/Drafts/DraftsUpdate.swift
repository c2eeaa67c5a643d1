import Content
import Loyalty

/// What the actions of the list of screens do; all of them need the server.
func performDrafts(_ action: DraftsAction, _ state: inout State) -> [Effect] {
  switch action {
  case .show:
    guard state.sheets.last != .drafts(.list) else { return [] }
    state.openSheet(.drafts(.list))
    return [.reload(.drafts), .ask(.drafts(.list))]
  case .open(let row):
    let items = state.drafts.items
    guard state.sheets.last == .drafts(.list), items.indices.contains(row) else { return [] }
    state.drafts.list.selection = row
    return state.beginEditing(items[row].id)
  case .new:
    if state.sheets.last == .drafts(.list) { state.openNewScreen() }
  case .create: return state.createScreen()
  case .askDelete: state.askToDelete()
  case .delete: return state.deleteScreen()
  }
  return []
}

/// What the server's answers do.
func takeDrafts(_ event: DraftsEvent, _ state: inout State) -> [Effect] {
  guard state.isSignedIn else { return [] }
  switch event {
  case .loaded(let screens, let kept): state.showDrafts(screens, kept)
  case .listed:
    state.drafts.trouble = nil
    state.drafts.wanted = nil
  case .created(let id):
    state.drafts.isBusy = false
    state.drafts.attempt = nil
    state.drafts.wanted = id
    state.closeDraftsForm()
    return [.ask(.drafts(.list))] + state.beginEditing(id)
  case .deleted:
    state.drafts.isBusy = false
    state.closeDraftsForm()
    state.toast(state.phrases.say(.draftsDeleted))
    return [.ask(.drafts(.list))]
  case .failed(let trouble, let details, let key):
    state.drafts.isBusy = false
    // An answer, whatever it says, ends the attempt.
    if case .refused = trouble {
      state.drafts.attempt?.key = nil
    } else {
      state.drafts.attempt?.key = key
    }
    state.form?.isBusy = false
    let words = ([state.words(for: trouble)] + details).joined(separator: " ")
    state.toast(words, isError: true)
    // Somebody else may have been faster: what is decided next is decided over what there is now.
    return state.draftsLoads
  }
  return []
}

extension State {
  /// The list comes anew when something has changed.
  var draftsLoads: [Effect] {
    canEdit && sheets.contains(.drafts(.list)) ? [.ask(.drafts(.list))] : []
  }

  fileprivate mutating func showDrafts(_ all: [Screen]?, _ kept: [KeptDraft]) {
    let selected = drafts.wanted ?? drafts.selected?.id
    drafts.screens = all
    drafts.kept = kept
    let items = drafts.items
    if let row = items.firstIndex(where: { $0.id == selected }) { drafts.list.selection = row }
    drafts.list.scrollToSelection(count: items.count, height: sheetRows)
  }

  /// What could not be asked for stays as it is stored, with what is kept here since.
  mutating func failDrafts(_ request: DraftsRequest, _ trouble: Trouble) -> [Effect] {
    guard isSignedIn, case .list = request else {
      toast(words(for: trouble), isError: true)
      return []
    }
    drafts.trouble = trouble
    return [.reload(.drafts)]
  }

  fileprivate mutating func closeDraftsForm() {
    sheets.removeAll { $0 == .drafts(.new) || $0 == .drafts(.deletion) }
    focus = nil
  }

  fileprivate mutating func askToDelete() {
    guard sheets.last == .drafts(.list), let screen = drafts.selected else { return }
    // What members see is not deleted in passing.
    guard screen.publishedRevision == nil, screen.publishAt == nil else {
      toast(phrases.say(.draftsDeletePublished), isError: true)
      return
    }
    openSheet(.drafts(.deletion))
  }

  fileprivate mutating func deleteScreen() -> [Effect] {
    guard sheets.last == .drafts(.deletion), !drafts.isBusy, let screen = drafts.selected else {
      return []
    }
    drafts.isBusy = true
    return [.ask(.drafts(.delete(screen)))]
  }
}
