import Glibc

/// A socket of the system to which clients connect.
struct ListeningSocket: Sendable {
  let descriptor: Int32

  /// What the system has against it, in words.
  struct Refusal: Error, CustomStringConvertible {
    let description: String

    init(_ code: Int32 = errno) { description = String(cString: strerror(code)) }
    init(_ words: String) { description = words }
  }

  /// Bound to a TCP port; nobody is taken before `listen`.
  ///
  /// - Parameter port: 0 takes a free one.
  init(host: String, port: Int) throws(Refusal) {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let address = found?.pointee else {
      throw Refusal("there is no such host")
    }
    defer { freeaddrinfo(found) }
    try self.init(family: address.ai_family)
    var isOn: Int32 = 1
    setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout.size(ofValue: isOn)))
    try bind(address.ai_addr, address.ai_addrlen)
  }

  /// Bound to a path, in place of a socket that stands there.
  init(path: String) throws(Refusal) {
    try self.init(family: AF_UNIX)
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK { unlink(path) }
    var address = sockaddr_un(path: path)
    let refusal = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address -> Refusal? in
        do throws(Refusal) {
          try bind(address, socklen_t(MemoryLayout<sockaddr_un>.size))
          return nil
        } catch {
          return error
        }
      }
    }
    if let refusal { throw refusal }
  }

  private init(family: Int32) throws(Refusal) {
    let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
    descriptor = Glibc.socket(family, Int32(kind), 0)
    guard descriptor >= 0 else { throw Refusal() }
  }

  private func bind(_ address: UnsafePointer<sockaddr>, _ length: socklen_t) throws(Refusal) {
    guard Glibc.bind(descriptor, address, length) == 0 else {
      let refusal = Refusal()
      close()
      throw refusal
    }
  }

  /// - Parameter backlog: connections that wait to be taken; the system takes less where its own
  ///   limit is lower.
  func listen(backlog: Int32) throws(Refusal) {
    guard Glibc.listen(descriptor, backlog) == 0 else { throw Refusal() }
  }

  /// Where it listens, which was free when 0 was asked for; `nil` of a Unix socket.
  var port: Int? {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let isKnown = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(descriptor, $0, &length) == 0
      }
    }
    return isKnown ? storage.port : nil
  }

  /// Whether an eighth of the system's queue is full: more come than are taken (`tcp(7)`).
  ///
  /// A Unix socket has no such queue that others could fill, and no answer to this.
  var isCrowded: Bool {
    var info = tcp_info()
    var length = socklen_t(MemoryLayout<tcp_info>.size)
    guard getsockopt(descriptor, Int32(IPPROTO_TCP), TCP_INFO, &info, &length) == 0 else {
      return false
    }
    // Of a socket that listens these are the connections in the queue, and how many it takes.
    return info.tcpi_unacked > 0 && info.tcpi_unacked * 8 >= info.tcpi_sacked
  }

  func close() {
    _ = Glibc.close(descriptor)
  }
}
