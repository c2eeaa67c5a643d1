import Contract
import HTTPTypes
import Loyalty
import Transport

/// The way of one window to a server, through air that can be cut.
struct AirTransport: Transport {
  private let inner: any Transport
  private let air: Air
  private let window: String
  /// Which of the window's apps it is for.
  private let app: Int

  init(_ inner: any Transport, through air: Air, window: String) {
    self.inner = inner
    self.air = air
    self.window = window
    app = air.app(of: window)
  }

  func send(
    _ request: Request, limits: TransferLimits
  ) async throws(TransportError) -> Response {
    try await pass(request) { () async throws(TransportError) in
      try await inner.send(request, limits: limits)
    }
  }

  func send(
    _ request: Request, limits: TransferLimits, sent: @escaping @Sendable (Int) -> Void
  ) async throws(TransportError) -> Response {
    try await pass(request) { () async throws(TransportError) in
      try await inner.send(request, limits: limits, sent: sent)
    }
  }

  func stream(
    _ request: Request, limits: TransferLimits, receive: @escaping @Sendable ([UInt8]) -> Void
  ) async throws(TransportError) -> Response {
    let (inner, air) = (inner, air)
    return try await pass(request) { () async throws(TransportError) in
      let cut = Cut()
      let stream = air.begin(cut, of: window)
      defer { air.end(stream) }
      // What was cut before it was noted.
      guard air.carries(app, of: window) else { throw AirTransport.silence }
      let result = await withTaskGroup(of: Result<Response, TransportError>.self) { group in
        group.addTask {
          do throws(TransportError) {
            return .success(try await inner.stream(request, limits: limits, receive: receive))
          } catch {
            return .failure(error)
          }
        }
        group.addTask {
          await cut.wait()
          return .failure(AirTransport.silence)
        }
        let first = await group.next()
        group.cancelAll()
        return first ?? .failure(AirTransport.silence)
      }
      return try result.get()
    }
  }

  func shutdown() { inner.shutdown() }

  private func pass(
    _ request: Request, _ work: () async throws(TransportError) -> Response
  ) async throws(TransportError) -> Response {
    let start = ContinuousClock.now
    var status: Int?
    var traceID: String?
    defer { tell(request, status, traceID, since: start) }
    guard air.carries(app, of: window) else { throw AirTransport.silence }
    let response = try await work()
    // An answer to one who has gone is none.
    guard air.carries(app, of: window) else { throw AirTransport.silence }
    status = response.status.code
    traceID = HTTPField.Name("X-Request-Id").flatMap { response.fields[$0] }
    return response
  }

  private func tell(
    _ request: Request, _ status: Int?, _ traceID: String?, since start: ContinuousClock.Instant
  ) {
    guard let listener = air.listener else { return }
    let path = request.target.prefix { $0 != "?" }
    let time = (ContinuousClock.now - start).components
    listener(
      SentRequest(
        window: window, method: request.method.rawValue, path: String(path), status: status,
        traceID: traceID,
        milliseconds: Int(time.seconds * 1000 + time.attoseconds / 1_000_000_000_000_000)))
  }

  private static let silence = TransportError(.offline(.unreachable), log: "airplane mode")
}

/// A request that has left a window, and what came of it.
public struct SentRequest: Sendable {
  public var window: String
  public var method: String
  /// Without its query.
  public var path: String
  /// `nil` when there was no answer.
  public var status: Int?
  /// By which the server's log names it.
  public var traceID: String?
  public var milliseconds: Int
}
