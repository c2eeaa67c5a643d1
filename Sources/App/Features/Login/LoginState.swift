public import Loyalty

/// Logging in by phone and one-time code.
public struct LoginState: Equatable, Sendable {
  public enum Step: Equatable, Sendable {
    case phone
    case code(Challenge)
  }

  public var step = Step.phone
  public var phone = TextField(limit: 24, kind: .phone)
  public var code = TextField(limit: 12)
  public var isBusy = false
  /// Text messages of a demo, the newest last: one may come before the answer whose code it brings.
  private var messages: [TextMessage] = []
  /// Numbers that were changed while their code was asked for: nobody waits for the answer.
  var abandoned: Set<PhoneNumber> = []
  /// What stands under the field that it is about.
  public var problem: Problem?
  /// Until when the server asked to wait.
  public var waitUntil: Instant?
  /// Where a guest was who came to log in.
  var origin: Tab?

  public init() {}

  /// Why the last try did not work.
  public enum Problem: Equatable, Sendable {
    case phoneInvalid
    case codeLength(Int)
    case trouble(Trouble)
  }

  /// Keeps a message until its code can be used, which is once.
  mutating func receive(_ message: TextMessage) {
    guard !messages.contains(where: { $0.challenge == message.challenge }) else { return }
    messages = messages.suffix(LoginState.mostMessages - 1) + [message]
  }

  private static let mostMessages = 8

  /// The message for the code that is asked for, as long as that can be used.
  func message(now: Instant) -> TextMessage? {
    guard case .code(let challenge) = step, challenge.expiresAt > now else { return nil }
    return messages.last { $0.challenge == challenge.id && !$0.code.isEmpty }
  }

  /// The code of the message, whose second copy is not offered again.
  mutating func takeCode(now: Instant) -> String? {
    guard let message = message(now: now),
      let place = messages.lastIndex(of: message)
    else { return nil }
    messages[place].code = ""
    return message.code
  }

  /// Whether an answer is for what is on the screen: the number may have been changed meanwhile, and
  /// an older answer may come after a newer one.
  mutating func expects(_ challenge: Challenge) -> Bool {
    if abandoned.remove(challenge.phone) != nil { return false }
    guard !isBusy, case .code(let shown) = step, shown.phone == challenge.phone else { return true }
    return challenge.expiresAt >= shown.expiresAt
  }

  /// When what a visible countdown or an offered code says changes next.
  ///
  /// - Parameter isSeen: else nothing is counted, and what comes to its end does so all the same.
  func nextTick(now: Instant, isSeen: Bool) -> Instant? {
    let end: Instant? =
      if case .code(let challenge) = step, message(now: now) != nil { challenge.expiresAt } else {
        nil
      }
    let next = isSeen ? nextSecond(now: now) : waitUntil
    return [next, end].compactMap(\.self).min()
  }

  private func nextSecond(now: Instant) -> Instant? {
    var ends = [waitUntil]
    if case .code(let challenge) = step { ends.append(challenge.resendAt) }
    guard ends.contains(where: { $0.map { $0 > now } ?? false }) else { return nil }
    return now.adding(milliseconds: 1000)
  }
}

/// A code that is on its way.
public struct Challenge: Equatable, Sendable {
  public typealias ID = Identifier<Challenge>

  public var id: ID
  public var phone: PhoneNumber
  /// The phone with its middle hidden.
  public var target: String
  /// Digits.
  public var codeLength: Int
  public var expiresAt: Instant
  public var resendAt: Instant

  public init(
    id: ID, phone: PhoneNumber, target: String, codeLength: Int, expiresAt: Instant,
    resendAt: Instant
  ) {
    self.id = id
    self.phone = phone
    self.target = target
    self.codeLength = codeLength
    self.expiresAt = expiresAt
    self.resendAt = resendAt
  }
}
