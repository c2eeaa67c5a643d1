import Contract
import HTTPTypes
import HummingbirdCore
import NIOCore
import Server
import ServiceLifecycle

/// Carries requests from Hummingbird to the server and answers back; it decides nothing else.
struct Adapter {
  let desk: Desk
  let proxies: TrustedProxies

  /// Answers; whoever sends a body that is not taken gets the answer at once, and then has to come
  /// anew.
  func respond(
    to request: HummingbirdCore.Request, on channel: any Channel,
    with writer: consuming ResponseWriter
  ) async throws {
    var asked = Contract.Request(
      method: request.method, target: request.head.path ?? "", fields: request.headers,
      address: channel.peer.map { proxies.origin(of: request.headers, from: $0).client })
    var refused: Contract.Response?
    (asked.body, refused) = try await body(of: request, asked, writer)
    guard var refusal = refused else {
      let answer = answer(await desk.answer(to: asked, on: channel.eventLoop), to: asked)
      return try await writer.write(response: answer.head, body: answer.body)
    }
    refusal.fields[.connection] = "close"
    // NB: what still comes of the body is thrown away by `BytesHandler`. It cannot be read on here:
    // a body that has begun to be read may not be begun again.
    let answer = whole(refusal, to: asked)
    try await writer.write(response: answer.head, body: answer.body)
  }

  /// The whole body, or the answer to whoever sends one that is not taken.
  private func body(
    of request: HummingbirdCore.Request, _ asked: Contract.Request,
    _ writer: borrowing ResponseWriter
  ) async throws -> ([UInt8], Contract.Response?) {
    let length = request.headers[.contentLength].flatMap { Int($0) }
    let hasNone = length.map { $0 == 0 } ?? (request.headers[.transferEncoding] == nil)
    guard !hasNone else { return ([], nil) }
    if let refusal = await desk.refusal(of: asked, length: length) { return ([], refusal) }
    // Some wait with the body until they are told that it is welcome.
    if request.headers[.expect]?.lowercased() == "100-continue" {
      try await writer.writeInformationalHead(HTTPResponse(status: .continue))
    }
    // NB: a route that nobody knows has been refused before.
    let limit = (try? Route(asked).largestBody) ?? Route.usualBody
    if let body = try await read(request, atMost: limit) { return (body, nil) }
    return ([], desk.server.refusal(ofBodyOver: limit, in: asked))
  }

  /// The whole body, `nil` when it is longer.
  private func read(
    _ request: HummingbirdCore.Request, atMost limit: Int
  ) async throws -> [UInt8]? {
    var bytes: [UInt8] = []
    for try await buffer in request.body {
      guard bytes.count + buffer.readableBytes <= limit else { return nil }
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
