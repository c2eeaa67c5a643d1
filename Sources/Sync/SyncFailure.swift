public import Contract
public import Transport

/// Why talking to the server did not work out.
public enum SyncFailure: Error, Hashable, Sendable {
  /// No server was reached; the cause is for the log.
  case offline(String)
  /// The server said no, in words for the member.
  case problem(Problem)
  /// The answer made no sense; what about it is for the log.
  case garbled(String)
  case tooLarge
  /// There is no session, or the server has ended it.
  case signedOut
  /// The local store or the session's file failed.
  case store(String)
  /// Something that this machine should have is missing, such as libcurl.
  case unsupported(String)
  case cancelled

  public init(_ error: TransportError) {
    switch error.kind {
    case .offline(let cause): self = .offline("\(cause.rawValue): \(error.log)")
    case .tls: self = .offline("tls: \(error.log)")
    case .tooLarge: self = .tooLarge
    case .truncated: self = .garbled("truncated: \(error.log)")
    case .garbled: self = .garbled("not HTTP: \(error.log)")
    case .invalidRequest: self = .garbled("a request that cannot be sent: \(error.log)")
    case .cancelled: self = .cancelled
    case .unsupported: self = .unsupported(error.log)
    }
  }
}
