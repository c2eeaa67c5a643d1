import Glibc
import HummingbirdCore

/// Where the server listens: a TCP port, or a Unix socket that belongs to one server at a time.
struct Listener {
  enum Place {
    case tcp(host: String, port: Int)
    case unix(UnixSocket)
  }

  private let place: Place

  /// Connections that wait to be taken; the system takes less where its own limit is lower.
  static let backlog = 4096
  /// Connections that are taken at once.
  static let taken: UInt = 32

  init(socket path: String?, host: String, port: Int) throws(StartFailure) {
    place = if let path { .unix(try UnixSocket(path)) } else { .tcp(host: host, port: port) }
  }

  var address: BindAddress {
    switch place {
    case .tcp(let host, let port): .hostname(host, port: port)
    case .unix(let socket): .unixDomainSocket(path: socket.path)
    }
  }

  /// The address as clients are given it.
  var name: String { name(port: nil) }

  /// Whether only the server itself can tell where it listens.
  var isChosenHere: Bool {
    if case .tcp(_, let port) = place { port == 0 } else { false }
  }

  /// Refuses a place where it cannot listen, before anything is made for it.
  func check() throws(StartFailure) {
    let refusal: String? =
      switch place {
      case .tcp(let host, let port): TCPAddress.refusal(host: host, port: port)
      case .unix(let socket): socket.refusal
      }
    if let refusal { throw StartFailure("cannot listen on \(name): \(refusal)") }
  }

  /// Requests can come.
  ///
  /// - Returns: the address for whoever wants to send them.
  func claim(port: Int?) -> String {
    if case .unix(let socket) = place { socket.claim() }
    return name(port: port)
  }

  private func name(port: Int?) -> String {
    switch place {
    case .tcp(let host, let asked):
      "http://\(host.contains(":") ? "[\(host)]" : host):\(port ?? asked)"
    case .unix(let socket): "unix:\(socket.path)"
    }
  }

  func remove() {
    if case .unix(let socket) = place { socket.remove() }
  }
}
