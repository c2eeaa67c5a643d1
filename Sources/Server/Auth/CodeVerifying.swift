import Contract
import HTTPTypes
import Loyalty
import SQLite

extension ServerStore {
  /// Takes a code once; the phone that has no member yet joins.
  ///
  /// The tokens are kept nowhere. Whoever asks again with the same `Idempotency-Key` within a minute,
  /// since the answer was lost, gets new ones, and the session that nobody has heard of ends.
  ///
  /// - Returns: a refusal, too: the wrong try that it counted must stay.
  func verify(
    _ verification: CodeVerification, _ context: RequestContext
  ) throws -> Result<SessionTokens, Problem> {
    // NB: the phone is known only to the database; its locks are those of the member who signs in.
    try database.write(locking: []) { connection in
      try verify(verification, context, connection)
    }
  }

  /// A challenge as the table has it.
  private struct Stored {
    let id: String
    let phone: PhoneNumber
    let proof: String
    let expiresAt: Instant
    let isVoid: Bool
    let use: Use?

    /// What came of the code.
    struct Use {
      let key: String
      let at: Instant
      let session: String
    }
  }

  private func verify(
    _ verification: CodeVerification, _ context: RequestContext, _ connection: Connection
  ) throws -> Result<SessionTokens, Problem> {
    let stored = try stored(verification.challengeID, connection)
    // NB: counted out also where there is nothing to compare with, so that both take as long.
    let proof = try phoneKey().proof(
      of: String(verification.code.prefix(32)), for: verification.challengeID)
    let isRight = Secret.isSame(proof, stored?.proof ?? "")
    guard let stored else { return .failure(.askAgain(in: context.language)) }
    if let use = stored.use {
      guard isRight, isRepeated(use, context) else {
        return .failure(.askAgain(in: context.language))
      }
      return try reopen(stored, use, context, connection)
    }
    let limits = try CodeLimits(self, stored.phone, context)
    let tries = try limits.tries(of: stored.id, connection)
    guard tries.wait == 0 else {
      return .failure(Problem(.otpLocked, in: context.language, retryAfter: tries.wait))
    }
    guard !stored.isVoid, stored.expiresAt > context.machine, tries.left > 0 else {
      return .failure(.askAgain(in: context.language))
    }
    guard isRight else {
      if try isReplaced(verification.code, by: stored, connection) {
        return .failure(.replaced(in: context.language))
      }
      try limits.noteMiss(of: stored.id, connection)
      return .failure(.wrongCode(triesLeft: tries.left - 1, in: context.language))
    }
    try limits.noteOwner(connection)
    let member = try member(phone: stored.phone, now: context.now, connection)
    try memory(of: stored.phone).recall(for: member.id, at: context.now, connection)
    let opened = try openSession(for: member, context, connection)
    try connection.execute(
      "UPDATE challenge SET is_void = 1, used_key = ?, used_at = ?, session = ? WHERE id = ?",
      [
        .text(Token.fingerprint(context.request.fields[.idempotencyKey] ?? "")),
        .integer(context.machine.rawValue), .text(opened.session.id), .text(stored.id),
      ])
    return .success(opened.tokens)
  }

  private func stored(_ id: CodeChallenge.ID, _ connection: Connection) throws -> Stored? {
    try connection.first(
      """
      SELECT phone, code, expires_at, is_void, used_key, used_at, session FROM challenge
      WHERE id = ?
      """, [.text(id.rawValue)]
    ) { row in
      PhoneNumber(e164: row.text(0)).map { phone in
        Stored(
          id: id.rawValue, phone: phone, proof: row.text(1),
          expiresAt: Instant(milliseconds: row.int(2)), isVoid: row.bool(3),
          use: row.optionalText(4).map { key in
            Stored.Use(
              key: key, at: Instant(milliseconds: row.int(5)), session: row.optionalText(6) ?? "")
          })
      }
    } ?? nil
  }

  /// Whether it is the code of a message before, whose owner has asked for another one meanwhile.
  private func isReplaced(
    _ code: String, by stored: Stored, _ connection: Connection
  ) throws -> Bool {
    let before = try connection.query(
      "SELECT id, code FROM challenge WHERE phone = ? AND replaced_by = ?",
      [.text(stored.phone.e164), .text(stored.id)]
    ) { (id: CodeChallenge.ID($0.text(0)), proof: $0.text(1)) }
    let key = try phoneKey()
    return before.contains { old in
      Secret.isSame(key.proof(of: String(code.prefix(32)), for: old.id), old.proof)
    }
  }

  private func isRepeated(_ use: Stored.Use, _ context: RequestContext) -> Bool {
    let key = Token.fingerprint(context.request.fields[.idempotencyKey] ?? "")
    let age = context.machine.seconds(since: use.at)
    return Secret.isSame(use.key, key) && (0..<SessionRules.grace).contains(age)
  }

  /// NB: a session that was ended meanwhile stays ended, whoever repeats the login.
  private func reopen(
    _ stored: Stored, _ use: Stored.Use, _ context: RequestContext, _ connection: Connection
  ) throws -> Result<SessionTokens, Problem> {
    let member = try connection.first(
      """
      SELECT member.id, name, phone, joined_at, roles FROM session
      JOIN member ON member.id = session.member WHERE session.id = ?
      """, [.text(use.session)], Member.init(row:))
    guard let member else { return .failure(.askAgain(in: context.language)) }
    try delete(session: use.session, connection)
    let opened = try openSession(for: member, context, connection)
    try connection.execute(
      "UPDATE challenge SET session = ? WHERE id = ?",
      [.text(opened.session.id), .text(stored.id)])
    return .success(opened.tokens)
  }
}

extension Problem {
  /// The same for a code that is used, old, replaced or of nobody.
  fileprivate static func askAgain(in language: Language) -> Problem {
    Problem(
      .otpInvalid, in: language,
      detail: language == .russian ? "Запросите новый код." : "Ask for a new code.")
  }

  fileprivate static func replaced(in language: Language) -> Problem {
    Problem(
      .otpInvalid, in: language,
      detail: language == .russian
        ? "Этот код заменён новым: введите код из последнего сообщения."
        : "A newer code has replaced this one: type the one from the last message.")
  }

  fileprivate static func wrongCode(triesLeft left: Int, in language: Language) -> Problem {
    Problem(
      .otpInvalid, in: language,
      detail: language == .russian ? "Осталось попыток: \(left)." : "Tries left: \(left).")
  }
}
