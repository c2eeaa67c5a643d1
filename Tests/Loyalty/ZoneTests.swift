import Loyalty
import Testing

@Suite struct ZoneTests {
  /// Central Europe in 2026: summer time from 29 March to 25 October, both at 01:00 UTC.
  private let berlin = Zone(
    initialOffset: 3600,
    changes: [
      .init(from: at("2026-03-29T01:00:00Z"), offset: 7200),
      .init(from: at("2026-10-25T01:00:00Z"), offset: 3600),
    ])

  private static func at(_ text: String) -> Instant {
    Instant(rfc3339: text) ?? Instant(milliseconds: 0)
  }

  private func time(_ day: String, _ hour: Int, _ minute: Int) throws -> LocalTime {
    LocalTime(day: try #require(Day(day)), hour: hour, minute: minute)
  }

  @Test(arguments: [
    ("2026-03-29", 1, 59, "2026-03-29T00:59:00.000Z"),
    // 02:00–02:59 does not exist: the first moment after it is 03:00.
    ("2026-03-29", 2, 0, "2026-03-29T01:00:00.000Z"),
    ("2026-03-29", 2, 30, "2026-03-29T01:00:00.000Z"),
    ("2026-03-29", 2, 59, "2026-03-29T01:00:00.000Z"),
    ("2026-03-29", 3, 0, "2026-03-29T01:00:00.000Z"),
    ("2026-03-29", 3, 1, "2026-03-29T01:01:00.000Z"),
    // 02:00–02:59 comes twice: the first is meant.
    ("2026-10-25", 1, 59, "2026-10-24T23:59:00.000Z"),
    ("2026-10-25", 2, 0, "2026-10-25T00:00:00.000Z"),
    ("2026-10-25", 2, 59, "2026-10-25T00:59:00.000Z"),
    ("2026-10-25", 3, 0, "2026-10-25T02:00:00.000Z"),
    ("2026-12-31", 21, 0, "2026-12-31T20:00:00.000Z"),
    ("2020-07-01", 0, 0, "2020-06-30T23:00:00.000Z"),
  ])
  func `a time is the first moment that shows it, or the first after a gap`(
    day: String, hour: Int, minute: Int, instant: String
  ) throws {
    #expect(berlin.instant(try time(day, hour, minute)).rfc3339 == instant)
  }

  @Test func `a day that a zone left out begins with its first moment`() throws {
    // Samoa went from 29 to 31 December 2011 at midnight.
    let apia = Zone(
      initialOffset: -10 * 3600,
      changes: [.init(from: Self.at("2011-12-30T10:00:00Z"), offset: 14 * 3600)])
    #expect(apia.instant(try time("2011-12-30", 12, 0)).rfc3339 == "2011-12-30T10:00:00.000Z")
    // In Santiago midnight itself is left out.
    let santiago = Zone(
      initialOffset: -4 * 3600,
      changes: [.init(from: Self.at("2026-09-06T04:00:00Z"), offset: -3 * 3600)])
    #expect(santiago.instant(try time("2026-09-06", 0, 0)).rfc3339 == "2026-09-06T04:00:00.000Z")
  }

  @Test func `there and back again at every half hour of a year`() {
    let start = Self.at("2026-01-01T00:00:00Z")
    for step in 0..<(365 * 48) {
      let moment = start.adding(seconds: Int64(step) * 1800)
      let back = berlin.instant(berlin.local(moment))
      let isSecond = berlin.local(back) == berlin.local(moment) && back < moment
      #expect(back == moment || isSecond)
    }
  }

  @Test func `a window keeps what holds in it`() {
    let window = berlin.window(
      from: Self.at("2026-06-01T00:00:00Z"), to: Self.at("2027-01-01T00:00:00Z"))
    #expect(window.initialOffset == 7200 && window.changes.count == 1)
  }
}
