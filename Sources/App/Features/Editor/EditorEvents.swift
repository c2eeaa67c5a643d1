import Content
import Loyalty

/// What happens to the editor.
func takeEditor(_ event: EditorEvent, _ state: inout State) -> [Effect] {
  // What comes after the session has ended is nobody's.
  guard state.isSignedIn else { return [] }
  switch event {
  case .opened(let draft, let seed):
    state.isOpeningEditor = false
    guard state.canEdit else { return [] }
    state.showDraft(draft, seed: seed)
    return state.announce()
  case .nothingKept(let id): return [.ask(.editor(.open(id)))]
  case .wholeLoaded(let screen): state.screens.whole[screen.id] = screen
  case .choicesLoaded(let choices): state.screens.choices = choices
  case .kept(let generation, let at):
    state.editor?.keeping.isUnderWay = false
    state.editor?.keeping.hasFailed = false
    state.editor?.keeping.generation = generation
    state.editor?.keeping.at = at
  case .keptElsewhere(let other): return state.mergeElsewhere(other)
  case .notKept(let trouble):
    state.editor?.keeping.isUnderWay = false
    state.editor?.keeping.hasFailed = true
    state.editor?.keeping.pendingSince = state.now
    state.toast(state.phrases.wordsForNotKeepingText(trouble), isError: true)
  case .saved(let draft, let author): return state.finishSaving(draft, mergedWith: author)
  case .revisionsLoaded(let all):
    state.editor?.revisions.all = all
    state.editor?.revisions.trouble = nil
    let height = state.sheetRows
    state.editor?.revisions.list.scrollToSelection(count: all.count, height: height)
  case .revisionLoaded(let revision):
    state.editor?.revisions.showDifference(to: revision)
    state.editor?.revisions.trouble = nil
    state.editor?.compareRevisions()
  case .published(let screen): return state.finishPublishing(screen)
  case .met(let id, let others, let etag): return state.meet(others, in: id, etag: etag)
  case .refreshed(let theirs): return state.takeNews(theirs)
  case .notBrought(let trouble): state.fail(bringing: trouble)
  case .overtaken(let save, let newest, let trouble):
    return state.takeOvertaken(save, by: newest, trouble)
  case .picture(let event): return state.takePicture(event)
  case .writtenOutside(let text): state.replaceWriting(by: text)
  case .outsideFailed(let failure):
    state.toast(state.phrases.words(for: failure), isError: true)
  }
  return []
}

extension State {
  fileprivate mutating func showDraft(_ draft: EditedDraft, seed: String) {
    editor = EditorState(draft, seed: seed)
    if let slug = openScreen?.slug, slug == draft.base.slug {
      // Where the reader was, the editor begins.
      if let block = screens.scrolls[slug]?.block { editor?.select(block) }
    }
    openSheet(.editor(.main))
    if let at = draft.keptAt, editor?.isDirty == true {
      let time = phrases.moment(at, now: now, in: settings.zone)
      toast(phrases.say(.editorRestored, ["time": time]))
    }
    keepEditorVisible()
  }

  /// Two windows edit the same screen on this machine: what the other one has kept is merged in, and
  /// where both changed the same block this one's counts here.
  fileprivate mutating func mergeElsewhere(_ other: EditedDraft) -> [Effect] {
    guard var editor, editor.base.id == other.base.id else { return [] }
    let merge = ScreenMerge(base: editor.base, mine: editor.screen, theirs: other.screen)
    editor.keeping.isUnderWay = false
    editor.keeping.generation = other.generation
    editor.adopt(
      merge.screen, over: editor.base, others: (editor.base, other.screen), at: now)
    self.editor = editor
    toast(
      phrases.say(merge.conflicts.isEmpty ? .editorMergedWindow : .editorOtherWindow),
      isError: !merge.conflicts.isEmpty)
    return keepDraft()
  }

  /// A list that waits for what does not come says why, in its own place.
  fileprivate mutating func fail(bringing trouble: Trouble) {
    if isLookingAtRevisions {
      editor?.revisions.trouble = trouble
    } else {
      toast(words(for: trouble), isError: true)
    }
  }

  /// The screen cannot be opened or saved.
  mutating func failEditor(_ trouble: Trouble) -> [Effect] {
    isOpeningEditor = false
    guard editor?.isSaving == true else {
      toast(words(for: trouble), isError: true)
      return []
    }
    form?.isBusy = false
    editor?.isSaving = false
    editor?.leavesWhenSaved = false
    editor?.sent = nil
    if trouble.isAway {
      toast(phrases.say(.editorKeptOffline))
    } else {
      toast(words(for: trouble), isError: true)
    }
    return keepDraft()
  }
}
