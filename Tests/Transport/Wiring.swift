import Contract
import Foundation
import InProcess
import Transport

/// The ways to a server that must not differ in anything that a caller sees.
enum Wiring: CaseIterable {
  case inProcess
  case tcp
  case unixSocket

  /// Runs `body` with a transport to a server that answers by the function.
  func serve(
    _ respond: @escaping @Sendable (Request) -> Response,
    _ body: (any Transport) async throws -> Void
  ) async throws {
    switch self {
    case .inProcess:
      try await body(HandlerTransport { respond($0) })
    case .tcp:
      try await serveBadly {
        .response(respond($0))
      } _: {
        try await body($0)
      }
    case .unixSocket:
      let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).sock"
      let server = try BareServer(at: .unixSocket(path)) { .response(respond($0)) }
      defer {
        server.stop()
        unlink(path)
      }
      try await body(CurlTransport(address: .unixSocket(path: path)))
    }
  }
}

/// Runs `body` with a transport over TCP to a server that may misbehave.
func serveBadly(
  _ respond: @escaping @Sendable (Request) -> BareServer.Answer,
  _ body: (CurlTransport) async throws -> Void
) async throws {
  let server = try BareServer(at: .tcp, respond: respond)
  defer { server.stop() }
  try await body(CurlTransport(address: try ServerAddress("http://127.0.0.1:\(server.port)")))
}
