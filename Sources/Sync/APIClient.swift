import Contract
import HTTPTypes
import Loyalty

/// Asks the server as the member who is signed in.
struct APIClient: Sendable {
  let sender: RetryingSender
  let keeper: SessionKeeper

  func get<Body: Decodable & Sendable>(
    _ type: Body.Type, _ route: Route, _ language: Language
  ) async throws(SyncFailure) -> Body {
    try await send(Call(route: route, language: language)).body(type)
  }

  func post<Body: Decodable & Sendable>(
    _ type: Body.Type, _ route: Route, _ language: Language, body: some Encodable
  ) async throws(SyncFailure) -> Body {
    try await send(Call(route: route, language: language, body: Wire.encode(body))).body(type)
  }

  /// The server's answer, whatever it is; a session that has run out is renewed once.
  func send(_ call: Call) async throws(SyncFailure) -> Response {
    guard try isSigned(call.route) else { return try await sender.send(call, token: nil) }
    let session = try await keeper.session(call.language)
    let response = try await sender.send(call, token: session.accessToken)
    guard response.status == .unauthorized else { return response }
    let renewed = try await keeper.renewed(session.accessToken, call.language)
    return try await sender.send(call, token: renewed.accessToken)
  }

  /// The same for an answer that comes in pieces for as long as it lasts.
  func stream(
    _ call: Call, receive: @escaping @Sendable ([UInt8]) -> Void
  ) async throws(SyncFailure) -> Response {
    guard try isSigned(call.route) else {
      return try await sender.stream(call, token: nil, receive: receive)
    }
    let session = try await keeper.session(call.language)
    let response = try await sender.stream(call, token: session.accessToken, receive: receive)
    guard response.status == .unauthorized else { return response }
    let renewed = try await keeper.renewed(session.accessToken, call.language)
    return try await sender.stream(call, token: renewed.accessToken, receive: receive)
  }

  /// Whether the request goes out in somebody's name.
  private func isSigned(_ route: Route) throws(SyncFailure) -> Bool {
    if route.needsSession { return true }
    guard route.acceptsSession else { return false }
    return try keeper.file.found() != nil
  }

  /// Ends a session on the server if that can be done now.
  ///
  /// - Returns: whether it is known to have ended.
  @discardableResult
  func end(_ session: Session, _ language: Language) async -> Bool {
    do throws(SyncFailure) {
      var token = session.accessToken
      if session.isStale(at: sender.environment.machine()),
        let tokens = try await keeper.tokens(for: session, language)
      {
        token = tokens.accessToken
      }
      let call = Call(route: .endSession, language: language)
      let response = try await sender.send(call, token: token)
      // A session that the server does not know has ended otherwise.
      return response.status == .noContent || response.status == .unauthorized
    } catch {
      // Best effort: nothing on this machine knows the tokens any more, and they expire.
      return false
    }
  }
}
