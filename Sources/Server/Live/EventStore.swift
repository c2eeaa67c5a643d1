import Contract
import Loyalty
import SQLite

/// One line of what changed.
struct StoredEvent: Sendable {
  var id: Int64
  /// `nil` is everybody.
  var member: Member.ID?
  var hint: ChangeHint

  var encoded: [UInt8] { ServerEvent.encoded(hint, id: id) }
}

/// The events as they stand in the database, read through one connection or another.
struct EventLog: Sendable {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// The newest event that was ever written, 0 before the first.
  func last() throws -> Int64 {
    try database.read(last)
  }

  private func last(_ connection: Connection) throws -> Int64 {
    try connection.newestNumber(in: "event")
  }

  /// What has been written after an event, and the newest there is, which need not be among it.
  func news(after: Int64) throws -> (last: Int64, events: [StoredEvent]) {
    try database.read { connection in
      let last = try last(connection)
      guard last != after else { return (last, []) }
      return (
        last,
        try connection.query(
          "SELECT id, member, resource, ref FROM event WHERE id > ? ORDER BY id",
          [.integer(after)], StoredEvent.init(row:))
      )
    }
  }

  /// What somebody who comes back has missed, ready to be sent.
  ///
  /// Whoever knows a place that is not remembered, or has missed a lot, is told to ask for all.
  func hints(after: Int64, to last: Int64, for session: MemberSession?) throws -> [UInt8] {
    guard after != last else { return [] }
    let all = ServerEvent.encoded(ChangeHint(.unknown), id: last)
    return try database.read { connection in
      let oldest =
        try connection.first("SELECT min(id) FROM event") { $0.optionalInt(0) } ?? nil
      guard after < last, after >= (oldest ?? last) - 1 else { return all }
      let missed = try connection.query(
        """
        SELECT id, member, resource, ref FROM event
        WHERE id > ? AND id <= ? AND (member IS NULL OR member = ?) ORDER BY id LIMIT 101
        """,
        [.integer(after), .integer(last), .text(session?.member.rawValue ?? "")],
        StoredEvent.init(row:))
      return missed.count <= 100 ? missed.flatMap(\.encoded) : all
    }
  }

  /// Those of the sessions whose access token would still be taken.
  func stillValid(_ sessions: Set<MemberSession>, at now: Instant) throws -> Set<MemberSession> {
    guard !sessions.isEmpty else { return [] }
    return try database.read { connection in
      try sessions.filter { session in
        try connection.first(
          "SELECT 1 FROM session WHERE id = ? AND access_expires_at > ?",
          [.text(session.id), .integer(now.rawValue)]
        ) { _ in true } ?? false
      }
    }
  }
}

extension ServerStore {
  /// The newest event, in the view of whoever asks.
  func lastEvent() throws -> Int64 { try EventLog(database).last() }
}

extension StoredEvent {
  init(row: Row) {
    self.init(
      id: row.int(0), member: row.optionalText(1).map { .init($0) },
      hint: ChangeHint(.init(rawValue: row.text(2)), id: row.optionalText(3)))
  }
}
