import Glibc

/// Where a TCP server is to listen.
enum TCPAddress {
  /// Tries whether it could, and gives the port back at once.
  ///
  /// - Returns: in words, why it could not.
  static func refusal(host: String, port: Int) -> String? {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let address = found?.pointee else {
      return "there is no such host"
    }
    defer { freeaddrinfo(found) }
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(address.ai_family, kind, 0)
    guard descriptor >= 0 else { return String(cString: strerror(errno)) }
    defer { close(descriptor) }
    var isOn: Int32 = 1
    setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout.size(ofValue: isOn)))
    guard bind(descriptor, address.ai_addr, address.ai_addrlen) == 0 else {
      return String(cString: strerror(errno))
    }
    return nil
  }
}
