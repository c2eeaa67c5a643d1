import Glibc
import HummingbirdCore

/// Where the server listens: a TCP port, or a Unix socket that belongs to one server at a time.
struct Listener {
  enum Place {
    case tcp(host: String, port: Int)
    case unix(UnixSocket)
  }

  private let place: Place

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

  /// Says on standard output, in one line, that requests can come.
  func announce(port: Int?) {
    if case .unix(let socket) = place { socket.claim() }
    Line("listening on \(name(port: port))").write(to: STDOUT_FILENO)
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
