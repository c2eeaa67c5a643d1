/// Why a server's address cannot be used.
public struct EndpointError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Reason: Hashable, Sendable {
    case empty
    case unknownScheme
    case missingHost
    case badPort
    /// A user name or a password: they do not belong into an address.
    case credentials
    case queryOrFragment
    case unexpectedCharacter
    case relativeSocketPath
    case socketPathTooLong
  }

  public var reason: Reason
  public var address: String

  /// - Parameter address: kept without what may be a password.
  init(_ reason: Reason, in address: String) {
    self.reason = reason
    self.address = reason == .credentials ? "the address" : "“\(address.prefix(200))”"
  }

  public var description: String {
    "\(address) is no server's address: \(explanation)"
  }

  private var explanation: String {
    switch reason {
    case .empty: "it is empty"
    case .unknownScheme: "it begins with neither https:// nor http:// nor unix:/"
    case .missingHost: "there is no host"
    case .badPort: "the port is not a number from 1 to 65535"
    case .credentials: "it holds a user name or a password"
    case .queryOrFragment: "it holds “?” or “#”"
    case .unexpectedCharacter: "it holds a character that addresses do not have"
    case .relativeSocketPath: "after unix: the whole path of a socket is needed"
    case .socketPathTooLong: "the path of a socket has at most 107 bytes"
    }
  }
}
