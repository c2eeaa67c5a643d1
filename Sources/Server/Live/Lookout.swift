import Loyalty
import SQLite
import Synchronization

/// What a server has to look out for: what anybody writes, and what time brings.
///
/// A connection of its own never writes, so that it is told of all others' writes, this server's
/// own among them, by one small call that waits for nobody.
final class Lookout: Sendable {
  private struct Contents {
    var version: Int64?
    var nextPublication: Instant?
    var isSweeping = false
    var wake: (@Sendable () -> Void)?
  }

  private let database: Database
  let events: EventLog
  /// Whether others can move the calendar.
  let isDemo: Bool
  private let contents = Mutex(Contents())

  init(_ store: ServerStore, path: String) throws {
    // What is in memory is seen through one connection only.
    database = path == ":memory:" ? store.database : try Database(path: path, busyTimeout: 1000)
    events = EventLog(database)
    isDemo = try database.read { try store.setting("demo", $0) } != nil
  }

  /// What looking has cost.
  var work: Work { database.work }

  func close() { database.close() }

  /// Whether somebody has written since the last call; the first one says so.
  func hasNews() throws -> Bool {
    let version = try database.dataVersion()
    return contents.withLock { contents in
      defer { contents.version = version }
      return contents.version != version
    }
  }

  /// Whether a screen is to be published by now, as far as is known.
  func isDue(at now: Instant) -> Bool { nextPublication.map { $0 <= now } ?? false }

  /// Finds out when the next screen is to be published, and whether a history is still going.
  ///
  /// - Returns: how far ahead the calendar of a demo is.
  @discardableResult
  func plan() throws -> Int64? {
    let found = try database.read { connection in
      try connection.first(
        """
        SELECT (SELECT min(publish_at) FROM screen WHERE publish_at IS NOT NULL),
          EXISTS (SELECT 1 FROM leaving),
          (SELECT value FROM setting WHERE name = '\(ServerStore.clockOffset)')
        """
      ) { row in
        (
          next: row.optionalInt(0).map(Instant.init(milliseconds:)), isSweeping: row.bool(1),
          offset: row.optionalText(2)
        )
      }
    }
    guard let found else { return nil }
    let wake = contents.withLock { contents in
      let isSooner = found.next.map { next in
        contents.nextPublication.map { next < $0 } ?? true
      }
      let isNew = found.isSweeping && !contents.isSweeping
      (contents.nextPublication, contents.isSweeping) = (found.next, found.isSweeping)
      return isSooner == true || isNew ? contents.wake : nil
    }
    wake?()
    return found.offset.flatMap { Int64($0) }
  }

  /// Whether a history is still going whose member has left.
  var isSweeping: Bool { contents.withLock(\.isSweeping) }

  /// When the next screen is to be published, as far as is known.
  var nextPublication: Instant? { contents.withLock(\.nextPublication) }

  /// Makes the next look happen anew, after it failed.
  func forget() { contents.withLock { $0.version = nil } }

  func onWake(_ wake: (@Sendable () -> Void)?) { contents.withLock { $0.wake = wake } }

  func wake() { contents.withLock(\.wake)?() }
}

extension LoyaltyServer {
  /// Milliseconds between looks while somebody listens: a purchase at a till of another process
  /// shows within a second, the way to the screen included.
  public static let listeningPause: Int64 = 200
  /// Milliseconds between looks while nobody does and nothing is planned: another instance may have
  /// planned something and be gone.
  public static let longestPause: Int64 = 60_000

  /// Milliseconds until the server wants to look again, see `tellNews`.
  public var pause: Int64 {
    let shortest = LoyaltyServer.listeningPause
    if hub.isHeard || lookout.isSweeping { return shortest }
    let now = store.trust.horizon(clock.now).rawValue
    let publication = lookout.nextPublication.map { $0.rawValue - now }
    let purge = nextPurge.load(ordering: .relaxed) - clock.machine.rawValue
    let next = min(publication ?? .max, purge, untilEmptying ?? .max)
    return min(max(next, shortest), LoyaltyServer.longestPause)
  }

  /// Calls when the pause has become shorter.
  public func onWake(_ wake: (@Sendable () -> Void)?) { lookout.onWake(wake) }

  /// Says on the open streams what has been written since the last call, by whatever process, and
  /// publishes what is due.
  ///
  /// Costs one small call when nothing was written. A demo's calendar is looked up with it, as
  /// another process may have moved it. What this server writes itself is said at once; call it
  /// after each `pause`.
  public func tellNews() {
    report {
      do {
        guard try lookout.hasNews() || hasToPublish else { return }
        let offset = try lookout.plan()
        if lookout.isDemo, let offset { clock.follow(offset) }
        if hasToPublish {
          try publishDue()
          try lookout.plan()
        }
        try hub.tellNews()
      } catch {
        lookout.forget()
        throw error
      }
    }
  }

  /// A clock that is in doubt publishes nothing.
  private var hasToPublish: Bool { lookout.isDue(at: store.trust.horizon(clock.now)) }

  /// Before a request: a calendar that was moved, or a moment that has come, changes its answer.
  func catchUp() {
    if lookout.isDemo || hasToPublish { tellNews() }
  }
}
