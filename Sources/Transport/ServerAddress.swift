import Glibc
import Loyalty

/// Where a server listens: `https://host[:port][/base]`, `http://…` or `unix:/path`.
public enum ServerAddress: Equatable, Sendable, CustomStringConvertible {
  case web(WebAddress)
  /// The server speaks plain HTTP on the socket.
  case unixSocket(path: String)

  /// Reads what a person has typed.
  ///
  /// - Parameter allowsClear: whether requests to another machine may go out without TLS, for all on
  ///   the way to read and to change.
  public init(_ text: String, allowsClear: Bool = false) throws(ServerAddressError) {
    guard !text.isEmpty else { throw ServerAddressError(.empty, in: text) }
    let isPrintable = text.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && scalar.value != 0x7F && scalar.properties.generalCategory != .control
    }
    guard isPrintable || text.hasPrefix("unix:") else {
      throw ServerAddressError(.unexpectedCharacter, in: text)
    }
    guard text.hasPrefix("unix:") else {
      let address = try WebAddress(text)
      guard address.isSecure || address.isLoopback || allowsClear else {
        throw ServerAddressError(.clear, in: text)
      }
      self = .web(address)
      return
    }
    self = .unixSocket(path: try ServerAddress.socketPath(text.dropFirst(5), in: text))
  }

  /// An address as it may be shown to anybody: nothing that is a password, and nothing that moves
  /// the cursor.
  public static func shown(_ text: String) -> String {
    guard let at = text.lastIndex(of: "@") else { return cleaned(text, limit: 200) }
    let scheme = text.firstRange(of: "://").map(\.upperBound) ?? text.startIndex
    let start = scheme <= at ? text[..<scheme] : ""
    return cleaned("\(start)…\(text[at...])", limit: 200)
  }

  /// How an older version may have written it, which has kept the account under that name.
  public var formerSpellings: [String] {
    guard case .web(let address) = self else { return [] }
    let scheme = address.isSecure ? "https" : "http"
    let ports = address.port.map { [":\($0)"] } ?? ["", address.isSecure ? ":443" : ":80"]
    let hosts = address.host.hasPrefix("[") ? [address.host] : [address.host, address.host + "."]
    return hosts.flatMap { host in
      ports.flatMap { port in
        ["", "/"].map { "\(scheme)://\(host)\(port)\(address.base)\($0)" }
      }
    }.filter { $0 != description }
  }

  /// Where requests go in the clear to another machine: scheme, host and port; else `nil`.
  public var clearOrigin: String? {
    guard case .web(let address) = self, !address.isSecure, !address.isLoopback else { return nil }
    return address.origin
  }

  public var description: String {
    switch self {
    case .web(let address): address.description
    case .unixSocket(let path): "unix:\(path)"
    }
  }

  var isSecure: Bool {
    if case .web(let address) = self { address.isSecure } else { false }
  }

  /// As libcurl names it.
  var host: String {
    switch self {
    case .web(let address): address.host
    case .unixSocket: "localhost"
    }
  }

  /// The proxy that the environment names for it.
  var proxy: String? {
    guard case .web(let address) = self, !isLocal else { return nil }
    return Proxies.ofEnvironment.proxy(for: address)
  }

  /// Whether that one is spoken to by TLS.
  var hasSecureProxy: Bool { proxy?.lowercased().hasPrefix("https://") == true }

  /// Whether requests stay on this machine, so that no proxy may see them.
  var isLocal: Bool {
    switch self {
    case .web(let address): address.isLoopback
    case .unixSocket: true
    }
  }

  /// The path of a socket that the kernel can hold: absolute, at most 107 bytes (`unix(7)`).
  private static func socketPath(
    _ rest: Substring, in text: String
  ) throws(ServerAddressError) -> String {
    guard rest.hasPrefix("/"), rest.contains(where: { $0 != "/" }) else {
      throw ServerAddressError(.relativeSocketPath, in: text)
    }
    guard !rest.utf8.contains(0) else { throw ServerAddressError(.unexpectedCharacter, in: text) }
    let path = "/" + rest.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    guard path.utf8.count <= 107 else { throw ServerAddressError(.socketPathTooLong, in: text) }
    return path
  }
}
