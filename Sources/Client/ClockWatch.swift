import Loyalty

extension CalendarClock {
  /// The calendar without what has passed in no time, which the steady clock does not know of.
  var unhurried: Instant { Instant(milliseconds: now.rawValue - passed) }
}

/// Notices when the calendar jumps against the steady clock.
///
/// A demo travels, or somebody sets the machine's clock: what waits for a length of time must then
/// neither end at once nor wait longer.
struct ClockWatch {
  /// Milliseconds that two readings of two clocks may differ by for no reason.
  static let tolerance: Int64 = 1000

  private var calendar: Instant
  private var steady: ContinuousClock.Instant

  init(_ calendar: Instant, _ steady: ContinuousClock.Instant = .now) {
    self.calendar = calendar
    self.steady = steady
  }

  /// - Returns: by how many milliseconds the calendar has jumped since the last jump.
  mutating func jump(
    to calendar: Instant, _ steady: ContinuousClock.Instant = .now
  ) -> Int64? {
    let (seconds, attoseconds) = self.steady.duration(to: steady).components
    let passed = seconds * 1000 + attoseconds / 1_000_000_000_000_000
    let jump = calendar.rawValue - self.calendar.rawValue - passed
    guard abs(jump) >= ClockWatch.tolerance else { return nil }
    self = ClockWatch(calendar, steady)
    return jump
  }
}
