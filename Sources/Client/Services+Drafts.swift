import App
import Content
import Contract
import Loyalty
import Sync

extension Services {
  /// Screens of the list.
  private static let mostDrafts = 500

  /// What is asked of the list of screens; nothing of it is kept here.
  func ask(_ effect: DraftsEffect, _ language: Language) async throws(SyncFailure) -> Event {
    switch effect {
    case .load:
      do throws(SyncFailure) {
        let screens = try await sync.drafts(language: language)
        return .drafts(.loaded(screens.prefix(Services.mostDrafts).map(\.drawable)))
      } catch {
        guard error != .signedOut else { throw error }
        return .drafts(.notLoaded(Trouble(error)))
      }
    case .create(let content, let known):
      let key = known ?? Services.freshKey()
      do throws(SyncFailure) {
        let screen = try await sync.create(content, key: key, language: language)
        return .drafts(.created(screen.drawable))
      } catch {
        return try failed(error, key: key)
      }
    case .delete(let screen):
      do throws(SyncFailure) {
        try await sync.delete(screen.id, over: screen.etag ?? "", language: language)
        return .drafts(.deleted(screen.id))
      } catch {
        return try failed(error, key: nil)
      }
    }
  }

  /// An answer, whatever it says, ends the attempt.
  private func failed(_ failure: SyncFailure, key: String?) throws(SyncFailure) -> Event {
    guard failure != .signedOut else { throw failure }
    guard case .problem(let problem) = failure else {
      return .drafts(.failed(Trouble(failure), details: [], key: key))
    }
    let details = problem.errors.prefix(3).map { Loyalty.cleaned($0.message, limit: 200) }
    return .drafts(.failed(Trouble(failure), details: details, key: nil))
  }

  private static func freshKey() -> String {
    let half = { String(UInt64.random(in: .min ... .max), radix: 16) }
    return "\(half())-\(half())"
  }
}
