import Contract
import HTTPTypes
import InProcess
import Synchronization
import Transport

/// The line between client and server: it notes what passes, and may answer instead of the server.
final class Line: Transport {
  enum Answer: Sendable {
    case response(Response)
    case failure(TransportError.Kind)
  }

  /// `nil` lets the server answer.
  typealias Rule = @Sendable (Request) async -> Answer?

  struct Exchange: Sendable, CustomStringConvertible {
    var request: Request
    var limits: TransferLimits
    /// `nil` when there was no answer.
    var status: Int?

    var path: String { String(request.target.prefix { $0 != "?" }) }
    var description: String {
      "\(request.method.rawValue) \(path) \(status.map(String.init) ?? "-")"
    }
  }

  private let server: HandlerTransport
  private let state = Mutex((rule: Rule?.none, exchanges: [Exchange]()))

  init(_ respond: @escaping @Sendable (Request) async -> Response) {
    server = HandlerTransport(respond)
  }

  /// From now on asks the rule first.
  func answer(by rule: Rule?) {
    state.withLock { $0.rule = rule }
  }

  /// Answers one path alone; the others are the server's.
  func answer(_ route: Route, _ answer: @escaping @Sendable (Request) async -> Answer?) {
    self.answer { request in
      request.target.prefix { $0 != "?" } == route.template ? await answer(request) : nil
    }
  }

  /// What has passed since the last call, in the order of the ends.
  func take() -> [Exchange] {
    state.withLock { state in
      defer { state.exchanges = [] }
      return state.exchanges
    }
  }

  func send(
    _ request: Request, limits: TransferLimits
  ) async throws(TransportError) -> Response {
    var exchange = Exchange(request: request, limits: limits, status: nil)
    defer { state.withLock { [exchange] in $0.exchanges.append(exchange) } }
    let rule = state.withLock(\.rule)
    let response =
      switch await rule?(request) {
      case .response(let response):
        try await HandlerTransport { _ in response }.send(request, limits: limits)
      case .failure(let kind): throw TransportError(kind, log: "as the test wants")
      case nil: try await server.send(request, limits: limits)
      }
    exchange.status = response.status.code
    return response
  }

  func shutdown() {
    server.shutdown()
  }
}

extension [Line.Exchange] {
  /// Sorted: requests at the same time end in any order.
  var summary: [String] { map(\.description).sorted() }

  func count(of route: Route) -> Int {
    count { $0.path == route.template }
  }
}
