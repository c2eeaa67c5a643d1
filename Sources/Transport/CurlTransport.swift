public import Contract
import Synchronization

/// A server reached by libcurl over TCP, TLS or a Unix socket.
///
/// Neither the library nor the thread exists before the first request. The certificate and the name
/// of a TLS server are always checked.
public final class CurlTransport: Transport {
  public let address: ServerAddress
  private let library: String
  private let state = Mutex(State.new)

  private enum State {
    case new
    case running(CurlEngine)
    case shutDown
  }

  public convenience init(address: ServerAddress) {
    self.init(address: address, library: CurlLibrary.name)
  }

  /// - Parameter library: the name by which the system's loader finds libcurl.
  init(address: ServerAddress, library: String) {
    self.address = address
    self.library = library
  }

  deinit {
    shutdown()
  }

  public func send(
    _ request: Request, limits: TransferLimits
  ) async throws(TransportError) -> Response {
    try RequestHead.check(request)
    return try await engine().send(
      Exchange(address: address, request: request, limits: limits))
  }

  public func send(
    _ request: Request, limits: TransferLimits, sent: @escaping @Sendable (Int) -> Void
  ) async throws(TransportError) -> Response {
    try RequestHead.check(request)
    return try await engine().send(
      Exchange(address: address, request: request, limits: limits, sent: sent))
  }

  public func stream(
    _ request: Request, limits: TransferLimits, receive: @escaping @Sendable ([UInt8]) -> Void
  ) async throws(TransportError) -> Response {
    try RequestHead.check(request)
    return try await engine().send(
      Exchange(address: address, request: request, limits: limits, receive: receive))
  }

  public func shutdown() {
    let engine = state.withLock { state -> CurlEngine? in
      defer { state = .shutDown }
      if case .running(let engine) = state { return engine }
      return nil
    }
    engine?.close(.cancelled)
  }

  private func engine() throws(TransportError) -> CurlEngine {
    let found = state.withLock { state -> Result<CurlEngine, TransportError> in
      switch state {
      case .running(let engine): return .success(engine)
      case .shutDown: return .failure(.cancelled)
      case .new:
        guard let engine = CurlEngine.start(library: library) else {
          return .failure(TransportError(.unsupported, log: "no thread could be started"))
        }
        state = .running(engine)
        return .success(engine)
      }
    }
    return try found.get()
  }
}
