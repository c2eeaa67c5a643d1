import Contract
import HTTPTypes
import Loyalty
import Transport

/// When a request is sent once more, and after how long.
struct RetryPolicy: Sendable {
  /// How often a request may be sent without doing twice what it does.
  enum Repeatability: Sendable {
    /// Reading, and what carries an idempotency key.
    case any
    /// A refresh: the token that was just replaced is taken once more, the next time ends the
    /// session.
    case onceMore
    /// Only when the server cannot have acted on it.
    case unlessDelivered
  }

  static let maximumTries = 3
  /// A member does not wait longer than this for a repetition; the failure is told instead.
  static let longestWait: Duration = .seconds(5)
  static let base: Duration = .milliseconds(250)
  static let cap: Duration = .seconds(2)

  /// The wait before the next try; `nil` when this one is final.
  ///
  /// - Parameters:
  ///   - attempt: from 1.
  ///   - random: from 0 up to 1.
  static func wait(
    after outcome: Result<Response, TransportError>, attempt: Int, _ repeatability: Repeatability,
    random: Double
  ) -> Duration? {
    guard attempt < maximumTries else { return nil }
    switch outcome {
    case .success(let response):
      // NB: in progress is the very request that is repeated: its first answer got lost.
      guard [429, 503].contains(response.status.code) || response.problem?.code == .inProgress
      else { return nil }
      guard let seconds = response.secondsToWait else { return backoff(attempt, random) }
      let wait: Duration = .seconds(seconds)
      return wait <= longestWait ? wait : nil
    case .failure(let error):
      return isPassing(error, attempt, repeatability) ? backoff(attempt, random) : nil
    }
  }

  /// Exponential, with full jitter, so that clients that failed together do not return together.
  private static func backoff(_ attempt: Int, _ random: Double) -> Duration {
    min(cap, base * (1 << (attempt - 1))) * random
  }

  private static func isPassing(
    _ error: TransportError, _ attempt: Int, _ repeatability: Repeatability
  ) -> Bool {
    switch error.kind {
    case .tooLarge, .garbled, .cancelled, .invalidRequest, .unsupported: false
    case .offline(let cause): isPassing(cause, attempt, repeatability)
    case .truncated: isRepeatable(attempt, repeatability)
    }
  }

  private static func isPassing(
    _ cause: Unreached, _ attempt: Int, _ repeatability: Repeatability
  ) -> Bool {
    switch cause {
    case .refused, .unresolvable, .unreachable: true
    case .dropped: isRepeatable(attempt, repeatability)
    // A time-out has cost the member's patience already; the rest does not pass by itself.
    case .timedOut, .certificate, .notTLS, .handshake, .needsTLS, .authorities, .otherPage,
      .redirected, .proxyPassword, .proxyUnreachable, .proxyRefused, .proxyCertificate,
      .proxyNotTLS, .proxyHandshake, .notHTTP, .foreign, .networkLogin, .status, .busy,
      .unavailable:
      false
    }
  }

  /// What may have been delivered is sent again only where that does no harm.
  private static func isRepeatable(_ attempt: Int, _ repeatability: Repeatability) -> Bool {
    switch repeatability {
    case .any: true
    case .onceMore: attempt == 1
    case .unlessDelivered: false
    }
  }
}

extension RetryPolicy.Repeatability {
  init(_ route: Route) {
    if route == .refreshSession {
      self = .onceMore
    } else {
      self = route.method == .post && !route.needsIdempotencyKey ? .unlessDelivered : .any
    }
  }
}
