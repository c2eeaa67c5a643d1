import Contract
import Hummingbird
import NIOCore
import Server

/// Carries requests from Hummingbird to the server and answers back; it decides nothing else.
struct Adapter: HTTPResponder {
  typealias Context = BasicRequestContext

  /// Largest body that is read, in bytes.
  static let largestBody = 1 << 20

  let server: LoyaltyServer

  func respond(
    to request: Hummingbird.Request, context: BasicRequestContext
  ) async throws -> Hummingbird.Response {
    var asked = Contract.Request(
      method: request.method, target: request.head.path ?? "", fields: request.headers)
    guard let body = try await read(request) else {
      let problem = Problem(.bodyTooLarge, in: asked.fields.language())
      return answer(Contract.Response(problem, to: asked), to: asked)
    }
    asked.body = body
    return answer(await server.respond(to: asked), to: asked)
  }

  /// The whole body, `nil` when it is too large; Hummingbird then throws the rest away unseen.
  private func read(_ request: Hummingbird.Request) async throws -> [UInt8]? {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }),
      length > Adapter.largestBody
    {
      return nil
    }
    var bytes: [UInt8] = []
    for try await buffer in request.body {
      guard bytes.count + buffer.readableBytes <= Adapter.largestBody else { return nil }
      bytes += buffer.readableBytesView
    }
    return bytes
  }

  private func answer(
    _ answer: Contract.Response, to request: Contract.Request
  ) -> Hummingbird.Response {
    var fields = answer.fields
    let hasBody = request.method != .head && !answer.body.isEmpty
    if request.method == .head { fields[.contentLength] = String(answer.body.count) }
    return Hummingbird.Response(
      status: answer.status, headers: fields,
      body: hasBody ? ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)) : ResponseBody())
  }
}
