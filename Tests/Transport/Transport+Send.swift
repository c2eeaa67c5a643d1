import Contract
import Transport

extension Transport {
  /// With the limits that a client has when it names none.
  func send(_ request: Request) async throws(TransportError) -> Response {
    try await send(request, limits: TransferLimits())
  }
}
