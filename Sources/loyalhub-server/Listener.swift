import Glibc
import Hummingbird

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

  /// Says on standard output, in one line, that requests can come.
  func announce(port: Int?) {
    switch place {
    case .tcp(let host, let asked):
      let host = host.contains(":") ? "[\(host)]" : host
      Line("listening on http://\(host):\(port ?? asked)").write(to: STDOUT_FILENO)
    case .unix(let socket):
      socket.claim()
      Line("listening on unix:\(socket.path)").write(to: STDOUT_FILENO)
    }
  }

  func remove() {
    if case .unix(let socket) = place { socket.remove() }
  }
}
