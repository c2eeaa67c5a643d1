import App
import Content
import Contract
import Loyalty
import Sync

/// What the editor asks the server without changing anything: whatever comes of it, a save that is
/// under way goes on.
extension Services {
  func look(
    _ request: EditorRequest, _ language: Language
  ) async throws(SyncFailure) -> EditorEvent? {
    do throws(SyncFailure) {
      switch request {
      case .whole(let id): return .wholeLoaded(try await published(id, language))
      case .choices:
        let choices = try await sync.contentChoices(language: language)
        return choices.isStored ? nil : .choicesLoaded(choices.body.drawable)
      case .revisions(let id):
        let all = try await sync.revisions(of: id, language: language)
        return .revisionsLoaded(all.prefix(500).map(\.drawable))
      case .revision(let id):
        return .revisionLoaded(try await sync.revision(id, language: language).drawable)
      case .refresh(let id):
        return .refreshed(try await sync.draft(id, language: language).drawable)
      case .announce(let id, let block): return try await announce(id, at: block, language)
      case .dismiss(let id): try await sync.dismiss(from: id, language: language)
      case .open, .save, .publish, .unpublish, .cancelPlan, .revert, .putPicture: break
      }
    } catch {
      guard error != .signedOut else { throw error }
      if request.wasAskedFor { return .notBrought(Trouble(error)) }
    }
    // Of what the program does by itself a failure is nothing that somebody has to know: it tries
    // again, and who cannot say that they have left is forgotten by the server in a while.
    return nil
  }

  /// Says where this member is, and hears who else is there.
  private func announce(
    _ id: Screen.ID, at block: Block.ID?, _ language: Language
  ) async throws(SyncFailure) -> EditorEvent {
    let answer = try await sync.announce(Presence(block: block), in: id, language: language)
    let others = answer.editors.prefix(20).map {
      Colleague(name: Loyalty.cleaned($0.author.name, limit: 60), block: $0.block)
    }
    return .met(id, others, etag: answer.etag)
  }

  /// All that is published of a screen, whoever it is for; of one that never was, what is edited.
  private func published(_ id: Screen.ID, _ language: Language) async throws(SyncFailure) -> Screen
  {
    let newest = try await sync.draft(id, language: language).drawable
    guard let number = newest.publishedRevision, number != newest.revision else { return newest }
    let revisions = try await sync.revisions(of: id, language: language)
    guard let revision = revisions.first(where: { $0.number == number }),
      var screen = try await sync.revision(revision.id, language: language).drawable.content
    else { return newest }
    screen.members["id"] = .string(id.rawValue)
    return screen
  }
}

extension EditorRequest {
  /// Whether a person waits for it.
  fileprivate var wasAskedFor: Bool {
    switch self {
    case .refresh, .announce, .dismiss, .choices: false
    case .open, .whole, .save, .publish, .unpublish, .cancelPlan, .revisions, .revision, .revert,
      .putPicture:
      true
    }
  }
}

extension ContentChoices {
  /// Names that are shown; longer lists are none.
  private static let longest = 500

  /// With names that may be drawn; one that may not cannot be chosen.
  var drawable: ContentChoices {
    func clean(_ names: [String]) -> [String] {
      names.prefix(ContentChoices.longest).filter {
        !$0.isEmpty && $0 == Loyalty.cleaned($0, limit: 100)
      }
    }
    return ContentChoices(
      tiers: clean(tiers), segments: clean(segments),
      timeZone: Loyalty.cleaned(timeZone, limit: 60),
      zone: Zone(initialOffset: zone.initialOffset, changes: Array(zone.changes.prefix(200))))
  }
}

extension ScreenRevision {
  /// With texts that may be drawn.
  fileprivate var drawable: ScreenRevision {
    var revision = self
    revision.author.name = Loyalty.cleaned(author.name, limit: 60)
    revision.content = content?.drawable
    return revision
  }
}
