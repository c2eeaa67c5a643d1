/// A moment: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// On the wire an RFC 3339 string in UTC, `2026-11-23T06:45:00.000Z`.
public struct Instant: RawRepresentable, Hashable, Comparable, Sendable {
  public var rawValue: Int64

  public init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  public init(milliseconds: Int64) {
    rawValue = milliseconds
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.rawValue < right.rawValue
  }

  public func adding(seconds: Int64) -> Instant {
    Instant(rawValue: rawValue + seconds * 1000)
  }

  public func adding(days: Int64) -> Instant {
    adding(seconds: days * 86_400)
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
