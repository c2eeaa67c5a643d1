import Loyalty
import Synchronization

/// Whether the machine's clock can be believed, and up to when time may take something away.
///
/// A clock that is wrong for a moment would else expire for good what is still good. It is compared
/// with what was to be expected: the last heartbeat of a server on this database, and from there on
/// the time that has passed on a clock that nobody can set.
///
/// A clock that jumps while the server runs, or that stands before the last heartbeat, is wrong for
/// certain: all goes by what was to be expected. One that is ahead at the start may as well be right:
/// what is new gets its date, and nothing is taken away by it.
final class ClockTrust: Sendable {
  /// Milliseconds that a clock may be off: an outage over a weekend's day, a time zone typed in.
  static let tolerance: Int64 = 48 * 3_600_000

  /// What both clocks showed when the machine's was believed last.
  private struct Belief {
    var machine: Int64
    var steady: Int64
    /// Whether any time may have passed since: the server was told to leave.
    var isOpen = false
    /// Whether it is a heartbeat from before our start, after which nobody knows what has passed.
    var isOfBefore = false

    /// Milliseconds that the machine's clock is ahead of what was to be expected, 0 where that is
    /// believed.
    func deviation(_ machine: Int64, _ steady: Int64) -> Int64 {
      let ahead = machine - self.machine - (steady - self.steady)
      let most = isOpen ? Int64.max : ClockTrust.tolerance
      return (-ClockTrust.tolerance...most).contains(ahead) ? 0 : ahead
    }
  }

  private struct Contents {
    var belief: Belief?
    var machine: (@Sendable () -> Instant)?
    var calendar: CalendarClock?
    var steady: (@Sendable () -> Int64)?
    var tell: @Sendable (Doubt?) -> Void = { _ in }
    var isDoubted = false
  }

  private let contents = Mutex(Contents())

  /// What is wrong with a clock.
  struct Doubt: Hashable {
    /// What it shows, and what was to be expected.
    var shown: Instant
    var expected: Instant
    /// Whether it may be right all the same.
    var isOpen: Bool
  }

  /// - Parameters:
  ///   - machine: what the machine's clock shows.
  ///   - steady: milliseconds on a clock that nobody sets; without one the machine's is believed.
  ///   - last: the last heartbeat of a server on this database.
  ///   - tell: gets a doubt when it begins, and `nil` when it is over.
  func begin(
    _ machine: @escaping @Sendable () -> Instant, steady: (@Sendable () -> Int64)?,
    _ calendar: CalendarClock, last: Heartbeat?,
    tell: @escaping @Sendable (Doubt?) -> Void
  ) {
    contents.withLock { contents in
      contents.machine = machine
      contents.calendar = calendar
      contents.steady = steady
      contents.tell = tell
      contents.belief = last.flatMap { last in
        steady.map {
          Belief(
            machine: last.at.rawValue, steady: $0(), isOpen: last.isClean, isOfBefore: true)
        }
      }
    }
    if look() == nil { believe() }
  }

  /// Whether there is anything to compare the machine's clock with.
  var isUsed: Bool { contents.withLock { $0.steady != nil } }

  /// What the machine's clock is doubted for; `nil` when it is believed.
  var doubt: Doubt? {
    contents.withLock { contents in
      guard let shown = contents.machine?() else { return nil }
      return ClockTrust.doubt(shown, contents)
    }
  }

  /// Compares the clocks, and tells of a doubt that is new.
  func look() -> Doubt? {
    let doubt = doubt
    if let doubt { note(doubt) }
    return doubt
  }

  /// What time it is by what the machine's clock shows.
  func time(_ shown: Instant) -> Instant {
    let doubt = contents.withLock { ClockTrust.doubt(shown, $0) }
    guard let doubt else { return shown }
    note(doubt)
    return doubt.isOpen ? shown : doubt.expected
  }

  /// From now on the machine's clock is right as it is.
  func believe() {
    let tell = contents.withLock { contents -> (@Sendable (Doubt?) -> Void)? in
      guard let machine = contents.machine?(), let steady = contents.steady?() else { return nil }
      contents.belief = Belief(machine: machine.rawValue, steady: steady)
      defer { contents.isDoubted = false }
      return contents.isDoubted ? contents.tell : nil
    }
    tell?(nil)
  }

  /// The moment up to which time may take something away: what the calendar would show by a clock
  /// that did not jump, where the machine's stands ahead of it.
  ///
  /// - Parameter now: what the calendar shows.
  func horizon(_ now: Instant) -> Instant {
    let offset = contents.withLock { $0.calendar?.offset ?? 0 }
    return Instant(
      milliseconds: horizon(machine: Instant(milliseconds: now.rawValue - offset)).rawValue + offset
    )
  }

  /// The same for time limits, which go by the machine.
  func horizon(machine now: Instant) -> Instant {
    let doubt = contents.withLock { ClockTrust.doubt(now, $0) }
    guard let doubt, doubt.expected < now else { return now }
    note(doubt)
    return doubt.expected
  }

  private static func doubt(_ shown: Instant, _ contents: Contents) -> Doubt? {
    guard let steady = contents.steady?(), let belief = contents.belief else { return nil }
    let deviation = belief.deviation(shown.rawValue, steady)
    guard deviation != 0 else { return nil }
    return Doubt(
      shown: shown, expected: Instant(milliseconds: shown.rawValue - deviation),
      isOpen: belief.isOfBefore && deviation > 0)
  }

  private func note(_ doubt: Doubt) {
    let tell = contents.withLock { contents -> (@Sendable (Doubt?) -> Void)? in
      defer { contents.isDoubted = true }
      return contents.isDoubted ? nil : contents.tell
    }
    tell?(doubt)
  }
}

extension ClockTrust {
  /// For the operator: a doubt is over.
  static func wordsOfEnd(database path: String) -> String {
    "the clock is believed again; loyalhub-server settle --database \(path) names the sales, if any, "
      + "that it has dated later than now"
  }
}

extension ClockTrust.Doubt {
  /// For the operator: what is wrong, what waits and what to do.
  func words(database path: String) -> String {
    let distance = abs(shown.rawValue - expected.rawValue) / 3_600_000
    let days = (distance + 12) / 24
    return """
      the clock shows \(shown.rfc3339), \(days) days \(shown > expected ? "after" : "before") \
      \(expected.rfc3339), which was to be expected from the last time that a server was seen here. \
      Until that is cleared up nothing is taken away by time: points, coupons and stamp cards do not \
      expire, points on the way and planned screens wait, and nothing old is purged. When the clock \
      is right: loyalhub-server settle --yes --database \(path). When it is wrong, set it; then all \
      goes on by itself.
      """
  }
}
