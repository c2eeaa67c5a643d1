/// Why an exchange brought no answer.
public struct TransportError: Error, Hashable, Sendable, CustomStringConvertible {
  public var kind: Kind
  /// For the log: no token, no path, no body.
  public var log: String

  public init(_ kind: Kind, log: String) {
    self.kind = kind
    self.log = log
  }

  public enum Kind: Hashable, Sendable {
    case offline(Offline)
    /// The server could not prove who it is, or does not speak TLS.
    case tls
    /// The answer has more bytes than the limit.
    case tooLarge(limit: Int)
    /// The answer ended before its end.
    case truncated
    /// What answered does not speak HTTP.
    case garbled
    case cancelled
    /// The request cannot be written as HTTP.
    case invalidRequest
    /// Something that this machine should have is missing.
    case unsupported
  }

  /// Why no server was reached.
  public enum Offline: String, Hashable, Sendable {
    /// Nothing listens there.
    case refused
    /// No address for the name.
    case unresolvable
    /// No way to the address.
    case unreachable
    case timedOut = "timed_out"
    /// The connection ended before an answer began.
    case dropped
  }

  public var description: String { log }
}
