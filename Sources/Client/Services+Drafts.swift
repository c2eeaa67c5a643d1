import App
import Content
import Contract
import LocalStore
import Loyalty
import Sync

extension Services {
  func ask(_ request: DraftsRequest, _ language: Language) async throws(SyncFailure) -> [Event] {
    switch request {
    case .list:
      let screens = try await sync.drafts(language: language)
      let all = screens.body.cleaned.data
      let shown = screens.isStored ? [] : [Event.drafts(.loaded(all, kept: keptDrafts()))]
      return shown + [.drafts(.listed)]
    case .create(let content, let known):
      let key = known ?? Services.freshKey()
      do throws(SyncFailure) {
        let screen = try await sync.create(content, key: key, language: language)
        return [.drafts(.created(screen.id))]
      } catch {
        return [.drafts(try failed(error, key: key))]
      }
    case .delete(let screen):
      do throws(SyncFailure) {
        try await sync.delete(screen.id, over: screen.etag ?? "", language: language)
        if let member = try? store.home(latest: 0).member?.id {
          try? store.forgetDraft(of: screen.id.rawValue, by: member)
        }
        return [.drafts(.deleted)]
      } catch {
        return [.drafts(try failed(error, key: nil))]
      }
    }
  }

  /// The list as the server last told it, and what is kept here.
  func drafts() throws -> DraftsEvent {
    .loaded(try document(Page<Screen>.self, .drafts)?.data, kept: keptDrafts())
  }

  /// What this member has changed and the server has not.
  private func keptDrafts() -> [KeptDraft] {
    guard let member = try? store.home(latest: 0).member?.id,
      let rows = try? store.drafts(by: member)
    else { return [] }
    return rows.prefix(Screen.longestList).compactMap { row in
      EditedDraft(row).map { draft in
        var screen = draft.base
        screen.members["title"] = draft.screen.members["title"]
        screen.blocks = []
        return KeptDraft(screen: screen.drawable, at: row.savedAt)
      }
    }
  }

  private func failed(_ failure: SyncFailure, key: String?) throws(SyncFailure) -> DraftsEvent {
    guard failure != .signedOut else { throw failure }
    var details: [String] = []
    if case .problem(let problem) = failure {
      details = problem.errors.prefix(3).map { Loyalty.cleaned($0.message, limit: 200) }
    }
    return .failed(Trouble(failure), details: details, key: key)
  }

  private static func freshKey() -> String {
    let half = { String(UInt64.random(in: .min ... .max), radix: 16) }
    return "\(half())-\(half())"
  }
}
