import NIOCore
import Server

extension Channel {
  /// The address at the other end; `nil` of a Unix socket, and of whoever has gone.
  var peer: NetworkAddress? {
    remoteAddress?.ipAddress.flatMap { NetworkAddress($0[...]) }
  }
}
