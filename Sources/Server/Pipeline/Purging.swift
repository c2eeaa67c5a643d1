import Loyalty
import SQLite
import Synchronization

/// Rows that nobody can ask for any more.
struct Outdated {
  let table: String
  /// Milliseconds since 1970, with an index on it.
  let column: String
  /// Milliseconds that a row is kept after that.
  let kept: Int64
  /// Which rows, where it is not all of them.
  var condition = "1 = 1"

  private static let day: Int64 = 86_400_000

  static let all = [
    Outdated(table: "idempotency", column: "created_at", kept: ServerStore.kept),
    Outdated(table: "challenge", column: "created_at", kept: day),
    Outdated(table: "code_send", column: "at", kept: day),
    Outdated(table: "code_miss", column: "at", kept: day),
    Outdated(table: "known_address", column: "at", kept: CodeRules.remembered * 1000),
    Outdated(table: "promo_code_miss", column: "at", kept: day),
    Outdated(
      table: "phone_memory", column: "at", kept: day, condition: "what = 'promo_code_miss'"),
    Outdated(table: "retired", column: "at", kept: SessionRules.retired * 1000),
    Outdated(table: "session", column: "access_expires_at", kept: SessionRules.idle * 1000),
  ]
}

extension ServerStore {
  /// Rows of one table that go in one transaction: whoever writes meanwhile waits for no more.
  static let mostPurged = 500
  /// Milliseconds between two looks, at least and at most.
  static let purgePause: ClosedRange<Int64> = 60_000...600_000
  /// Milliseconds after a full batch, in which others come to write.
  private static let batchPause: Int64 = 100

  /// Deletes some of what is outdated, by the machine's clock.
  ///
  /// - Returns: when it is to be called again.
  func purgeSome(now: Instant) throws -> Instant {
    var next = Instant(milliseconds: now.rawValue + Self.purgePause.upperBound)
    // A clock that is in doubt takes nothing away.
    let horizon = trust.horizon(machine: now).rawValue
    for outdated in Outdated.all {
      let end = horizon - outdated.kept
      let (count, oldest) = try purgeSome(outdated, before: end)
      if count >= Self.mostPurged {
        next = min(next, Instant(milliseconds: now.rawValue + Self.batchPause))
      } else if let oldest {
        let due = max(
          Instant(milliseconds: oldest).rawValue + outdated.kept,
          now.rawValue + Self.purgePause.lowerBound)
        next = min(next, Instant(milliseconds: due))
      }
    }
    return next
  }

  /// - Returns: how many rows went, and how old the oldest one is that stays.
  private func purgeSome(
    _ outdated: Outdated, before end: Int64
  ) throws -> (count: Int, oldest: Int64?) {
    let (table, column) = (outdated.table, outdated.column)
    let oldest = "SELECT min(\(column)) FROM \(table) WHERE \(outdated.condition)"
    // NB: most looks find nothing, and need not wait for whoever writes.
    let found = try database.read { try $0.first(oldest) { $0.optionalInt(0) } ?? nil }
    guard let found, found < end else { return (0, found) }
    return try database.write(locking: [.named("purge \(table)")]) { connection in
      let count = try connection.execute(
        """
        DELETE FROM \(table) WHERE \(outdated.condition) AND \(column) <= (
          SELECT max(\(column)) FROM (SELECT \(column) FROM \(table)
            WHERE \(outdated.condition) AND \(column) < ? ORDER BY \(column) LIMIT ?) AS oldest)
        """, [.integer(end), .integer(Int64(Self.mostPurged))])
      // What has gone still stands in the log; after the last batch it is emptied.
      if count > 0, count < Self.mostPurged { noteLeftovers(connection) }
      return (count, try connection.first(oldest) { $0.optionalInt(0) } ?? nil)
    }
  }

  /// What is overwritten with this unit still stands in the log until that is emptied.
  func noteLeftovers(_ connection: Connection) {
    connection.afterCommit { [self] in leftovers.store(true, ordering: .relaxed) }
  }

  /// Removes from the write-ahead log what was overwritten in the file; it is to be tried again when
  /// somebody was reading.
  func emptyLog() throws {
    guard leftovers.exchange(false, ordering: .relaxed) else { return }
    do {
      if try !database.checkpoint(within: 100) { leftovers.store(true, ordering: .relaxed) }
    } catch {
      leftovers.store(true, ordering: .relaxed)
      guard error.isBusy else { throw error }
    }
  }

  /// Makes a database that an older version has written over without what was deleted from it, once:
  /// answers with tokens among it.
  func scrub() throws {
    guard try database.read({ try setting("scrub", $0) }) != nil else { return }
    try database.vacuum()
    guard try database.checkpoint() else { return }
    try database.write(locking: []) { connection in
      _ = try connection.execute("DELETE FROM setting WHERE name = 'scrub'")
    }
  }
}

extension LoyaltyServer {
  /// Milliseconds between two tries to empty the log: who writes waits while one of them waits for
  /// who reads.
  private static let emptyingPause: Int64 = 5000

  /// Milliseconds until the log is to be emptied; `nil` when nothing stands in it that has to go.
  var untilEmptying: Int64? {
    guard store.leftovers.load(ordering: .relaxed) else { return nil }
    return max(0, nextEmptying.load(ordering: .relaxed) - uptime)
  }

  private func emptyLogWhenDue() {
    // Nobody may write for hours after who read for long has gone.
    if store.database.hasLongLog { store.leftovers.store(true, ordering: .relaxed) }
    guard untilEmptying == 0 else { return }
    do { try store.emptyLog() } catch { tell("emptying the write-ahead log", error) }
    guard store.leftovers.load(ordering: .relaxed) else { return }
    nextEmptying.store(uptime + Self.emptyingPause, ordering: .relaxed)
  }

  /// Deletes some of what nobody can ask for any more, when it is due; failures are told, and it is
  /// tried again.
  public func purgeWhatIsDue() {
    emptyLogWhenDue()
    let now = clock.machine
    let next = nextPurge.load(ordering: .relaxed)
    // NB: a clock that was set back does not put it off.
    guard next <= now.rawValue || next > now.rawValue + ServerStore.purgePause.upperBound else {
      return
    }
    do {
      nextPurge.store(try store.purgeSome(now: now).rawValue, ordering: .relaxed)
    } catch {
      nextPurge.store(now.rawValue + ServerStore.purgePause.lowerBound, ordering: .relaxed)
      tell("purging", error)
    }
  }
}
