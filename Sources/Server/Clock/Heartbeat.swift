import Loyalty
import SQLite
import Synchronization

/// The last sign of a server on a database, by its machine's clock.
struct Heartbeat: Hashable, Sendable {
  var at: Instant
  /// Whether it was told to leave after it.
  var isClean: Bool
}

extension ServerSchema {
  /// One row: a heartbeat of any instance counts.
  static let heartbeat = """
    CREATE TABLE heartbeat (
      id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL, is_clean INTEGER NOT NULL
    ) STRICT;
    """
}

extension ServerStore {
  func lastHeartbeat() throws -> Heartbeat? {
    try database.read { connection in
      try connection.first("SELECT at, is_clean FROM heartbeat") { row in
        Heartbeat(at: Instant(milliseconds: row.int(0)), isClean: row.bool(1))
      }
    }
  }

  func keep(_ heartbeat: Heartbeat) throws {
    try database.write(locking: [.named("heartbeat")]) { connection in
      _ = try connection.execute(
        """
        INSERT INTO heartbeat (id, at, is_clean) VALUES (1, ?1, ?2)
        ON CONFLICT (id) DO UPDATE SET at = excluded.at, is_clean = excluded.is_clean
        """, [.integer(heartbeat.at.rawValue), .integer(heartbeat.isClean ? 1 : 0)])
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
    try keep(Heartbeat(at: clock.machine, isClean: isClean))
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
    try store.keep(Heartbeat(at: clock.machine, isClean: false))
    isKeepingTime.store(true, ordering: .relaxed)
  }

  /// Notes that the server was told to leave, so that any time may pass before the next start.
  func leaveCleanly() {
    guard isKeepingTime.load(ordering: .relaxed), store.trust.doubt == nil else { return }
    do {
      try store.keep(Heartbeat(at: clock.machine, isClean: true))
    } catch {
      tell("noting the end", error)
    }
  }
}
