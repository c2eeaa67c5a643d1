import Contract
import NIOCore
import NIOHTTP1

/// Follows the requests and answers of a connection, and ends it after the last one.
final class RequestHandler: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private let conversation: Conversation
  /// The client wants no further answer after this one.
  private var isLastRequest = false
  private var isLastAnswer = false
  /// The answer to what is no request.
  private var refusal: Contract.Response?

  init(_ conversation: Conversation) {
    self.conversation = conversation
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !conversation.isBroken else { return }
    switch Self.unwrapInboundIn(data) {
    case .head(let head):
      if let refusal = MalformedRequest.refusal(of: head) {
        self.refusal = refusal
        conversation.breakOff()
        return context.fireErrorCaught(HTTPParserError.invalidHeaderToken)
      }
      isLastRequest = !head.isKeepAlive
      let length = head.headers.first(name: "Content-Length")
      conversation.receiveHead(length: length.flatMap { Int($0) })
    case .body(let bytes): conversation.receiveBody(bytes: bytes.readableBytes)
    case .end: conversation.receiveEnd()
    }
    context.fireChannelRead(data)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if !conversation.isBroken, let error = error as? HTTPParserError {
      refusal = MalformedRequest.refusal(of: error, inFirstLine: conversation.isInFirstLine)
      conversation.breakOff()
    }
    context.fireErrorCaught(error)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard !conversation.isLeaving else {
      promise?.fail(ChannelError.outputClosed)
      return
    }
    switch Self.unwrapOutboundIn(data) {
    // Is no answer yet, as 100 (Continue).
    case .head(let head) where head.status.code < 200:
      context.write(data, promise: promise)
    case .head(var head):
      let body = refusal.flatMap { MalformedRequest.replace(&head, by: $0) }
      let closes = head.headers[canonicalForm: "connection"].contains("close")
      isLastAnswer = conversation.beginAnswer(
        closes: closes || isLastRequest)
      if isLastAnswer { head.headers.replaceOrAdd(name: "Connection", value: "close") }
      context.write(Self.wrapOutboundOut(.head(head)), promise: promise)
      if let body {
        let bytes = context.channel.allocator.buffer(bytes: body)
        context.write(Self.wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
      }
    case .body: context.write(data, promise: promise)
    case .end:
      conversation.finishAnswer()
      context.write(data, promise: promise)
      // NB: while the server drains, the connection is closed as soon as this has gone.
      if isLastAnswer, !isDone { leave(context) }
      context.triggerUserOutboundEvent(Conversation.Step(), promise: nil)
    }
  }

  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    if mode == .output { conversation.leave() }
    context.close(mode: mode, promise: promise)
    context.triggerUserOutboundEvent(Conversation.Step(), promise: nil)
  }

  private var isDone: Bool {
    conversation.isDraining && conversation.isIdle && conversation.intake.isEmpty
  }

  private func leave(_ context: ChannelHandlerContext) {
    context.flush()
    conversation.leave()
    context.close(mode: .output, promise: nil)
  }
}
