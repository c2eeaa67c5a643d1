import App
import Content
import Contract
import LocalStore
import Loyalty
import Sync

extension Services {
  /// Screens of the list.
  private static let mostDrafts = 500

  /// What is asked of the list of screens; nothing of it is kept here.
  func ask(_ request: DraftsRequest, _ language: Language) async throws(SyncFailure) -> DraftsEvent
  {
    switch request {
    case .list:
      do throws(SyncFailure) {
        let screens = try await sync.drafts(language: language)
        return .loaded(screens.prefix(Services.mostDrafts).map(\.drawable), kept: keptDrafts())
      } catch {
        guard error != .signedOut else { throw error }
        return .notLoaded(Trouble(error), kept: keptDrafts())
      }
    case .create(let content, let known):
      let key = known ?? Services.freshKey()
      do throws(SyncFailure) {
        let screen = try await sync.create(content, key: key, language: language)
        return .created(screen.drawable)
      } catch {
        return try failed(error, key: key)
      }
    case .delete(let screen):
      do throws(SyncFailure) {
        try await sync.delete(screen.id, over: screen.etag ?? "", language: language)
        if let member = try? store.home(latest: 0).member?.id {
          try? store.forgetDraft(of: screen.id.rawValue, by: member)
        }
        return .deleted(screen.id)
      } catch {
        return try failed(error, key: nil)
      }
    }
  }

  /// What this member has changed and the server has not.
  private func keptDrafts() -> [KeptDraft] {
    guard let member = try? store.home(latest: 0).member?.id,
      let rows = try? store.drafts(by: member)
    else { return [] }
    return rows.prefix(Services.mostDrafts).compactMap { row in
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
