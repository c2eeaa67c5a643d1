import Contract
public import Loyalty
import SQLite

/// The calendar of a demo: it stands in the database, so that all who share it, tills too, live on
/// the same day, and go on from there after a restart.
extension ServerStore {
  static let clockOffset = "clock_offset"

  /// Fills an empty database with the seed, and finds the calendar or moves it.
  func settleCalendar(
    _ machine: @escaping @Sendable () -> Instant, _ configuration: ServerConfiguration
  ) throws -> CalendarClock {
    let clock = CalendarClock(
      machine: { [trust] in trust.time(machine()) }, showing: configuration.clock)
    if let seed = configuration.seed { try fill(with: seed, now: clock.now) }
    guard configuration.clock != nil else {
      try follow(clock)
      return clock
    }
    try database.write(locking: []) { connection in try saveOffset(clock.offset, connection) }
    return clock
  }

  /// Takes over where another process has moved the calendar to.
  func follow(_ clock: CalendarClock) throws {
    let offset = try database.read { connection in try setting(Self.clockOffset, connection) }
    if let offset = offset.flatMap({ Int64($0) }) { clock.follow(offset) }
  }

  func saveOffset(_ offset: Int64, _ connection: Connection) throws {
    guard try setting("demo", connection) != nil else { throw ClockRefused() }
    try connection.execute(
      """
      INSERT INTO setting (name, value)
      VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2
      """,
      [.text(Self.clockOffset), .text(String(offset))])
  }
}

extension CalendarClock {
  /// Goes by the calendar that stands in the database: how far it is ahead of the machine, where a
  /// flow has let no time pass in no time.
  func follow(_ kept: Int64) {
    if kept - passed != offset { offset = kept - passed }
  }
}

/// Only a demo's calendar can be moved: points of people expire by it.
public struct ClockRefused: Error, CustomStringConvertible {
  public let description =
    "--clock is for demos, and no demo has filled this database: its points would expire by a "
    + "calendar that is not true. Start with --seed and --clock on a new file."
}

extension LoyaltyServer {
  /// Moves the calendar of a demo ahead, and does at once what that time does: points arrive and
  /// expire, screens are published, streams tell of it.
  ///
  /// - Returns: what the calendar shows then.
  public func travel(milliseconds: Int64) throws -> Instant {
    guard (0..<CalendarClock.moments.upperBound.rawValue).contains(milliseconds) else {
      throw TooFar()
    }
    try store.believe(clock, isClean: false)
    try store.database.write(locking: []) { connection in
      let moment = Instant(milliseconds: clock.now.rawValue + milliseconds)
      guard CalendarClock.moments.contains(moment) else { throw TooFar() }
      try store.saveOffset(clock.offset + clock.passed + milliseconds, connection)
      let ledger = Ledger(store, try store.zone(connection))
      let members = try connection.query(
        "SELECT DISTINCT member FROM lot WHERE remaining <> 0"
      ) { Member.ID($0.text(0)) }
      for member in members { try ledger.settle(member, upTo: moment, connection) }
    }
    try store.follow(clock)
    remindOfExpiry()
    tellNews()
    return clock.now
  }

  /// Lets time pass in a demo as it does by itself, in no time: limits of time pass with it.
  public func pass(milliseconds: Int64) throws -> Instant {
    clock.pass(milliseconds: milliseconds)
    return try travel(milliseconds: 0)
  }

  /// Says all that is new on the open streams, and sets a mark behind it.
  public func mark(_ number: Int64) {
    tellNews()
    report { try hub.mark(number) }
  }

  struct TooFar: Error, CustomStringConvertible {
    let description = "the calendar ends with the year 2099"
  }
}
