import LocalStore
public import Loyalty
import Synchronization

extension SyncEngine {
  /// Ends the session on the server, and only then takes it and the member's data off this machine:
  /// nothing is left here that could end it later.
  ///
  /// - Returns: whether the server has heard of it.
  public func forget(language: Language) async throws(SyncFailure) -> Bool {
    do throws(SyncFailure) {
      try await sendOutbox(language: language)
    } catch {
      // NB: what could not be sent goes with the rest, as the person was told.
    }
    let lock = try await client.keeper.lock()
    let session = try lock.found()
    var isEnded = true
    if let session { isEnded = await client.end(session, language) }
    try writing.withLock { _ throws(SyncFailure) in
      try lock.clear()
      try storing { () throws(LocalStoreError) in try store.forget() }
    }
    return isEnded
  }
}
