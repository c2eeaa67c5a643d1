import Contract
import LocalStore
public import Loyalty
import Synchronization

extension SyncEngine {
  /// Asks in one request for what changed: the program, and for a member all that is theirs.
  ///
  /// What arrived is kept even when something else failed; the first failure is thrown at the end.
  @discardableResult
  public func pull(language: Language) async throws(SyncFailure) -> PullSummary {
    let session = try sessions.found()
    if let member = session?.member { try forgetOthers(than: member) }
    let pull = Pull(engine: self, family: session?.family, language: language)
    let isNew = session != nil && session?.member == nil
    // What waits goes first, so that what comes then has it.
    let sent = await sendOutbox(isNew, language)
    var summary = try await pull.changes(isNew: isNew)
    let refusals = try sent.get()
    summary.refusals = refusals
    return summary
  }

  /// A failure does not keep the rest from coming; of a new session nobody knows yet whose it is.
  private func sendOutbox(
    _ isNew: Bool, _ language: Language
  ) async -> Result<[OutboxRefusal], SyncFailure> {
    guard !isNew else { return .success([]) }
    do throws(SyncFailure) {
      return .success(try await sendOutbox(language: language))
    } catch {
      return .failure(error)
    }
  }

  /// Brings the next older page of the ledger into the store.
  ///
  /// - Returns: `false` when the whole ledger is in the store.
  public func loadOlder(language: Language) async throws(SyncFailure) -> Bool {
    guard let session = try sessions.found() else { throw .signedOut }
    let pull = Pull(engine: self, family: session.family, language: language)
    return try await pull.older()
  }

  /// What is stored of another member goes before anything of this one comes.
  private func forgetOthers(than member: Member.ID) throws(SyncFailure) {
    try writing.withLock { _ throws(SyncFailure) in
      let stored = try storing { () throws(LocalStoreError) in try store.home(latest: 0).member?.id
      }
      guard let stored, stored != member else { return }
      try storing { () throws(LocalStoreError) in try store.forget() }
    }
  }
}
