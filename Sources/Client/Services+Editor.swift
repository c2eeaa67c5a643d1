import App
import Content
import Contract
import LocalStore
import Loyalty
import Sync

extension Services {
  func forget(_ id: Screen.ID) -> EditorEvent {
    do {
      if let member = try store.home(latest: 0).member?.id {
        try store.forgetDraft(of: id.rawValue, by: member)
      }
      return .kept(generation: 0, at: now())
    } catch {
      return .notKept(Trouble(local: error))
    }
  }

  func ask(_ request: EditorRequest, _ language: Language) async throws(SyncFailure) -> Event? {
    switch request {
    case .open(let id):
      let screen = try await sync.draft(id, language: language)
      return .editor(opened(EditedDraft(base: screen.drawable, screen: screen.drawable.content)))
    case .save(let edited): return .editor(try await save(edited, language))
    case .revert(let screen, let id):
      let made = try await sync.revert(
        screen.id, to: id, over: screen.etag ?? "", language: language
      ).drawable
      return .editor(.saved(EditedDraft(base: made, screen: made.content), mergedWith: nil))
    case .publish(let screen, let time):
      let made = try await sync.publish(
        screen.id, at: time, over: screen.etag ?? "", language: language)
      return .editor(.published(made.drawable))
    case .cancelPlan(let screen):
      let made = try await sync.cancelPlan(screen.id, over: screen.etag ?? "", language: language)
      return .editor(.published(made.drawable))
    case .unpublish(let screen):
      let made = try await sync.unpublish(screen.id, over: screen.etag ?? "", language: language)
      return .editor(.published(made.drawable))
    // `Requests` sends it, as somebody hears how far it is.
    case .putPicture: return nil
    case .whole, .announce, .dismiss, .refresh, .choices, .revisions, .revision:
      return try await look(request, language).map { .editor($0) }
    }
  }

  func keep(_ draft: EditedDraft) -> EditorEvent {
    do {
      guard let member = try store.home(latest: 0).member?.id else { return .notKept(.signedOut) }
      let time = now()
      let row = DraftRow(
        base: Wire.encode(draft.base), content: Wire.encode(draft.screen), savedAt: time,
        generation: draft.generation)
      let other = try store.keep(row, of: draft.base.id.rawValue, by: member)
      if let other, let theirs = EditedDraft(other) { return .keptElsewhere(theirs) }
      return .kept(generation: draft.generation + 1, at: time)
    } catch {
      return .notKept(Trouble(local: error))
    }
  }

  /// What the program had to choose from when the server last told it.
  func keptChoices() -> ContentChoices? {
    // A body that this version cannot read is one that it does not know.
    let body = try? store.document(.contentChoices)
    return body.flatMap { try? Wire.decode(ContentChoices.self, from: $0) }?.drawable
  }

  /// What is kept here of an earlier sitting.
  func keptDraft(of id: Screen.ID) -> EditorEvent {
    guard let member = try? store.home(latest: 0).member?.id,
      let row = try? store.draft(of: id.rawValue, by: member), let draft = EditedDraft(row)
    else { return .nothingKept(id) }
    return opened(draft)
  }

  private func opened(_ draft: EditedDraft) -> EditorEvent {
    var random = SystemRandomNumberGenerator()
    let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
    let seed = (0..<8).map { _ in String(letters[Int.random(in: 0..<31, using: &random)]) }
    return .opened(draft, seed: "b" + seed.joined() + "-")
  }

  /// Saves over what the server had last; when it has something newer by now, that is told.
  private func save(
    _ save: ScreenSave, _ language: Language
  ) async throws(SyncFailure) -> EditorEvent {
    let id = save.theirs.id
    do throws(SyncFailure) {
      let saved = try await sync.save(
        save.content, as: id, over: save.theirs.etag ?? "", language: language
      ).drawable
      return .saved(
        EditedDraft(base: saved, screen: saved.content), mergedWith: save.mergedWith)
    } catch {
      guard error.isStale else { throw error }
      let newest = try await sync.draft(id, language: language).drawable
      return .overtaken(save, by: newest, Trouble(error))
    }
  }
}

extension EditedDraft {
  /// `nil` when it cannot be read any more.
  init?(_ row: DraftRow) {
    guard let base = try? Wire.decode(Screen.self, from: row.base),
      let screen = try? Wire.decode(Screen.self, from: row.content)
    else { return nil }
    self.init(base: base, screen: screen, keptAt: row.savedAt, generation: row.generation)
  }
}
