import Contract
import Glibc
import NIOCore
import Server

/// Closes newcomers of an address that opens connections without end, before anything is made for
/// them.
///
/// A connection costs more to take in than to open, so that one address could fill the queue in
/// which the system keeps those that are to be taken, and others would find no place in it.
final class FloodHandler: ChannelInboundHandler {
  typealias InboundIn = any Channel
  typealias InboundOut = any Channel

  private let connections: Connections
  /// Connections of this second that were taken in under pressure.
  private var counts: [ClientAddress: Int] = [:]
  private var second: Int64 = 0
  /// A second after the system's queue of connections was an eighth full: more came than were
  /// taken, however few are open.
  private var pressedUntil = NIODeadline.uptimeNanoseconds(0)

  /// Connections of an address in a second, under pressure: taking them in leaves time for others.
  private static let allowance = 300

  init(_ connections: Connections) {
    self.connections = connections
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let channel = Self.unwrapInboundIn(data)
    guard
      NIODeadline.now() < pressedUntil || connections.arePressed,
      let address = connections.countedAddress(of: channel)
    else { return context.fireChannelRead(data) }
    guard isWelcome(address) else { return channel.close(promise: nil) }
    context.fireChannelRead(data)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    // A Unix socket has no such queue that others could fill, and no answer to this.
    let socket = context.channel as? any SocketOptionProvider
    socket?.getTCPInfo().assumeIsolated().whenSuccess { [self] info in
      let isLong = info.tcpi_unacked > 0 && info.tcpi_unacked * 8 >= info.tcpi_sacked
      if isLong { pressedUntil = .now() + .seconds(1) }
    }
    context.fireChannelReadComplete()
  }

  private func isWelcome(_ address: ClientAddress) -> Bool {
    let now = NIODeadline.now().uptimeNanoseconds / 1_000_000_000
    if Int64(now) != second {
      second = Int64(now)
      counts.removeAll(keepingCapacity: true)
    }
    counts[address, default: 0] += 1
    return counts[address, default: 0] <= FloodHandler.allowance
  }
}
