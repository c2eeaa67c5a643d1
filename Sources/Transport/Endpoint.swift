/// Where a server listens: `https://host[:port][/base]`, `http://…` or `unix:/path`.
public enum Endpoint: Hashable, Sendable, CustomStringConvertible {
  case web(WebAddress)
  /// The server speaks plain HTTP on the socket.
  case unixSocket(path: String)

  /// Reads what a person has typed.
  public init(_ text: String) throws(EndpointError) {
    guard !text.isEmpty else { throw EndpointError(.empty, in: text) }
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) || text.hasPrefix("unix:") else {
      throw EndpointError(.unexpectedCharacter, in: text)
    }
    guard text.hasPrefix("unix:") else {
      self = .web(try WebAddress(text))
      return
    }
    self = .unixSocket(path: try Endpoint.socketPath(text.dropFirst(5), in: text))
  }

  public var description: String {
    switch self {
    case .web(let address): address.description
    case .unixSocket(let path): "unix:\(path)"
    }
  }

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
  ) throws(EndpointError) -> String {
    guard rest.hasPrefix("/"), rest.contains(where: { $0 != "/" }) else {
      throw EndpointError(.relativeSocketPath, in: text)
    }
    guard !rest.utf8.contains(0) else { throw EndpointError(.unexpectedCharacter, in: text) }
    let path = "/" + rest.drop { $0 == "/" }
    guard path.utf8.count <= 107 else { throw EndpointError(.socketPathTooLong, in: text) }
    return path
  }
}
