import Contract
import Foundation
import HTTPTypes

/// One connection of the bare server.
final class Socket {
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// The next request, with the body that its `Content-Length` promises; `nil` at the end.
  func readRequest() -> Request? {
    let end = Array("\r\n\r\n".utf8)
    while true {
      if let range = buffer.firstRange(of: end) {
        let head = String(decoding: buffer[..<range.lowerBound], as: UTF8.self)
        buffer.removeSubrange(..<range.upperBound)
        return request(head)
      }
      guard fill() else { return nil }
    }
  }

  func write(_ response: Response) -> Bool {
    var head = "HTTP/1.1 \(response.status.code) \(response.status.reasonPhrase)\r\n"
    for field in response.fields { head += "\(field.name.rawName): \(field.value)\r\n" }
    head += "Content-Length: \(response.body.count)\r\n\r\n"
    return write(Array(head.utf8) + response.body)
  }

  func write(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  func waitForEnd() {
    while fill() { buffer = [] }
  }

  func resetOnClose() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }

  private func fill() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    let count = recv(descriptor, &chunk, chunk.count, 0)
    guard count > 0 else { return false }
    buffer += chunk[..<count]
    return true
  }

  private func request(_ head: String) -> Request? {
    let lines = head.components(separatedBy: "\r\n")
    let start = lines[0].split(separator: " ")
    guard start.count == 3, let method = HTTPRequest.Method(String(start[0])) else { return nil }
    var request = Request(method: method, target: String(start[1]))
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":"),
        let name = HTTPField.Name(String(line[..<colon]))
      else { return nil }
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      request.fields.append(HTTPField(name: name, value: value))
    }
    let count = request.fields[.contentLength].flatMap { Int($0) } ?? 0
    while buffer.count < count { guard fill() else { return nil } }
    request.body = Array(buffer[..<count])
    buffer.removeSubrange(..<count)
    return request
  }
}

extension Socket {
  struct Failure: Error {
    var call: String
    var code: Int32
  }

  static func listenOnLoopback() throws -> (descriptor: Int32, port: Int) {
    let (descriptor, port) = try bindToLoopback()
    try listen(descriptor)
    return (descriptor, port)
  }

  /// A port that nobody else gets, and where nobody listens.
  static func bindToLoopback() throws -> (descriptor: Int32, port: Int) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    try bind(descriptor, &address)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutableBytes(of: &address) {
      _ = getsockname(descriptor, $0.assumingMemoryBound(to: sockaddr.self).baseAddress, &size)
    }
    return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
  }

  static func listen(atPath path: String) throws -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    try bind(descriptor, &address)
    try listen(descriptor)
    return descriptor
  }

  private static func bind<Address>(_ descriptor: Int32, _ address: inout Address) throws {
    let size = socklen_t(MemoryLayout<Address>.size)
    let result = withUnsafeBytes(of: &address) {
      Glibc.bind(descriptor, $0.assumingMemoryBound(to: sockaddr.self).baseAddress, size)
    }
    guard result == 0 else { throw Failure(call: "bind", code: errno) }
  }

  private static func listen(_ descriptor: Int32) throws {
    guard Glibc.listen(descriptor, 1024) == 0 else { throw Failure(call: "listen", code: errno) }
  }
}
