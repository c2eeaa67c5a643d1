import Loyalty
import Synchronization
import Testing

struct CalendarClockTests {
  @Test(arguments: [
    ("2026-12-31T23:59:00+03:00", "2026-12-31T20:59:00.000Z"),
    ("2028-02-29T00:00Z", "2028-02-29T00:00:00.000Z"),
    ("2026-12-31T23:59-05:00", "2027-01-01T04:59:00.000Z"),
    ("2000-01-01T00:00:00Z", "2000-01-01T00:00:00.000Z"),
    ("2099-12-31T23:59:59.999Z", "2099-12-31T23:59:59.999Z"),
  ])
  func `the calendar is moved to a moment with its zone`(text: String, moment: String) {
    #expect(Instant(clock: text)?.rfc3339 == moment)
  }

  @Test(arguments: [
    "", "today", "2026-12-31", "2026-02-29T00:00:00Z", "2026-12-31T23:59:00", "2026-12-31T24:00Z",
    "1999-12-31T23:59:59Z", "2100-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1798750740",
    "2026-12-31T23:59:00+03:00 ", "2026-12-31T23:59:00+99:00", "-1", "２026-12-31T23:59:00Z",
  ])
  func `what is no moment is refused`(text: String) {
    #expect(Instant(clock: text) == nil)
  }

  @Test func `the example is a moment itself`() throws {
    let example = try #require(CalendarClock.example.split(separator: " ").last)
    #expect(Instant(clock: String(example)) != nil)
  }

  @Test func `what passes at once passes for the machine and the calendar`() throws {
    let machine = Machine()
    let moment = try #require(Instant(rfc3339: "2027-01-01T00:00:00Z"))
    let clock = CalendarClock(machine: { machine.now }, showing: moment)
    clock.pass(milliseconds: 5000)
    #expect(clock.now == moment.adding(seconds: 5) && clock.passed == 5000)
    #expect(clock.machine == machine.now.adding(seconds: 5))
    clock.pass(milliseconds: -1)
    clock.set(to: moment)
    #expect(clock.now == moment && clock.passed == 5000)
  }

  @Test func `the calendar goes on with the machine from where it was moved to`() throws {
    let machine = Machine()
    let moment = try #require(Instant(rfc3339: "2027-01-01T00:00:00Z"))
    let clock = CalendarClock(machine: { machine.now }, showing: moment)
    #expect(clock.now == moment && clock.machine == machine.now)
    machine.pass(1500)
    #expect(clock.now.rawValue == moment.rawValue + 1500)
    clock.travel(milliseconds: 86_400_000)
    #expect(clock.now == Instant(milliseconds: moment.rawValue + 86_401_500))
    #expect(clock.machine == machine.now)
  }

  private final class Machine: Sendable {
    private let instant = Mutex(Instant(milliseconds: 1_795_431_900_000))

    var now: Instant { instant.withLock(\.self) }

    func pass(_ milliseconds: Int64) {
      instant.withLock { $0 = Instant(milliseconds: $0.rawValue + milliseconds) }
    }
  }
}
