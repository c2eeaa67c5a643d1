import Loyalty
import Testing

/// A day begins with its first moment that there is.
struct ZoneDayTests {
  private func instant(_ text: String) throws -> Instant {
    try #require(Instant(rfc3339: text))
  }

  @Test func `a day begins at midnight, or where the clocks leave it out, after that`() throws {
    // Beirut: on 27 March 2022 the clocks went from 00:00 to 01:00.
    let spring = Zone(
      initialOffset: 7200,
      changes: [.init(from: try instant("2022-03-26T22:00:00Z"), offset: 10_800)])
    let day = try #require(Day("2022-03-27"))
    #expect(spring.start(of: day) == (try instant("2022-03-26T22:00:00Z")))
    #expect(spring.local(spring.start(of: day)) == LocalTime(day: day, hour: 1, minute: 0))
    #expect(spring.day(ofMidnight: spring.start(of: day)) == day)
    // Havana: on 7 November 2021 the hour before one o'clock came twice.
    let autumn = Zone(
      initialOffset: -14_400,
      changes: [.init(from: try instant("2021-11-07T05:00:00Z"), offset: -18_000)])
    let sunday = try #require(Day("2021-11-07"))
    #expect(autumn.start(of: sunday) == (try instant("2021-11-07T04:00:00Z")))
    #expect(
      autumn.start(of: try #require(Day("2021-11-08"))) == (try instant("2021-11-08T05:00:00Z")))
    // Samoa had no 30 December 2011.
    let samoa = Zone(
      initialOffset: -36_000,
      changes: [.init(from: try instant("2011-12-30T10:00:00Z"), offset: 50_400)])
    let skipped = samoa.start(of: try #require(Day("2011-12-30")))
    #expect(samoa.local(skipped).day == Day("2011-12-31"))
  }

  @Test(arguments: [
    ("2027-12-30T11:00:00Z", "2027-12-31"),  // Auckland's summer, Apia, Nuku‘alofa: +13
    ("2027-12-30T10:15:00Z", "2027-12-31"),  // Chatham's summer: +13:45
    ("2027-12-30T12:00:00Z", "2027-12-31"),  // Auckland's winter: +12
    ("2027-12-31T10:00:00Z", "2027-12-31"),  // Honolulu: −10
    ("2027-12-31T09:30:00Z", "2027-12-31"),  // the Marquesas: −9:30
    ("1969-12-30T11:00:00Z", "1969-12-31"), ("1969-12-31T00:00:00Z", "1969-12-31"),
  ])
  func `a midnight of the other side of the world is its own day's`(at: String, day: String) throws
  {
    #expect(Zone.utc.day(ofMidnight: try instant(at)) == Day(day))
    // Where it is midnight, it was right before.
    let apia = Zone(initialOffset: 46_800, changes: [])
    #expect(apia.day(ofMidnight: apia.start(of: try #require(Day(day)))) == Day(day))
  }
}
