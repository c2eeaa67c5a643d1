import Glibc
import Server

/// A connection that was taken from the system, before anything is made for it.
struct Newcomer: Sendable {
  let descriptor: Int32
  let peer: Peer

  /// Takes the next one.
  ///
  /// - Throws: `Nobody` when none waits, or the system cannot give it now.
  init(from socket: ListeningSocket) throws(Nobody) {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    descriptor = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        accept(socket.descriptor, address, &length)
      }
    }
    guard descriptor >= 0 else { throw Nobody(errno) }
    peer = storage.peer
  }

  struct Nobody: Error, CustomStringConvertible {
    let code: Int32

    var description: String { String(cString: strerror(code)) }

    init(_ code: Int32) { self.code = code }

    /// Whoever was next has gone again (`accept(2)`).
    var mayBeFollowed: Bool {
      [
        ECONNABORTED, EINTR, ENETDOWN, EPROTO, ENOPROTOOPT, EHOSTDOWN, ENONET, EHOSTUNREACH,
        EOPNOTSUPP, ENETUNREACH, EPERM,
      ]
      .contains(code)
    }

    /// Without a file for it, the connection stays where it is.
    var lacksRoom: Bool { [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(code) }
  }

  /// Before it is used: whoever is cut needs none of this.
  func prepare() {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
  }

  /// Ends it at once, with no farewell that the system would have to wait for.
  func cut() {
    var now = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout.size(ofValue: now)))
    close(descriptor)
  }
}

/// Who is at the other end of a connection.
enum Peer: Sendable {
  /// A process of this machine, behind a Unix socket.
  case local
  case address(NetworkAddress)
  /// A kind of address that nobody knows.
  case unknown
}

extension sockaddr_storage {
  /// Of an address of IP, in the order of this machine.
  var port: Int? {
    withUnsafeBytes(of: self) { bytes in
      switch Int32(ss_family) {
      case AF_INET: Int(UInt16(bigEndian: bytes.load(as: sockaddr_in.self).sin_port))
      case AF_INET6: Int(UInt16(bigEndian: bytes.load(as: sockaddr_in6.self).sin6_port))
      default: nil
      }
    }
  }

  var peer: Peer {
    withUnsafeBytes(of: self) { bytes in
      var octets: [UInt8] = []
      switch Int32(ss_family) {
      case AF_UNIX, AF_UNSPEC: return .local
      case AF_INET:
        withUnsafeBytes(of: bytes.load(as: sockaddr_in.self).sin_addr) { octets = Array($0) }
      case AF_INET6:
        withUnsafeBytes(of: bytes.load(as: sockaddr_in6.self).sin6_addr) { octets = Array($0) }
      default: return .unknown
      }
      return NetworkAddress(bytes: octets).map(Peer.address) ?? .unknown
    }
  }
}

extension sockaddr_un {
  /// - Parameter path: shorter than `longestPath`.
  init(path: String) {
    self.init()
    sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
  }
}
