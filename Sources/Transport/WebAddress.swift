import Glibc

/// The base of a server's URLs, checked: scheme, host, port and a path without its last slash.
///
/// One server has one form (RFC 6454, section 4): lower case, no port that is the scheme's own, no
/// dot after the name, the shortest form of an IP address.
public struct WebAddress: Equatable, Sendable, CustomStringConvertible {
  public let isSecure: Bool
  /// As in a URL: an IPv6 address stands in brackets.
  public let host: String
  /// `nil` is the scheme's own.
  public let port: Int?
  /// Empty, or from `/`.
  public let base: String

  init(_ text: String) throws(ServerAddressError) {
    let lowercased = text.prefix(8).lowercased()
    let isSecure = lowercased.hasPrefix("https://")
    guard isSecure || lowercased.hasPrefix("http://") else {
      throw ServerAddressError(text.contains("@") ? .credentials : .unknownScheme, in: text)
    }
    let rest = text.dropFirst(isSecure ? 8 : 7)
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let authority = rest[..<slash]
    guard !authority.contains("@") else { throw ServerAddressError(.credentials, in: text) }
    guard rest[slash...].utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw ServerAddressError(.unexpectedCharacter, in: text)
    }
    guard !rest.contains(where: { $0 == "?" || $0 == "#" }) else {
      throw ServerAddressError(.queryOrFragment, in: text)
    }
    self.isSecure = isSecure
    let (name, number) = try WebAddress.hostAndPort(authority, in: text)
    host = try WebAddress.canonical(name, in: text)
    port = number == (isSecure ? 443 : 80) ? nil : number
    base = try WebAddress.base(rest[slash...], in: text)
  }

  public var description: String { origin + base }

  /// Without the path (RFC 6454).
  var origin: String {
    "\(isSecure ? "https" : "http")://\(host)\(port.map { ":\($0)" } ?? "")"
  }

  var isLoopback: Bool {
    host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]"
      || (host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." })
  }

  private static func hostAndPort(
    _ authority: Substring, in text: String
  ) throws(ServerAddressError) -> (host: String, port: Int?) {
    let end: Substring.Index
    if authority.hasPrefix("[") {
      guard let bracket = authority.firstIndex(of: "]") else {
        throw ServerAddressError(.missingHost, in: text)
      }
      end = authority.index(after: bracket)
    } else {
      end = authority.firstIndex(of: ":") ?? authority.endIndex
    }
    var host = authority[..<end].lowercased()
    if !host.utf8.allSatisfy({ $0 < 0x80 }) { host = try HostName.ascii(host, in: text) }
    guard !host.isEmpty, host != "[]" else { throw ServerAddressError(.missingHost, in: text) }
    let isBracketed = host.hasPrefix("[")
    let isClean = host.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "."):
        true
      case UInt8(ascii: "-"), UInt8(ascii: "_"): !isBracketed
      case UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"): isBracketed
      default: false
      }
    }
    guard isClean else { throw ServerAddressError(.unexpectedCharacter, in: text) }
    let rest = authority[end...]
    guard !rest.isEmpty else { return (host, nil) }
    let digits = rest.dropFirst()
    guard rest.hasPrefix(":"), digits.count <= 5,
      digits.allSatisfy({ $0.isASCII && $0.isNumber }), let port = Int(digits),
      (1...65_535).contains(port)
    else { throw ServerAddressError(.badPort, in: text) }
    return (host, port)
  }

  /// The one form of a name or an address of the network.
  private static func canonical(
    _ host: String, in text: String
  ) throws(ServerAddressError) -> String {
    if host.hasPrefix("[") {
      var address = in6_addr()
      guard inet_pton(AF_INET6, String(host.dropFirst().dropLast()), &address) == 1,
        let shortest = written(AF_INET6, &address)
      else { throw ServerAddressError(.noConversion, in: text) }
      return "[\(shortest)]"
    }
    let name = host.hasSuffix(".") ? String(host.dropLast()) : host
    guard !name.isEmpty else { throw ServerAddressError(.missingHost, in: text) }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard !labels.contains("") else { throw ServerAddressError(.noConversion, in: text) }
    // What ends in a number is an address (WHATWG URL, section 3.5), also a short one: 127.1.
    guard let last = labels.last, last.allSatisfy(\.isNumber) || last.hasPrefix("0x") else {
      return name
    }
    var address = in_addr()
    guard inet_aton(name, &address) != 0, let shortest = written(AF_INET, &address) else {
      throw ServerAddressError(.noConversion, in: text)
    }
    return shortest
  }

  private static func written(_ family: Int32, _ address: UnsafeRawPointer) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { buffer in
      inet_ntop(family, address, buffer.baseAddress, socklen_t(buffer.count)).map {
        String(cString: $0)
      }
    }
  }

  private static func base(
    _ path: Substring, in text: String
  ) throws(ServerAddressError) -> String {
    let parts = path.split(separator: "/")
    guard !parts.contains("."), !parts.contains("..") else {
      throw ServerAddressError(.unexpectedCharacter, in: text)
    }
    return parts.map { "/\($0)" }.joined()
  }
}
