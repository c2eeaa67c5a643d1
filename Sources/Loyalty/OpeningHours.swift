/// From when until when, on the clock of the place.
public struct Hours: Codable, Hashable, Sendable {
  /// Minutes after midnight, 0–1439.
  public var opens: Int
  /// Minutes after the same midnight, up to 2880: over 1440 it is the next day.
  public var closes: Int

  public init(opens: Int, closes: Int) {
    self.opens = opens
    self.closes = closes
  }

  public static let aroundTheClock = Hours(opens: 0, closes: 1440)

  enum CodingKeys: String, CodingKey {
    case opens = "opens_min"
    case closes = "closes_min"
  }
}

public struct WeekdayHours: Codable, Hashable, Sendable {
  /// ISO 8601: 1 is Monday, 7 is Sunday.
  public var weekday: Int
  public var hours: Hours

  public init(weekday: Int, hours: Hours) {
    self.weekday = weekday
    self.hours = hours
  }
}

/// A day whose hours are not those of its weekday.
public struct SpecialDay: Codable, Hashable, Sendable {
  public var on: Day
  /// `nil` is closed all day.
  @Nullable public var hours: Hours?
  @Nullable public var note: LocalizedText?

  public init(on: Day, hours: Hours?, note: LocalizedText? = nil) {
    self.on = on
    self.hours = hours
    self.note = note
  }
}

/// An offset of a zone from a moment on.
public struct UTCOffset: Codable, Hashable, Sendable {
  public var from: Instant
  /// Seconds east of UTC.
  public var offset: Int

  public init(from: Instant, offset: Int) {
    self.from = from
    self.offset = offset
  }

  enum CodingKeys: String, CodingKey {
    case from
    case offset = "utc_offset_s"
  }
}

/// A stretch of time in which a place is open; its end is the first moment at which it is not.
public struct OpenInterval: Codable, Hashable, Sendable {
  public var from: Instant
  public var to: Instant

  public init(from: Instant, to: Instant) {
    self.from = from
    self.to = to
  }
}

extension Day {
  /// ISO 8601: 1 is Monday, 7 is Sunday.
  public var weekday: Int {
    // 1970-01-01 was a Thursday.
    let place = (daysSince1970 + 3) % 7
    return Int(place < 0 ? place + 7 : place) + 1
  }
}

extension Shop {
  /// Whether one can go there now.
  public enum Openness: Hashable, Sendable {
    /// `nil` when it does not close as far as is known.
    case open(until: Instant?)
    /// `nil` when it does not open as far as is known.
    case closed(opens: Instant?)
    /// The hours are too old to tell.
    case unknown
  }

  public func openness(at now: Instant) -> Openness {
    guard now < hoursKnownUntil else { return .unknown }
    if let current = openIntervals.first(where: { $0.from <= now && now < $0.to }) {
      return .open(until: current.to < hoursKnownUntil ? current.to : nil)
    }
    return .closed(opens: openIntervals.first { $0.from > now }?.from)
  }

  /// The place's own zone, as far as the hours reach.
  public var zone: Zone {
    Zone(
      initialOffset: offsets.first?.offset ?? 0,
      changes: offsets.dropFirst().map { Zone.Change(from: $0.from, offset: $0.offset) })
  }
}
