import Contract
import LocalStore
public import Loyalty
import Synchronization

extension SyncEngine {
  /// Asks for what may have changed: the program, and for a member all that the home screen shows.
  ///
  /// What arrived is kept even when something else failed; the first failure is thrown at the end.
  @discardableResult
  public func pull(language: Language) async throws(SyncFailure) -> PullSummary {
    let session = try sessions.found()
    let pull = Pull(engine: self, family: session?.family, language: language)
    var report = PullReport()
    switch session {
    case nil:
      report.add(await pull.all([.program]))
    case let session? where session.member == nil:
      // No data of two members must mix: first whose session this is, then what they have.
      report.add(await pull.all([.program, .member]))
      if report.failures[.member] == nil {
        await sendOutbox(into: &report, language)
        report.add(
          await pull.all(Resource.allCases.filter { $0 != .program && $0 != .member }))
      }
    case let session?:
      try forgetOthers(than: session.member)
      await sendOutbox(into: &report, language)
      report.add(await pull.all(Resource.allCases))
    }
    if let failure = report.failure { throw failure }
    return report.summary
  }

  /// What waits goes first, so that what is asked for then has it; a failure does not keep the rest
  /// from coming.
  private func sendOutbox(into report: inout PullReport, _ language: Language) async {
    do throws(SyncFailure) {
      report.add(refusal: try await sendOutbox(language: language))
    } catch {
      report.add(outboxFailure: error)
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
  private func forgetOthers(than member: Member.ID?) throws(SyncFailure) {
    try writing.withLock { _ throws(SyncFailure) in
      let stored = try storing { () throws(LocalStoreError) in try store.home(latest: 0).member?.id
      }
      guard let stored, stored != member else { return }
      try storing { () throws(LocalStoreError) in try store.forget() }
    }
  }
}
