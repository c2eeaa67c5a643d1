import App
import Loyalty
import Sync

extension Services {
  /// Listens to the server until that makes no sense any more.
  ///
  /// - Parameter deliver: called on another thread.
  /// - Returns: what the app has to know about the end, if anything.
  func follow(language: Language, deliver: @escaping @Sendable (Event) -> Void) async -> Event? {
    do throws(SyncFailure) {
      try await sync.follow(language: language) { deliver(.news) }
      // The server has no events: the app lives by asking, as before.
      return nil
    } catch {
      return error == .cancelled ? nil : .unfollowed
    }
  }
}
