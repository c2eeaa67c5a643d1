import Contract
import Loyalty
import SQLite

/// Whose request it is.
struct MemberSession: Hashable, Sendable {
  let id: String
  let member: Member.ID
}

/// How long tokens live, in seconds.
enum SessionRules {
  static let access: Int64 = 900
  /// A refresh token that was just replaced is accepted once more for so long: its answer may have
  /// been lost on the way.
  static let grace: Int64 = 60
  /// A session that nobody has refreshed for so long is over: it is purged, never refused before,
  /// so that a clock that is wrong for a moment signs nobody out.
  static let idle: Int64 = 365 * 86_400
  /// A token that was replaced so long ago is no sign of a thief any more, and forgotten.
  static let retired: Int64 = 30 * 86_400
}

extension ServerStore {
  /// The session of the request's access token.
  func session(for context: RequestContext) throws -> MemberSession {
    guard let token = context.request.fields.bearerToken else {
      throw Problem(.unauthenticated, in: context.language)
    }
    let found = try database.read { connection in
      try connection.first(
        """
        SELECT id, member, coalesce(last_used_at, 0) FROM session
        WHERE access = ? AND access_expires_at > ?
        """, [.text(Token.fingerprint(token)), .integer(context.machine.rawValue)]
      ) {
        (
          session: MemberSession(id: $0.text(0), member: .init($0.text(1))),
          lastUsedAt: Instant(milliseconds: $0.int(2))
        )
      }
    }
    guard let found else { throw Problem(.unauthenticated, in: context.language) }
    if context.mayWrite {
      try recordUse(of: found.session, lastUsedAt: found.lastUsedAt, now: context.now)
    }
    return found.session
  }

  func openSession(
    for member: Member, _ context: RequestContext, _ connection: Connection
  ) throws -> (tokens: SessionTokens, session: MemberSession) {
    let pair = tokens(after: Token.text(Token.random(bytes: 32)), member.roles)
    let session = MemberSession(id: Token.id("ses"), member: member.id)
    try connection.execute(
      """
      INSERT INTO session
        (id, member, access, access_expires_at, refresh, created_at, last_used_at, device)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7)
      """,
      [
        .text(session.id), .text(member.id.rawValue),
        .text(Token.fingerprint(pair.accessToken)),
        .integer(context.machine.adding(seconds: SessionRules.access).rawValue),
        .text(Token.fingerprint(pair.refreshToken)), .integer(context.now.rawValue),
        .optional(context.device),
      ])
    return (pair, session)
  }

  /// Replaces a session's tokens.
  ///
  /// The token just replaced is accepted once more within 60 s and gets the same new pair; used
  /// later, or a third time, it ends the session (RFC 9700, 4.14.2).
  ///
  /// - Returns: `nil` for a token that is good for nothing; the end of a session must stay.
  func refresh(_ token: String, _ context: RequestContext) throws -> SessionTokens? {
    try database.write(locking: []) { connection in
      try refresh(token, context, connection)
    }
  }

  private func refresh(
    _ token: String, _ context: RequestContext, _ connection: Connection
  ) throws -> SessionTokens? {
    let print = Token.fingerprint(token)
    let roles = { (member: String) in
      try connection.first("SELECT roles FROM member WHERE id = ?", [.text(member)]) { row in
        row.text(0).split(separator: " ").map { Role(rawValue: String($0)) }
      } ?? []
    }
    let current = try connection.first(
      "SELECT id, member FROM session WHERE refresh = ?", [.text(print)]
    ) { (id: $0.text(0), member: $0.text(1)) }
    if let current {
      let pair = tokens(after: token, try roles(current.member))
      let values: [Value] = [
        .text(Token.fingerprint(pair.accessToken)),
        .integer(context.machine.adding(seconds: SessionRules.access).rawValue),
        .text(Token.fingerprint(pair.refreshToken)), .text(print),
        .integer(context.machine.adding(seconds: SessionRules.grace).rawValue), .text(current.id),
      ]
      try connection.execute(
        """
        INSERT INTO retired (refresh, session, at) SELECT previous, id, ? FROM session
        WHERE id = ? AND previous IS NOT NULL ON CONFLICT (refresh) DO NOTHING
        """, [.integer(context.machine.rawValue), .text(current.id)])
      try connection.execute(
        """
        UPDATE session SET access = ?, access_expires_at = ?, refresh = ?, previous = ?,
          previous_until = ? WHERE id = ?
        """, values)
      try noteOwner(current.member, context, connection)
      return pair
    }
    let replaced = try connection.first(
      "SELECT id, member, previous_until FROM session WHERE previous = ?", [.text(print)]
    ) { (id: $0.text(0), member: $0.text(1), until: Instant(milliseconds: $0.int(2))) }
    if let replaced, replaced.until > context.machine {
      try connection.execute(
        "UPDATE session SET previous_until = 0 WHERE id = ?", [.text(replaced.id)])
      return tokens(after: token, try roles(replaced.member))
    }
    // Shown again too late: the session has to end, whoever it is.
    let retired = try connection.first(
      "SELECT session FROM retired WHERE refresh = ?", [.text(print)]
    ) { $0.text(0) }
    if let id = replaced?.id ?? retired { try delete(session: id, connection) }
    return nil
  }

  /// Whoever renews the session of a member is at an address of theirs.
  private func noteOwner(
    _ member: String, _ context: RequestContext, _ connection: Connection
  ) throws {
    let phone = try connection.first(
      "SELECT phone FROM member WHERE id = ?", [.text(member)]
    ) { PhoneNumber(e164: $0.text(0)) }
    guard let phone = phone ?? nil else { return }
    try CodeLimits(self, phone, context).noteOwner(connection)
  }

  func endSession(_ session: MemberSession) throws {
    try database.write(locking: []) { try delete(session: session.id, $0) }
  }

  /// Its streams end with it: here at once, on other instances with their next beat.
  func delete(session id: String, _ connection: Connection) throws {
    try connection.execute("DELETE FROM retired WHERE session = ?", [.text(id)])
    try connection.execute("DELETE FROM session WHERE id = ?", [.text(id)])
    connection.afterCommit { [ended] in ended.tell(id) }
  }

  /// The pair that follows a refresh token: derived, so that a repeated request gets the same one
  /// although no token is stored.
  private func tokens(after token: String, _ roles: [Role]) -> SessionTokens {
    let derived = { (use: String) in
      Token.text(SHA256.authenticate(Array((use + token).utf8), key: self.secret))
    }
    return SessionTokens(
      accessToken: derived("access:"), refreshToken: derived("refresh:"),
      expiresIn: Int(SessionRules.access), roles: roles)
  }
}
