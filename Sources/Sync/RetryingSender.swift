import Contract
import HTTPTypes
import Loyalty
import Transport

/// Sends routes with the headers that every request carries, and again when that may help.
struct RetryingSender: Sendable {
  let transport: any Transport
  let environment: SyncEnvironment
  /// `Major.Minor.Patch`.
  let version: String

  func send(_ call: Call, token: String?) async throws(SyncFailure) -> Response {
    let request = request(for: call, token: token)
    let repeatability = RetryPolicy.Repeatability(call.route)
    var attempt = 1
    while true {
      let outcome = await outcome(of: request, call)
      let wait = RetryPolicy.wait(
        after: outcome, attempt: attempt, repeatability, random: environment.random())
      guard let wait else {
        switch outcome {
        case .success(let response): return response
        case .failure(let error): throw SyncFailure(error)
        }
      }
      await environment.wait(wait)
      guard !Task.isCancelled else { throw .cancelled }
      attempt += 1
    }
  }

  /// Once: whoever follows a stream knows better when to come back.
  func stream(
    _ call: Call, token: String?, receive: @escaping @Sendable ([UInt8]) -> Void
  ) async throws(SyncFailure) -> Response {
    do throws(TransportError) {
      return try await transport.stream(
        request(for: call, token: token), limits: .endless, receive: receive
      ).withSecondsToWait(now: environment.machine())
    } catch {
      throw SyncFailure(error)
    }
  }

  private func outcome(
    of request: Request, _ call: Call
  ) async -> Result<Response, TransportError> {
    do throws(TransportError) {
      let response =
        if let sent = call.sent {
          try await transport.send(request, limits: call.limits, sent: sent)
        } else {
          try await transport.send(request, limits: call.limits)
        }
      return .success(response.withSecondsToWait(now: environment.machine()))
    } catch {
      return .failure(error)
    }
  }

  /// One request for all tries: the same names for the same attempt of the member.
  private func request(for call: Call, token: String?) -> Request {
    var fields: HTTPFields = [
      .acceptLanguage: call.language.rawValue,
      .originRequestID: environment.identifier(),
      .clientVersion: version,
      .userAgent: environment.agent,
    ]
    fields[.ifMatch] = call.ifMatch
    fields[.contentType] = call.contentType
    fields[.lastEventID] = call.lastEventID
    fields.bearerToken = token
    if call.route.needsIdempotencyKey {
      fields[.idempotencyKey] = call.key ?? environment.identifier()
    }
    return call.route.request(body: call.body, fields: fields)
  }
}

/// One thing asked of the server.
struct Call: Sendable {
  var route: Route
  var language: Language
  var body: [UInt8] = []
  /// Names an attempt that was begun by an earlier call.
  var key: String?
  /// Where a stream of events is to go on.
  var lastEventID: String?
  /// Entity tag of what is to be changed.
  var ifMatch: String?
  /// Of the body, where the route takes several.
  var contentType: String?
  /// Hears how many bytes of the body have gone out; when it is sent again, from the beginning.
  var sent: (@Sendable (Int) -> Void)?

  fileprivate var limits: TransferLimits {
    if route == .export { return .long }
    if case .putPicture = route { return .sending }
    return TransferLimits()
  }
}
