/// A time zone as the offsets that hold from given moments on.
///
/// The shell makes one from the system's zone; pure code turns instants into local time with it.
public struct Zone: Hashable, Codable, Sendable {
  public struct Change: Hashable, Codable, Sendable {
    public var from: Instant
    /// Seconds east of UTC from then on.
    public var offset: Int

    public init(from: Instant, offset: Int) {
      self.from = from
      self.offset = offset
    }
  }

  /// Seconds east of UTC before the first change.
  public var initialOffset: Int
  /// In the order of time.
  public var changes: [Change]

  public init(initialOffset: Int, changes: [Change] = []) {
    self.initialOffset = initialOffset
    self.changes = changes
  }

  public static let utc = Zone(initialOffset: 0)

  public func offset(at instant: Instant) -> Int {
    changes.last { $0.from <= instant }?.offset ?? initialOffset
  }

  public func local(_ instant: Instant) -> LocalTime {
    let seconds = instant.adding(seconds: Int64(offset(at: instant)))
      .seconds(since: Instant(milliseconds: 0))
    let days = seconds >= 0 ? seconds / 86_400 : -((-seconds + 86_399) / 86_400)
    let rest = Int(seconds - days * 86_400)
    return LocalTime(
      day: Day(daysSince1970: days), hour: rest / 3600, minute: rest / 60 % 60)
  }
}

/// A moment on the clock of one zone.
public struct LocalTime: Hashable, Sendable {
  public var day: Day
  public var hour: Int
  public var minute: Int

  public init(day: Day, hour: Int, minute: Int) {
    self.day = day
    self.hour = hour
    self.minute = minute
  }
}
