import Content
import Loyalty
import Testing

@testable import App

@Suite struct WrittenTimeTests {
  private func moment(_ text: String, _ zone: Zone = Fixture.moscow) throws -> String? {
    var state = try Fixture.signedIn()
    state.settings.zone = zone
    return state.instant(text)?.rfc3339
  }

  @Test(arguments: [
    "31 Dec 2026, 21:00", "31\u{A0}Dec\u{A0}2026, 21:00", "31 дек 2026, 21:00",
    "31 декабря 2026 г. в 21:00", "December 31, 2026 at 21:00", "31 DEC 21:00", "31 дек., 21:00",
    "31.12.2026 21:00", "2026-12-31 21:00", "2026-12-31T21:00", "2026-12-31 21:00:30",
    "2026-12-31T18:00:00Z", "2026-12-31T18:00Z", "2026-12-31 20:00+02:00", "  2026-12-31  21:00 ",
  ])
  func `a moment is read as the app writes it in both languages, and as ISO`(text: String) throws {
    #expect(try moment(text) == "2026-12-31T18:00:00.000Z")
  }

  @Test func `what the app writes is read back`() throws {
    for language in [Language.english, .russian] {
      var state = try Fixture.signedIn()
      state.settings.language = language
      for days in 0..<700 {
        let at = Fixture.now.adding(days: Int64(days)).adding(seconds: Int64(days) * 61)
        let minute = Instant(milliseconds: at.rawValue / 60_000 * 60_000)
        for text in [
          state.phrases.moment(minute, now: state.now, in: state.settings.zone),
          state.moment(minute),
        ] {
          #expect(state.instant(text) == minute, "\(text)")
        }
      }
    }
  }

  @Test func `a day alone is its beginning, a time alone today's`() throws {
    #expect(try moment("31 дек") == "2026-12-30T21:00:00.000Z")
    #expect(try moment("2026-12-31") == "2026-12-30T21:00:00.000Z")
    #expect(try moment("9:05") == "2026-11-23T06:05:00.000Z")
  }

  @Test(arguments: [
    "", " ", "tomorrow", "31", "31 21:00", "Dec", "Dec 2026", "2026", "31 Dec Dec", "31 32 Dec",
    "30 Feb 2027", "31/12/2026", "12/31/2026 21:00", "31 Dec 2026, 25:00", "31 Dec, 21:60",
    "31 Dec, 21:00 22:00", "2026-13-01", "2026-12-31 21", "2026-12-31 21:00 2027", "21:00pm",
    "2026-12-31 21:", "٣١ Dec", "м 31", "ма 31", "-31 Dec", "+3 Dec", "2026-12-31Tx",
  ])
  func `what is no moment is none`(text: String) throws {
    #expect(try moment(text) == nil)
  }

  @Test func `a moment that does not exist becomes the first one that does`() throws {
    let berlin = Zone(
      initialOffset: 3600,
      changes: [.init(from: Instant(milliseconds: 1_774_746_000_000), offset: 7200)])
    #expect(try moment("29 Mar 2026, 02:30", berlin) == "2026-03-29T01:00:00.000Z")
  }

  @Test func `a moment names its zone, and the program's own time where that differs`() throws {
    var state = try Fixture.signedIn()
    let at = try #require(Instant(rfc3339: "2026-11-27T14:00:00Z"))
    #expect(state.zonedMoment(at) == "27\u{A0}Nov, 17:00 UTC+3")
    state.screens.choices = Fixture.choices
    #expect(state.zonedMoment(at) == "27\u{A0}Nov, 17:00 UTC+3")
    state.settings.zone = Zone(initialOffset: -5 * 3600)
    #expect(
      state.zonedMoment(at) == "27\u{A0}Nov, 09:00 UTC−5 (17:00 UTC+3 in Europe/Moscow)")
    state.settings.zone = Zone(initialOffset: -9 * 3600 - 1800)
    state.settings.language = .russian
    let night = at.adding(seconds: 12 * 3600)
    #expect(
      state.zonedMoment(night)
        == "27\u{A0}ноя, 16:30 UTC−9:30 (28\u{A0}ноя, 05:00 UTC+3, Europe/Moscow)")
  }
}

extension Fixture {
  static let choices = ContentChoices(
    tiers: ["bronze", "silver", "gold"], segments: ["newcomers", "regulars"],
    timeZone: "Europe/Moscow", zone: moscow)
}
