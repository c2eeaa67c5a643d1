import Glibc

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

  func bind() throws(ListeningSocket.Refusal) -> ListeningSocket {
    switch place {
    case .tcp(let host, let port): return try ListeningSocket(host: host, port: port)
    case .unix(let socket):
      let bound = try ListeningSocket(path: socket.path)
      // Whatever ends the start from here on, the file goes with it.
      socket.claim()
      return bound
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
    switch place {
    case .tcp:
      do throws(ListeningSocket.Refusal) { try bind().close() } catch { throw failure(error) }
    case .unix(let socket):
      if let refusal = socket.refusal { throw failure(.init(refusal)) }
    }
  }

  func failure(_ refusal: ListeningSocket.Refusal) -> StartFailure {
    StartFailure("cannot listen on \(name): \(refusal)")
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
