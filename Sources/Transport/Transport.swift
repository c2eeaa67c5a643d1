public import Contract
import HTTPTypes

/// The way to the server: a request in, its whole answer out.
///
/// It knows nothing of routes, sessions or retries: one call is one exchange.
public protocol Transport: Sendable {
  /// Ends at once with `.cancelled` when the task is cancelled.
  func send(
    _ request: Request, limits: TransferLimits
  ) async throws(TransportError) -> Response

  /// Like `send`, and tells, on any thread, how many bytes of the body have gone out so far.
  func send(
    _ request: Request, limits: TransferLimits, sent: @escaping @Sendable (Int) -> Void
  ) async throws(TransportError) -> Response

  /// Like `send`, but a good answer's body (2xx) is handed over as it comes, on any thread, and
  /// the answer at the end has none; `limits.body` counts for any other answer.
  func stream(
    _ request: Request, limits: TransferLimits, receive: @escaping @Sendable ([UInt8]) -> Void
  ) async throws(TransportError) -> Response

  /// Cancels what is under way and refuses what comes later.
  func shutdown()
}

extension Transport {
  /// In one piece: for transports that send bodies whole.
  public func send(
    _ request: Request, limits: TransferLimits, sent: @escaping @Sendable (Int) -> Void
  ) async throws(TransportError) -> Response {
    let response = try await send(request, limits: limits)
    sent(request.body.count)
    return response
  }

  /// In one piece: for transports that get answers whole.
  public func stream(
    _ request: Request, limits: TransferLimits, receive: @escaping @Sendable ([UInt8]) -> Void
  ) async throws(TransportError) -> Response {
    var response = try await send(request, limits: limits)
    guard response.status.kind == .successful else { return response }
    receive(response.body)
    response.body = []
    return response
  }
}

/// How long one exchange may take and how much it may bring.
public struct TransferLimits: Equatable, Sendable {
  /// Until there is a connection, name lookup and TLS included.
  public var connect: Duration
  /// For the whole exchange, from the moment it leaves the queue; `nil` is for ever.
  public var total: Duration?
  /// Without a single byte; `nil` is for ever.
  public var stall: Duration?
  /// Bytes of the answer's body after decompression.
  public var body: Int

  public init(
    connect: Duration = .seconds(5), total: Duration? = .seconds(15),
    stall: Duration? = .seconds(10), body: Int = 8 << 20
  ) {
    self.connect = connect
    self.total = total
    self.stall = stall
    self.body = body
  }

  /// For an answer that ends when somebody hangs up; who reads it has to notice a silence.
  public static let endless = TransferLimits(total: nil, stall: nil, body: 64 << 10)

  /// For all that a server keeps about a member: 100,000 lines of a history are 54 MB, and it puts
  /// them together before the first byte.
  public static let long = TransferLimits(
    total: .seconds(600), stall: .seconds(120), body: 512 << 20)

  /// For half a megabyte that goes out on a slow line.
  public static let sending = TransferLimits(total: .seconds(300), stall: .seconds(20))

  /// Whether nothing but the other end, or us, ends the exchange.
  var isEndless: Bool { total == nil && stall == nil }
}
