import Contract
import HTTPTypes
import Loyalty

/// Hands out access tokens that work, and renews them once for all who ask.
///
/// A refresh token is good for one use. It is only sent under the session file's lock and after a
/// look at what another process may have written, and never given up halfway.
actor SessionKeeper {
  /// Longer than another process can take for a renewal.
  static let longestWait: Int64 = 60

  let file: SessionFile
  private let sender: RetryingSender
  private var renewal: Task<Result<Session, SyncFailure>, Never>?

  init(file: SessionFile, sender: RetryingSender) {
    self.file = file
    self.sender = sender
  }

  /// The session, renewed first when its access token is about to end.
  func session(_ language: Language) async throws(SyncFailure) -> Session {
    guard let session = try file.found() else { throw .signedOut }
    guard session.isStale(at: sender.environment.machine()) else { return session }
    return try await renewed(session.accessToken, language)
  }

  /// A session whose access token is another than the one that does not work.
  func renewed(_ failedToken: String, _ language: Language) async throws(SyncFailure) -> Session {
    if let renewal { return try await renewal.value.get() }
    // NB: a task of its own: who asks may be cancelled while new tokens are on their way.
    let task = Task(executorPreference: sender.environment.executor) {
      await self.renew(failedToken, language)
    }
    renewal = task
    return try await task.value.get()
  }

  /// The right to change the session's file.
  func lock() async throws(SyncFailure) -> SessionLock {
    let environment = sender.environment
    let end = environment.machine().adding(seconds: SessionKeeper.longestWait)
    while environment.machine() < end {
      if let lock = try file.lockIfFree() { return lock }
      // NB: waiting in a cancelled task takes no time.
      guard !Task.isCancelled else { throw .cancelled }
      await environment.wait(.milliseconds(10) + .milliseconds(20) * environment.random())
    }
    throw .store(
      "another process does not let go of the session", StorageProblem(file.path, .busy))
  }

  private func renew(
    _ failedToken: String, _ language: Language
  ) async -> Result<Session, SyncFailure> {
    defer { renewal = nil }
    do throws(SyncFailure) {
      let lock = try await lock()
      guard let session = try lock.found() else { throw .signedOut }
      guard session.accessToken == failedToken else { return .success(session) }
      // Proves that the disk takes what the server is about to replace.
      try lock.save(session)
      guard let tokens = try await tokens(for: session, language) else {
        try lock.clear()
        throw .signedOut
      }
      let renewed = session.refreshed(with: tokens, now: sender.environment.machine())
      try lock.save(renewed)
      return .success(renewed)
    } catch {
      return .failure(error)
    }
  }

  /// - Returns: `nil` when the server refuses the refresh token.
  func tokens(
    for session: Session, _ language: Language
  ) async throws(SyncFailure) -> SessionTokens? {
    let body = Wire.encode(RefreshRequest(refreshToken: session.refreshToken))
    let call = Call(route: .refreshSession, language: language, body: body)
    let response = try await sender.send(call, token: nil)
    if response.status == .unauthorized { return nil }
    return try response.body(SessionTokens.self)
  }
}
