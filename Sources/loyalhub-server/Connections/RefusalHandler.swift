import NIOCore

/// Tells a connection that there is no room for it, and closes it.
final class RefusalHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = IOData

  /// Whether the client is given a moment to read it before the connection ends.
  private let isPolite: Bool
  private var hasTold = false

  init(isPolite: Bool) {
    self.isPolite = isPolite
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { tell(context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    tell(context)
  }

  /// What the client sends is thrown away: a connection that is closed with bytes in it is cut, and
  /// the answer with it.
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {}

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is ChannelShouldQuiesceEvent { context.close(promise: nil) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func tell(_ context: ChannelHandlerContext) {
    guard !hasTold else { return }
    hasTold = true
    let answer = context.channel.allocator.buffer(bytes: CannedAnswer.full)
    context.writeAndFlush(Self.wrapOutboundOut(.byteBuffer(answer)), promise: nil)
    guard isPolite else { return context.close(promise: nil) }
    context.close(mode: .output, promise: nil)
    let channel = context.channel
    context.eventLoop.scheduleTask(in: ConnectionLimits.farewell) { channel.close(promise: nil) }
  }
}
