import Glibc

/// Answers whether the server lives (`/v1/health`) and is ready (`/ready`), on a port of this machine
/// alone and on a thread of its own: neither a flood at the other port nor threads that are all busy
/// reach it.
final class HealthListener: Sendable {
  private let socket: Int32
  /// Where it listens, which was free when 0 was asked for.
  let port: Int

  /// Those who ask at once; one more ends the oldest.
  private static let mostClients = 32

  init(port: Int) throws(StartFailure) {
    do {
      socket = try HealthListener.listening(port)
    } catch {
      throw StartFailure("cannot listen on http://127.0.0.1:\(port) for --health: \(error)")
    }
    self.port = HealthListener.port(of: socket) ?? port
  }

  private static func listening(_ port: Int) throws(SystemRefusal) -> Int32 {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo("127.0.0.1", String(port), &hints, &found) == 0, let address = found?.pointee
    else { throw SystemRefusal(EADDRNOTAVAIL) }
    defer { freeaddrinfo(found) }
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let socket = Glibc.socket(address.ai_family, kind, 0)
    guard socket >= 0 else { throw SystemRefusal(errno) }
    var isOn: Int32 = 1
    setsockopt(
      socket, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout.size(ofValue: isOn)))
    guard bind(socket, address.ai_addr, address.ai_addrlen) == 0, listen(socket, 64) == 0 else {
      let refusal = SystemRefusal(errno)
      close(socket)
      throw refusal
    }
    return socket
  }

  private static func port(of socket: Int32) -> Int? {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    var digits = [CChar](repeating: 0, count: 8)
    let isKnown = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        getsockname(socket, address, &length) == 0
          && getnameinfo(
            address, length, nil, 0, &digits, socklen_t(digits.count), NI_NUMERICSERV) == 0
      }
    }
    let text = digits.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return isKnown ? Int(String(decoding: text, as: UTF8.self)) : nil
  }

  private struct SystemRefusal: Error, CustomStringConvertible {
    let description: String

    init(_ code: Int32) {
      description = String(cString: strerror(code))
    }
  }

  var name: String { "http://127.0.0.1:\(port)" }

  /// - Parameter database: its file.
  func start(_ database: String) throws(StartFailure) -> Readiness {
    let readiness = try Readiness(database)
    let isRunning = OwnThread.start { [self] in
      var clients: [HealthClient] = []
      while true { serve(&clients, readiness) }
    }
    guard isRunning else { throw StartFailure("there is no thread for --health") }
    return readiness
  }

  private func serve(_ clients: inout [HealthClient], _ readiness: Readiness) {
    var polled = [
      pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
      pollfd(fd: readiness.answers.reading, events: Int16(POLLIN), revents: 0),
    ]
    polled += clients.map { pollfd(fd: $0.descriptor, events: $0.awaited, revents: 0) }
    let left = clients.map(\.deadline).min().map { max(0, $0 - Elapsed.now()) }
    let count = poll(&polled, nfds_t(polled.count), left.map { Int32($0 * 1000) + 1 } ?? -1)
    if polled[1].revents != 0 { readiness.answers.drain() }
    for index in clients.indices {
      clients[index].go(on: count > 0 && polled[index + 2].revents != 0, readiness)
    }
    clients.removeAll(where: \.isOver)
    guard count > 0, polled[0].revents != 0 else { return }
    let descriptor = accept(socket, nil, nil)
    guard descriptor >= 0 else {
      // NB: without a file for it, the connection stays where it is and would wake this at once.
      if [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) { _ = poll(nil, 0, 50) }
      return
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    if clients.count >= HealthListener.mostClients {
      clients[0].end()
      clients.removeFirst()
    }
    clients.append(HealthClient(descriptor))
  }
}
