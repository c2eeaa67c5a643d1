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

  init(_ conversation: Conversation) {
    self.conversation = conversation
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch Self.unwrapInboundIn(data) {
    case .head(let head):
      isLastRequest = !head.isKeepAlive
      conversation.receiveHead()
    case .body(let bytes): conversation.receiveBody(bytes: bytes.readableBytes)
    case .end: conversation.receiveEnd()
    }
    context.fireChannelRead(data)
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
      let closes = head.headers[canonicalForm: "connection"].contains("close")
      isLastAnswer = conversation.beginAnswer(
        closes: closes || isLastRequest && conversation.requests <= 1)
      if isLastAnswer { head.headers.replaceOrAdd(name: "Connection", value: "close") }
      context.write(Self.wrapOutboundOut(.head(head)), promise: promise)
    case .body: context.write(data, promise: promise)
    case .end:
      conversation.finishAnswer()
      context.write(data, promise: promise)
      // NB: while the server drains, the connection is closed as soon as this has gone.
      if isLastAnswer, !(conversation.isDraining && conversation.isIdle) { leave(context) }
    }
  }

  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    if mode == .output { conversation.leave() }
    context.close(mode: mode, promise: promise)
  }

  private func leave(_ context: ChannelHandlerContext) {
    context.flush()
    conversation.leave()
    context.close(mode: .output, promise: nil)
  }
}
