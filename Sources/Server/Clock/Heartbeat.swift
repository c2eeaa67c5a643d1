import Loyalty
import SQLite
import Synchronization

/// The last sign of the servers on a database, by their machines' clock.
struct Heartbeat: Hashable, Sendable {
  var at: Instant
  /// Whether all of them were told to leave after it.
  var isClean: Bool

  /// Milliseconds after which an instance that gives no sign is there no more.
  ///
  /// It gives one every minute; what was known of it goes with the next sign of another one.
  static let kept: Int64 = 150_000
}

extension ServerSchema {
  /// One row: a heartbeat of any instance counts.
  static let heartbeat = """
    CREATE TABLE heartbeat (
      id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL, is_clean INTEGER NOT NULL
    ) STRICT;
    """

  /// A row for each instance: one that leaves does not speak for one that was killed.
  static let heartbeats = """
    CREATE TABLE instance (
      id TEXT PRIMARY KEY, at INTEGER NOT NULL, is_clean INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO instance (id, at, is_clean) SELECT 'before', at, is_clean FROM heartbeat;
    DROP TABLE heartbeat;
    """
}

extension ServerStore {
  func lastHeartbeat() throws -> Heartbeat? {
    try database.read { connection in
      try connection.first("SELECT max(at), min(is_clean) FROM instance") { row in
        row.optionalInt(0).map {
          Heartbeat(at: Instant(milliseconds: $0), isClean: row.bool(1))
        }
      } ?? nil
    }
  }

  /// Notes a sign of this instance, by a clock that is believed.
  ///
  /// - Parameter isAlone: forgets all others, which may have been noted by a wrong clock.
  func recordHeartbeat(_ heartbeat: Heartbeat, isAlone: Bool = false) throws {
    try database.write(locking: [.named("heartbeat")]) { connection in
      let at = heartbeat.at.rawValue
      try connection.execute(
        "DELETE FROM instance WHERE at NOT BETWEEN ? AND ?",
        isAlone
          ? [.integer(.max), .integer(.min)]
          : [.integer(at - Heartbeat.kept), .integer(at + Heartbeat.kept)])
      _ = try connection.execute(
        """
        INSERT INTO instance (id, at, is_clean) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET at = excluded.at, is_clean = excluded.is_clean
        """,
        [.text(instance), .integer(at), .integer(heartbeat.isClean ? 1 : 0)])
    }
  }
}

extension ServerStore {
  /// Somebody has said that the clock is right: by moving a demo's calendar, or by `settle`.
  ///
  /// Other instances on this database hear of it with their next heartbeat.
  ///
  /// - Parameter isClean: whether whoever says so leaves.
  func believe(_ clock: CalendarClock, isClean: Bool) throws {
    guard trust.isUsed else { return }
    trust.believe()
    try recordHeartbeat(Heartbeat(at: clock.machine, isClean: isClean), isAlone: true)
  }
}

extension LoyaltyServer {
  /// Notes that a server is here, and looks whether the clock can be believed; call it every minute.
  ///
  /// NB: nothing is noted by a clock that is in doubt, so that a restart doubts it too.
  public func keepTime() {
    do {
      try keepTimeOrThrow()
      toldOfHeartbeat.withLock { $0 = nil }
    } catch {
      // Once: in a minute it will fail for the same reason.
      let words = "\(error)"
      let isNew = toldOfHeartbeat.withLock { told in
        defer { told = words }
        return told != words
      }
      if isNew { tell("keeping time", error) }
    }
  }

  private func keepTimeOrThrow() throws {
    if let doubt = store.trust.look() {
      // Another instance, or whoever has said yes, believes what this clock shows.
      guard let last = try store.lastHeartbeat(),
        abs(last.at.rawValue - doubt.shown.rawValue) <= ClockTrust.tolerance
      else { return }
    }
    store.trust.believe()
    try store.recordHeartbeat(Heartbeat(at: clock.machine, isClean: false))
    isKeepingTime.store(true, ordering: .relaxed)
  }

  /// Notes that the server was told to leave, so that any time may pass before the next start.
  func leaveCleanly() {
    guard isKeepingTime.load(ordering: .relaxed), store.trust.doubt == nil else { return }
    do {
      try store.recordHeartbeat(Heartbeat(at: clock.machine, isClean: true))
    } catch {
      tell("noting the end", error)
    }
  }
}
