public import Contract

/// The way to the server: a request in, its whole answer out.
///
/// It knows nothing of routes, sessions or retries: one call is one exchange.
public protocol Transport: Sendable {
  /// Ends at once with `.cancelled` when the task is cancelled.
  func send(
    _ request: Request, limits: TransferLimits
  ) async throws(TransportError) -> Response

  /// Cancels what is under way and refuses what comes later.
  func shutdown()
}

extension Transport {
  public func send(_ request: Request) async throws(TransportError) -> Response {
    try await send(request, limits: TransferLimits())
  }
}

/// How long one exchange may take and how much it may bring.
public struct TransferLimits: Hashable, Sendable {
  /// Until there is a connection, name lookup and TLS included.
  public var connect: Duration
  /// For the whole exchange, from the moment it leaves the queue.
  public var total: Duration
  /// Without a single byte.
  public var stall: Duration
  /// Bytes of the answer's body after decompression.
  public var body: Int

  public init(
    connect: Duration = .seconds(5), total: Duration = .seconds(15), stall: Duration = .seconds(10),
    body: Int = 8 << 20
  ) {
    self.connect = connect
    self.total = total
    self.stall = stall
    self.body = body
  }
}
