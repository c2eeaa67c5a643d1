import Loyalty
import SQLite

extension ServerStore {
  /// Seconds within which a session is not noted as used again.
  private static let usePrecision: Int64 = 60

  /// All sessions of a session's member, last used first.
  func sessions(beside current: MemberSession) throws -> [LoginSession] {
    try database.read { connection in
      try connection.query(
        """
        SELECT id, device, created_at, coalesce(last_used_at, created_at) AS used FROM session
        WHERE member = ? ORDER BY used DESC, created_at DESC, id
        """, [.text(current.member.rawValue)]
      ) { row in
        LoginSession(
          id: .init(row.text(0)), device: row.optionalText(1),
          createdAt: Instant(milliseconds: row.int(2)),
          lastUsedAt: Instant(milliseconds: row.int(3)), isCurrent: row.text(0) == current.id)
      }
    }
  }

  /// Ends a session, if it is the member's own.
  func endSession(_ id: LoginSession.ID, of member: Member.ID) throws {
    try database.write(locking: []) { connection in
      let isOwn = try connection.first(
        "SELECT 1 FROM session WHERE id = ? AND member = ?",
        [.text(id.rawValue), .text(member.rawValue)], { _ in true })
      if isOwn == true { try delete(session: id.rawValue, connection) }
    }
  }

  func endOthers(than session: MemberSession) throws {
    try database.write(locking: []) { connection in
      let others = try connection.query(
        "SELECT id FROM session WHERE member = ? AND id <> ?",
        [.text(session.member.rawValue), .text(session.id)]
      ) { $0.text(0) }
      for id in others { try delete(session: id, connection) }
    }
  }

  /// Notes that a session was used, at most once a minute.
  func recordUse(of session: MemberSession, lastUsedAt: Instant, now: Instant) throws {
    guard now.seconds(since: lastUsedAt) >= Self.usePrecision else { return }
    try database.write(locking: []) { connection in
      _ = try connection.execute(
        "UPDATE session SET last_used_at = ? WHERE id = ?",
        [.integer(now.rawValue), .text(session.id)])
    }
  }
}
