public import Content
import Loyalty
import Sync

extension ContentExchange {
  /// The revisions of a screen, newest first.
  public func revisions(_ slug: String) async throws(ContentFailure) -> [ScreenRevision] {
    let screen = try await screen(slug)
    do throws(SyncFailure) {
      return try await sync.revisions(of: screen.id, language: language)
    } catch {
      throw ContentFailure(error)
    }
  }

  /// Makes the content of an old revision the newest one.
  ///
  /// - Parameter number: as `revisions` tells it.
  public func revert(_ slug: String, to number: Int) async throws(ContentFailure) -> ContentStep {
    let screen = try await screen(slug)
    let all = try await revisions(slug)
    guard let revision = all.first(where: { $0.number == number }) else {
      throw .noRevision(slug, number)
    }
    do throws(SyncFailure) {
      let made = try await sync.revert(
        screen.id, to: revision.id, over: screen.etag ?? "", language: language)
      return ContentStep(.saved(revision: made.revision), made.slug)
    } catch {
      throw ContentFailure(error)
    }
  }

  private func screen(_ slug: String) async throws(ContentFailure) -> Screen {
    let all = try await drafts()
    guard let screen = all.first(where: { $0.slug == slug }) else {
      throw .unknown(slug, nearest: nearest(slug, among: all.map(\.slug).sorted()))
    }
    return screen
  }
}
