import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// Takes a connection in if there is room: HTTP with handlers of ours at both sides of its decoder.
struct CountedChannel: Sendable {
  let http: HTTP1Channel
  let connections: Connections
  let logger: Logger

  /// Bytes and fields of a head: more than any client of ours sends, and little for the many that
  /// may never be finished.
  ///
  /// Its own deadline is off.
  static let http = HTTP1Channel.Configuration(
    httpDecoderConfiguration: .init(
      maxHeaderFieldSize: 20_480, maxHeaderListSize: 32_768, maxHeaderFieldCount: 128))

  /// Bytes that the system keeps of an answer that is not read; it takes twice as much, and would
  /// take megabytes unasked.
  private static let sendingBuffer = 131_072

  /// Bytes that are read at once, and may wait for the answers to those before them.
  private static let taken = 8192
  /// Bytes that the system keeps of what a client sends meanwhile; it takes twice as much.
  private static let receivingBuffer = 65_536

  enum Value: Sendable {
    case open(HTTP1Channel.Value)
    case refused(any Channel)

    var channel: any Channel {
      switch self {
      case .open(let value): value.channel
      case .refused(let channel): channel
      }
    }
  }

  func setup(channel: any Channel, from peer: Peer) -> EventLoopFuture<Value> {
    guard let link = connections.admit(channel, from: peer) else {
      let isPolite = connections.beginRefusing(channel)
      return channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHandler(RefusalHandler(isPolite: isPolite))
        return .refused(channel)
      }
    }
    return http.setup(channel: channel, logger: logger).flatMapThrowing { [connections] value in
      try channel.syncOptions?.setOption(
        .socketOption(.so_sndbuf), value: CountedChannel.sendingBuffer)
      try channel.syncOptions?.setOption(
        .socketOption(.so_rcvbuf), value: CountedChannel.receivingBuffer)
      try channel.syncOptions?.setOption(
        .recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: CountedChannel.taken))
      try channel.syncOptions?.setOption(.maxMessagesPerRead, value: 1)
      let pipeline = channel.pipeline.syncOperations
      let conversation = Conversation(link, connections)
      let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
      try pipeline.addHandler(BytesHandler(conversation), position: .first)
      try pipeline.addHandler(RequestHandler(conversation), position: .after(decoder))
      return .open(value)
    }
  }

  func handle(value: Value) async {
    switch value {
    case .open(let value): await http.handle(value: value, logger: logger)
    case .refused: break
    }
  }
}
