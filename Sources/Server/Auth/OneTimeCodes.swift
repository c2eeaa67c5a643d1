import Contract
import Loyalty
import SQLite

/// The rules of one-time codes.
enum CodeRules {
  static let length = 6
  /// Seconds that a code can be used.
  static let lifetime: Int64 = 300
  static let sendsPerMinute = 3
  static let sendsPerHalfHour = 5
  static let triesPerMinute = 5
  /// Seconds that the client waits before it offers another code.
  static let resendAfter = 30
}

extension ServerStore {
  /// A fresh code for a phone; it voids the one before.
  func challenge(
    _ phone: PhoneNumber, _ context: RequestContext
  ) throws -> (CodeChallenge, code: String) {
    let now = context.machine
    let code = Token.code()
    let salt = Token.text(Token.random(bytes: 12))
    let challenge = CodeChallenge(
      id: .init(Token.id("otp")), maskedTarget: phone.masked, codeLength: CodeRules.length,
      expiresAt: context.now.adding(seconds: CodeRules.lifetime), resendAfter: CodeRules.resendAfter
    )
    try database.write(locking: [.phone(phone.e164)]) { connection in
      let sends = try times(
        "SELECT created_at FROM challenge WHERE phone = ? AND created_at > ?", phone,
        since: now.adding(seconds: -1800), connection)
      let wait = max(
        wait(sends, limit: CodeRules.sendsPerMinute, seconds: 60, now),
        wait(sends, limit: CodeRules.sendsPerHalfHour, seconds: 1800, now))
      if wait > 0 { throw Problem(.rateLimited, in: context.language, retryAfter: wait) }
      try connection.execute(
        "UPDATE challenge SET is_void = 1 WHERE phone = ?", [.text(phone.e164)])
      try connection.execute(
        "INSERT INTO challenge VALUES (?, ?, ?, ?, ?, ?, 0)",
        [
          .text(challenge.id.rawValue), .text(phone.e164), .text(Token.fingerprint(salt + code)),
          .text(salt), .integer(now.rawValue),
          .integer(now.adding(seconds: CodeRules.lifetime).rawValue),
        ])
    }
    return (challenge, code)
  }

  /// Takes a code once; the phone that has no member yet joins.
  func verify(
    _ verification: CodeVerification, _ context: RequestContext
  ) throws -> SessionTokens {
    let outcome = try database.write(locking: []) { connection in
      try verify(verification, context, connection)
    }
    // Thrown outside, so that the counted try is not rolled back with it.
    return try outcome.get()
  }

  private func verify(
    _ verification: CodeVerification, _ context: RequestContext, _ connection: Connection
  ) throws -> Result<SessionTokens, Problem> {
    let russian = context.language == .russian
    let found = try connection.first(
      "SELECT phone, code, salt, expires_at, is_void FROM challenge WHERE id = ?",
      [.text(verification.challengeID.rawValue)]
    ) { row in
      (
        phone: row.text(0), code: row.text(1), salt: row.text(2),
        expiresAt: Instant(milliseconds: row.int(3)), isVoid: row.bool(4)
      )
    }
    guard let found, let phone = PhoneNumber(e164: found.phone) else {
      return .failure(Problem(.otpInvalid, in: context.language))
    }
    let tries = try times(
      "SELECT at FROM attempt WHERE phone = ? AND at > ?", phone,
      since: context.machine.adding(seconds: -60), connection)
    let wait = wait(tries, limit: CodeRules.triesPerMinute, seconds: 60, context.machine)
    guard wait == 0 else {
      return .failure(Problem(.otpLocked, in: context.language, retryAfter: wait))
    }
    guard !found.isVoid, found.expiresAt > context.machine else {
      let words = russian ? "Запросите новый код." : "Ask for a new code."
      return .failure(Problem(.otpInvalid, in: context.language, detail: words))
    }
    guard Token.fingerprint(found.salt + verification.code) == found.code else {
      try connection.execute(
        "INSERT INTO attempt VALUES (?, ?)",
        [.text(phone.e164), .integer(context.machine.rawValue)])
      let left = CodeRules.triesPerMinute - tries.count - 1
      let words = russian ? "Осталось попыток: \(left)." : "Tries left: \(left)."
      return .failure(Problem(.otpInvalid, in: context.language, detail: words))
    }
    try connection.execute(
      "UPDATE challenge SET is_void = 1 WHERE id = ?", [.text(verification.challengeID.rawValue)])
    try connection.execute("DELETE FROM attempt WHERE phone = ?", [.text(phone.e164)])
    let member = try member(phone: phone, now: context.now, connection)
    return .success(
      try openSession(for: member, context, connection))
  }

  private func times(
    _ sql: String, _ phone: PhoneNumber, since: Instant, _ connection: Connection
  ) throws -> [Instant] {
    try connection.query(sql, [.text(phone.e164), .integer(since.rawValue)]) {
      Instant(milliseconds: $0.int(0))
    }
  }

  /// Seconds until fewer than `limit` of the times lie within the last `seconds`.
  private func wait(_ times: [Instant], limit: Int, seconds: Int64, _ now: Instant) -> Int {
    let recent = times.filter { $0 > now.adding(seconds: -seconds) }.sorted()
    guard recent.count >= limit else { return 0 }
    let free = recent[recent.count - limit].adding(seconds: seconds)
    return max(1, Int((free.rawValue - now.rawValue + 999) / 1000))
  }
}
