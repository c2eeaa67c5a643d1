public import Loyalty

/// Logging in by phone and one-time code.
public struct LoginState: Hashable, Sendable {
  public enum Step: Hashable, Sendable {
    case phone
    case code(Challenge)
  }

  public var step = Step.phone
  public var phone = TextField(limit: 24)
  public var code = TextField(limit: 12)
  public var isBusy = false
  /// It came before the answer that makes room for the code.
  var earlyMessage: TextMessage?
  /// What stands under the field that it is about.
  public var problem: Problem?
  /// Until when the server asked to wait.
  public var waitUntil: Instant?
  /// Where a guest was who came to log in.
  var origin: Tab?

  public init() {}

  /// Why the last try did not work.
  public enum Problem: Hashable, Sendable {
    case phoneInvalid
    case codeLength(Int)
    case trouble(Trouble)
  }

  /// The next second that a visible countdown shows.
  func nextTick(now: Instant) -> Instant? {
    var ends = [waitUntil]
    if case .code(let challenge) = step { ends.append(challenge.resendAt) }
    guard ends.contains(where: { $0.map { $0 > now } ?? false }) else { return nil }
    return now.adding(milliseconds: 1000)
  }
}

/// A code that is on its way.
public struct Challenge: Hashable, Sendable {
  public typealias ID = Identifier<Challenge>

  public var id: ID
  /// The phone with its middle hidden.
  public var target: String
  /// Digits.
  public var codeLength: Int
  public var expiresAt: Instant
  public var resendAt: Instant

  public init(
    id: ID, target: String, codeLength: Int, expiresAt: Instant, resendAt: Instant
  ) {
    self.id = id
    self.target = target
    self.codeLength = codeLength
    self.expiresAt = expiresAt
    self.resendAt = resendAt
  }
}
