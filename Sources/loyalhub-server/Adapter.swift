import Contract
import HTTPTypes
import HummingbirdCore
import NIOCore
import Server
import ServiceLifecycle

/// Carries requests from Hummingbird to the server and answers back; it decides nothing else.
struct Adapter {
  /// Largest body that is read, in bytes.
  static let largestBody = 1 << 20

  let desk: Desk

  func respond(to request: HummingbirdCore.Request) async throws -> HummingbirdCore.Response {
    var asked = Contract.Request(
      method: request.method, target: request.head.path ?? "", fields: request.headers)
    guard let body = try await read(request) else {
      let problem = Problem(.bodyTooLarge, in: asked.fields.language())
      return whole(Contract.Response(problem, to: asked), to: asked)
    }
    asked.body = body
    return answer(await desk.answer(to: asked), to: asked)
  }

  /// The whole body, `nil` when it is too large; Hummingbird then throws the rest away unseen.
  private func read(_ request: HummingbirdCore.Request) async throws -> [UInt8]? {
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
    _ answer: Answer, to request: Contract.Request
  ) -> HummingbirdCore.Response {
    guard let stream = answer.stream else { return whole(answer.response, to: request) }
    let opening = ByteBuffer(bytes: answer.response.body)
    return HummingbirdCore.Response(
      status: answer.response.status, headers: answer.response.fields,
      body: ResponseBody { writer in
        try await withGracefulShutdownHandler {
          try await writer.write(opening)
          for await chunk in stream.chunks { try await writer.write(ByteBuffer(bytes: chunk)) }
        } onGracefulShutdown: {
          stream.end()
        }
        try await writer.finish(nil)
      })
  }

  private func whole(
    _ answer: Contract.Response, to request: Contract.Request
  ) -> HummingbirdCore.Response {
    var fields = answer.fields
    let hasBody = request.method != .head && !answer.body.isEmpty
    if request.method == .head { fields[.contentLength] = String(answer.body.count) }
    return HummingbirdCore.Response(
      status: answer.status, headers: fields,
      body: hasBody ? ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)) : ResponseBody())
  }
}
