/// A moment: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// On the wire an RFC 3339 string in UTC, `2026-11-23T06:45:00.000Z`. So the years are those that it
/// can write, 1 to 9999, and what is beyond is the nearest of these: no moment that somebody has set
/// by hand in a database can stop arithmetic, or be sent to a client that cannot read it.
public struct Instant: RawRepresentable, Hashable, Comparable, Sendable {
  public let rawValue: Int64

  private static let years: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

  public init(rawValue: Int64) {
    self.rawValue = min(max(rawValue, Instant.years.lowerBound), Instant.years.upperBound)
  }

  public init(milliseconds: Int64) {
    self.init(rawValue: milliseconds)
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.rawValue < right.rawValue
  }

  public func adding(seconds: Int64) -> Instant {
    Instant(rawValue: rawValue.adding(saturating: seconds.multiplied(saturating: 1000)))
  }

  public func adding(days: Int64) -> Instant {
    adding(seconds: days.multiplied(saturating: 86_400))
  }

  /// Whole seconds from another moment to this one, rounded down.
  public func seconds(since other: Instant) -> Int64 {
    let difference = rawValue - other.rawValue
    return difference >= 0 ? difference / 1000 : -((-difference + 999) / 1000)
  }
}

extension Instant: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let instant = Instant(rfc3339: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not an RFC 3339 instant: \(text)")
    }
    self = instant
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rfc3339)
  }
}
