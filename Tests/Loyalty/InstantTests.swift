import Loyalty
import Testing

@Suite struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-11-23T06:45:00.123Z", 1_795_416_300_123),
    ("2026-11-23T09:45:00.1239+03:00", 1_795_416_300_123),
    ("1969-12-31T23:59:59.999Z", -1), ("2000-02-29t12:00:00z", 951_825_600_000),
    ("2026-11-23T06:45:00.1Z", 1_795_416_300_100),
  ])
  func `an instant is read with any offset and cut to milliseconds`(text: String, value: Int64) {
    #expect(Instant(rfc3339: text)?.rawValue == value)
  }

  @Test(arguments: [
    "", "2026-11-23", "2026-11-23 06:45:00Z", "2026-02-29T00:00:00Z", "2026-11-23T24:00:00Z",
    "2026-11-23T06:60:00Z", "2026-11-23T06:45:00", "2026-11-23T06:45:00.Z",
    "2026-11-23T06:45:00.5", "2026-11-23T06:45:00+3:00", "2026-11-23T06:45:00Zjunk",
    "2026-13-01T00:00:00Z", "0000-01-01T00:00:00Z", "٢٠٢٦-11-23T06:45:00Z",
  ])
  func `what is no RFC 3339 instant is refused`(text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test func `every instant is written as it is read`() {
    var generator = SplitMix(state: 1)
    for _ in 0..<2000 {
      let instant = Instant(
        milliseconds: .random(in: -62e12.whole...253e12.whole, using: &generator))
      #expect(Instant(rfc3339: instant.rfc3339) == instant)
    }
  }

  @Test func `a moment beyond the years that can be written is the nearest of them`() {
    let (first, last) = (Instant(milliseconds: .min), Instant(milliseconds: .max))
    #expect(first.rfc3339 == "0001-01-01T00:00:00.000Z")
    #expect(last.rfc3339 == "9999-12-31T23:59:59.999Z")
    #expect(last.adding(days: .max) == last)
    #expect(first.adding(days: .min) == first)
    #expect(last.seconds(since: first) == 315_537_897_599)
    #expect(first.seconds(since: last) == -315_537_897_600)
    for moment in [first, last] {
      #expect(Instant(rfc3339: moment.rfc3339) == moment)
      for offset in [-86_400, 86_400] {
        let zone = Zone(initialOffset: offset)
        let day = zone.local(moment).day
        _ = zone.day(ofMidnight: zone.start(of: day))
      }
    }
    #expect(Day(daysSince1970: .max) > Day(daysSince1970: 2_932_896))
    #expect(Day(daysSince1970: .min) < Day(daysSince1970: -719_162))
  }

  @Test func `days count on across leap years in both directions`() {
    var day = Day(daysSince1970: -800_000)
    for number in Int64(-799_999)...200_000 where number % 7 == 0 || abs(number) < 1500 {
      let next = Day(daysSince1970: number)
      #expect(next > day)
      #expect(next.daysSince1970 == number)
      day = next
    }
    #expect(Day("2024-02-29")?.daysSince1970 == 19_782)
    #expect(Day("2023-02-29") == nil)
    #expect(Day("2023-2-9") == nil)
  }

  @Test func `local time follows the changes of its zone`() {
    let zone = Zone(
      initialOffset: 3600, changes: [Zone.Change(from: Instant(milliseconds: 0), offset: 10_800)])
    let before = zone.local(Instant(milliseconds: -1000))
    #expect((before.hour, before.minute) == (0, 59))
    #expect(before.day == Day("1970-01-01"))
    #expect(zone.local(Instant(milliseconds: 0)).hour == 3)
  }
}

extension Double {
  fileprivate var whole: Int64 { Int64(self) }
}
