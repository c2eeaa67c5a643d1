import Contract
import NIOCore

/// The end of a connection's handlers that is next to the socket: sees all bytes, and keeps the
/// deadlines.
final class BytesHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = IOData
  typealias OutboundOut = IOData

  private let conversation: Conversation

  init(_ conversation: Conversation) {
    self.conversation = conversation
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !conversation.isLeaving else { return }
    conversation.receive(bytes: Self.unwrapInboundIn(data).readableBytes)
    context.fireChannelRead(data)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    conversation.stopReading()
    context.fireChannelReadComplete()
  }

  func read(context: ChannelHandlerContext) {
    conversation.goOnReading()
    context.read()
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let bytes = Self.unwrapOutboundIn(data).readableBytes
    let promise = promise ?? context.eventLoop.makePromise()
    conversation.send(bytes: bytes)
    promise.futureResult.assumeIsolated().whenComplete { [self] _ in
      conversation.finishSending(bytes: bytes)
      closeIfDone(context)
    }
    context.write(data, promise: promise)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case is ChannelShouldQuiesceEvent:
      // NB: kept from Hummingbird's handler, which would close before a long answer has gone.
      conversation.isDraining = true
      closeIfDone(context)
    case is Connections.TimeIsUp:
      if conversation.isLate(buffered: buffered(context)) { expire(context) }
    default: context.fireUserInboundEventTriggered(event)
    }
  }

  private func closeIfDone(_ context: ChannelHandlerContext) {
    guard conversation.isDraining, conversation.isIdle, conversation.unsent == 0 else { return }
    context.close(promise: nil)
  }

  /// Whoever still sends is told, unless the answer has begun.
  private func expire(_ context: ChannelHandlerContext) {
    guard conversation.isBeingAsked, conversation.unsent == 0, !conversation.isLeaving else {
      return context.close(promise: nil)
    }
    conversation.leave()
    let answer = context.channel.allocator.buffer(bytes: CannedAnswer.tooSlow)
    context.writeAndFlush(Self.wrapOutboundOut(.byteBuffer(answer)), promise: nil)
    context.close(mode: .output, promise: nil)
  }

  /// NB: a channel that has been closed has no bytes any more.
  private func buffered(_ context: ChannelHandlerContext) -> Int {
    (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
  }
}
