import Contract
import NIOCore

/// The end of a connection's handlers that is next to the socket: sees all bytes, keeps the
/// deadlines, and lets no further request in before one is answered.
final class BytesHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = IOData
  typealias OutboundOut = IOData

  private let conversation: Conversation
  /// More is to be read when nothing waits any more.
  private var isReadWanted = false
  /// The client sends nothing after what waits.
  private var hasInputEnded = false

  init(_ conversation: Conversation) {
    self.conversation = conversation
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !conversation.isLeaving else { return }
    conversation.intake.add(Self.unwrapInboundIn(data))
    letIn(context)
  }

  private func letIn(_ context: ChannelHandlerContext) {
    while let bytes = conversation.next() { context.fireChannelRead(Self.wrapInboundOut(bytes)) }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    conversation.stopReading()
    context.fireChannelReadComplete()
  }

  func read(context: ChannelHandlerContext) {
    guard conversation.intake.isEmpty else {
      isReadWanted = true
      return
    }
    conversation.goOnReading()
    context.read()
  }

  /// An answer has gone, or nothing is taken any more.
  ///
  /// In a turn of its own, so that others get theirs between two requests of a connection.
  func triggerUserOutboundEvent(
    context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
  ) {
    guard event is Conversation.Step else {
      return context.triggerUserOutboundEvent(event, promise: promise)
    }
    promise?.succeed()
    guard !conversation.intake.isEmpty else { return }
    context.eventLoop.assumeIsolated().execute { [self] in goOn(context) }
  }

  private func goOn(_ context: ChannelHandlerContext) {
    guard context.channel.isActive else { return conversation.intake.removeAll() }
    if conversation.isLeaving { conversation.intake.removeAll() }
    letIn(context)
    context.fireChannelReadComplete()
    guard conversation.intake.isEmpty else { return }
    if hasInputEnded {
      hasInputEnded = false
      context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    }
    if isReadWanted {
      isReadWanted = false
      conversation.goOnReading()
      context.read()
    }
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
    case ChannelEvent.inputClosed where !conversation.intake.isEmpty:
      hasInputEnded = true
    case is Connections.TimeIsUp:
      if conversation.isLate(buffered: buffered(context)) { expire(context) }
    default: context.fireUserInboundEventTriggered(event)
    }
  }

  private func closeIfDone(_ context: ChannelHandlerContext) {
    guard
      conversation.isDraining, conversation.isIdle, conversation.unsent == 0,
      conversation.intake.isEmpty
    else { return }
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
