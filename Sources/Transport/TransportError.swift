public import Loyalty

/// Why an exchange brought no answer.
public struct TransportError: Error, Equatable, Sendable, CustomStringConvertible {
  public var kind: Kind
  /// For the log: no token, no path, no body.
  public var log: String

  public init(_ kind: Kind, log: String) {
    self.kind = kind
    self.log = log
  }

  public enum Kind: Equatable, Sendable {
    /// No server was reached, or it could not prove who it is.
    case offline(Unreached)
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

  public var description: String { log }
}

extension TransportError {
  package static let cancelled = TransportError(.cancelled, log: "cancelled")

  package static func tooLarge(_ limit: Int) -> TransportError {
    TransportError(.tooLarge(limit: limit), log: "an answer of more than \(limit) bytes")
  }
}
