/// A time zone as the offsets that hold from given moments on.
///
/// The shell makes one from the system's zone; pure code turns instants into local time with it.
public struct Zone: Hashable, Codable, Sendable {
  enum CodingKeys: String, CodingKey {
    case initialOffset = "initial_offset"
    case changes
  }

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

  /// The moment at which the clock of the zone shows a time.
  ///
  /// Of a time that it shows twice the first; of one that it leaves out the first moment after it.
  public func instant(_ local: LocalTime) -> Instant {
    let shown = Instant(milliseconds: local.day.daysSince1970 * 86_400_000)
      .adding(seconds: Int64(local.hour * 3600 + local.minute * 60))
    // No offset is more than a day.
    let near = [initialOffset] + changes.map(\.offset)
    let meant = Set(near).map { (offset: $0, at: shown.adding(seconds: -Int64($0))) }
      .filter { offset(at: $0.at) == $0.offset }.map(\.at).min()
    if let meant { return meant }
    let skipping = changes.first { change in
      let before = offset(at: Instant(milliseconds: change.from.rawValue - 1))
      let local = shown.adding(seconds: -Int64(before))
      return change.offset > before && change.from <= local
        && local < change.from.adding(seconds: Int64(change.offset - before))
    }
    return skipping?.from ?? shown.adding(seconds: -Int64(offset(at: shown)))
  }

  /// The same offsets from one moment to another, without what came before and comes after.
  public func window(from start: Instant, to end: Instant) -> Zone {
    Zone(
      initialOffset: offset(at: start),
      changes: changes.filter { $0.from > start && $0.from < end })
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
