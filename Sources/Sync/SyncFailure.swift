public import Contract
public import Loyalty
public import Transport

/// Why talking to the server did not work out.
public enum SyncFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// No server was reached, or another page answered; the words are for the log.
  case offline(Unreached, String)
  /// The server said no, in words for the member.
  case problem(Problem)
  /// The answer made no sense; what about it is for the log.
  case garbled(String)
  case tooLarge
  /// There is no session, or the server has ended it.
  case signedOut
  /// The local store or the session's file failed; and what the disk refuses, when it is that.
  case store(String, StorageProblem? = nil)
  /// Something that this machine should have is missing, such as libcurl.
  case unsupported(String)
  case cancelled

  public var description: String { log }

  /// One line for the log: which kind it is, and what was said about it.
  public var log: String {
    switch self {
    case .offline(let cause, let words): "not reached: \(cause.name): \(words)"
    case .problem(let problem):
      "refused: \(problem.status) \(problem.code.rawValue): \(problem.title)"
    case .garbled(let words): "no sense: \(words)"
    case .tooLarge: "too large"
    case .signedOut: "signed out"
    case .store(let words, _): "store: \(words)"
    case .unsupported(let words): "missing: \(words)"
    case .cancelled: "cancelled"
    }
  }

  /// Seconds after which the server wants to be asked again, if it has said so.
  var seconds: Int? {
    switch self {
    case .offline(let cause, _): cause.seconds
    case .problem(let problem): problem.retryAfter
    case .garbled, .tooLarge, .signedOut, .store, .unsupported, .cancelled: nil
    }
  }

  public init(_ error: TransportError) {
    switch error.kind {
    case .offline(let cause): self = .offline(cause, error.log)
    case .tooLarge: self = .tooLarge
    case .truncated: self = .garbled("truncated: \(error.log)")
    case .garbled: self = .garbled("bad HTTP: \(error.log)")
    case .invalidRequest: self = .garbled("a request that cannot be sent: \(error.log)")
    case .cancelled: self = .cancelled
    case .unsupported: self = .unsupported(error.log)
    }
  }
}
