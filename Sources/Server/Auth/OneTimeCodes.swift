import Contract
import HTTPTypes
import Loyalty
import SQLite

extension ServerStore {
  /// A fresh code for a phone, beside those that are under way.
  ///
  /// It voids the challenge that it replaces, which only who was given it can name, and no other.
  ///
  /// The same `Idempotency-Key` gets the same challenge and no second message, for a day; nothing is
  /// kept of a request that was refused.
  ///
  /// - Parameter send: called when all of it is in the database.
  func challenge(
    _ phone: PhoneNumber, replacing: CodeChallenge.ID?, _ context: RequestContext,
    _ send: @escaping @Sendable (CodeChallenge.ID, String) -> Void
  ) throws -> CodeChallenge {
    let locks: [Lock] = [.phone(phone.e164), .named("code_send")]
    return try database.write(locking: locks) { connection in
      let asked = Asked(context)
      if let again = try challenge(of: asked, connection) {
        guard again.request == asked.request else {
          throw Problem(.idempotencyMismatch, in: context.language)
        }
        return again.challenge
      }
      let limits = try CodeLimits(self, phone, context)
      if let (crowd, seconds) = try limits.hindrance(connection) {
        throw Problem(
          .rateLimited, in: context.language, detail: crowd.words(in: context.language),
          retryAfter: seconds)
      }
      let code = Token.code()
      let challenge = CodeChallenge(phone, until: context.now.adding(seconds: CodeRules.lifetime))
      if let replacing {
        try connection.execute(
          """
          UPDATE challenge SET is_void = 1, replaced_by = ?
          WHERE id = ? AND phone = ? AND used_key IS NULL
          """,
          [.text(challenge.id.rawValue), .text(replacing.rawValue), .text(phone.e164)])
      }
      try insert(challenge, phone, code, asked, context.machine, connection)
      try limits.noteSend(connection)
      connection.afterCommit { send(challenge.id, code) }
      return challenge
    }
  }

  /// What a request for a code is known again by.
  private struct Asked {
    let key: String
    let request: String

    init(_ context: RequestContext) {
      key = Token.fingerprint(context.request.fields[.idempotencyKey] ?? "")
      request = Token.text(SHA256.hash(context.request.body))
    }
  }

  private func challenge(
    of asked: Asked, _ connection: Connection
  ) throws -> (challenge: CodeChallenge, request: String)? {
    try connection.first(
      "SELECT id, phone, shown_until, request FROM challenge WHERE request_key = ?",
      [.text(asked.key)]
    ) { row -> (challenge: CodeChallenge, request: String)? in
      PhoneNumber(e164: row.text(1)).map { phone in
        let end = Instant(milliseconds: row.int(2))
        return (CodeChallenge(phone, id: .init(row.text(0)), until: end), row.text(3))
      }
    } ?? nil
  }

  private func insert(
    _ challenge: CodeChallenge, _ phone: PhoneNumber, _ code: String, _ asked: Asked,
    _ now: Instant, _ connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO challenge
        (id, phone, code, created_at, expires_at, shown_until, request_key, request)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(challenge.id.rawValue), .text(phone.e164),
        .text(try phoneKey().proof(of: code, for: challenge.id)), .integer(now.rawValue),
        .integer(now.adding(seconds: CodeRules.lifetime).rawValue),
        .integer(challenge.expiresAt.rawValue), .text(asked.key), .text(asked.request),
      ])
  }
}

extension CodeChallenge {
  fileprivate init(
    _ phone: PhoneNumber, id: ID = .init(Token.id("otp")), until expiresAt: Instant
  ) {
    self.init(
      id: id, maskedTarget: phone.masked, codeLength: CodeRules.length, expiresAt: expiresAt,
      resendAfter: CodeRules.resendAfter)
  }
}

extension CodeLimits.Crowd {
  func words(in language: Language) -> String {
    let russian = language == .russian
    return switch self {
    case .phone:
      russian
        ? "На этот номер уже отправлены коды: посмотрите сообщения."
        : "Codes have been sent to this number already: look at your messages."
    case .address:
      russian
        ? "Из вашей сети запросили слишком много кодов."
        : "Too many codes were asked for from your network."
    case .all:
      russian
        ? "Сейчас кодов запрашивают слишком много."
        : "Too many codes are being asked for right now."
    }
  }
}
