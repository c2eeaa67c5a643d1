public import Contract
import LocalStore
public import Loyalty
import Synchronization

extension SyncEngine {
  /// Has a one-time code sent.
  ///
  /// - Parameters:
  ///   - phone: E.164.
  ///   - old: whose code is void then.
  public func requestCode(
    phone: String, replacing old: CodeChallenge.ID? = nil, language: Language
  ) async throws(SyncFailure) -> CodeChallenge {
    try await client.post(
      CodeChallenge.self, .requestCode, language, body: CodeRequest(phone: phone, replaces: old))
  }

  /// Signs in with a code; what the member has comes with the next pull.
  public func verify(
    challenge: CodeChallenge.ID, code: String, language: Language
  ) async throws(SyncFailure) {
    // The lock first: a code is good for one use, so the session must have a place to go.
    let lock = try await client.keeper.lock()
    let tokens = try await client.post(
      SessionTokens.self, .verifyCode, language,
      body: CodeVerification(challengeID: challenge, code: code))
    try lock.save(
      Session(
        family: environment.identifier(), member: nil, tokens: tokens, now: environment.machine()))
  }

  /// Signs out: the session and the member's data leave this machine, then the server is told.
  ///
  /// Throws only when something could not be wiped; a server that is not reached ends the session
  /// by itself when its tokens expire.
  public func logOut(language: Language) async throws(SyncFailure) {
    do throws(SyncFailure) {
      try await sendOutbox(language: language)
    } catch {
      // NB: the member wants to go; what could not be sent goes with the rest of their data.
    }
    let lock = try await client.keeper.lock()
    let session = try lock.found()
    try writing.withLock { _ throws(SyncFailure) in
      try lock.clear()
      try storing { () throws(LocalStoreError) in try store.forget() }
    }
    if let session { await client.end(session, language) }
  }
}
