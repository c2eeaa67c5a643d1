import Cells
import Loyalty
import Testing

@testable import App

struct ExpiryTests {
  private static let zone = Zone(initialOffset: 3 * 3600)

  private static func lot(_ id: String, _ points: Int64, days: Int64?, on: Instant = Fixture.now)
    -> Lot
  {
    Lot(
      id: .init(id), title: [.english: "Purchase", .russian: "Покупка"], granted: Points(points),
      remaining: Points(points), activeFrom: Fixture.now.adding(days: -30),
      expiresAt: days.map { on.adding(days: $0) }, draws: [])
  }

  private static func calendar(_ lots: [Lot], coupons: [Coupon] = []) -> ExpiryCalendar {
    ExpiryCalendar(lots: lots, coupons: coupons, offers: [], now: Fixture.now, zone: zone)
  }

  @Test func `days stand in their order, each with what ends on it`() {
    let calendar = Self.calendar(
      [Self.lot("b", 20, days: 3), Self.lot("a", 5, days: 3), Self.lot("c", 7, days: 1)],
      coupons: [Fixture.coupon("cpn_1"), Fixture.coupon("cpn_2", .used)])
    let days = calendar.entries.map { $0.day.daysSince1970 - calendar.today.daysSince1970 }
    #expect(days == [1, 3, 23])
    #expect(calendar.entries.map(\.points) == [Points(7), Points(25), .zero])
    #expect(calendar.points(within: 7) == Points(32) && calendar.points(within: 3) == Points(7))
  }

  @Test func `what is over, later than 90 days, endless or used up is left out`() {
    var empty = Self.lot("e", 0, days: 2)
    empty.granted = Points(9)
    let calendar = Self.calendar([
      empty, Self.lot("past", 3, days: -1), Self.lot("endless", 3, days: nil),
      Self.lot("late", 3, days: 90), Self.lot("last", 3, days: 89),
    ])
    #expect(calendar.entries.count == 1)
    #expect(calendar.entries[0].day.daysSince1970 - calendar.today.daysSince1970 == 89)
    let many = Self.calendar([Self.lot("x", .max, days: 1), Self.lot("y", .max, days: 1)])
    #expect(many.entries[0].points == Points(.max))
  }

  private func opened() throws -> State {
    var state = try Fixture.signedIn()
    let explanation = BalanceExplanation(
      lots: [Self.lot("l1", 42, days: 1), Self.lot("l2", 8, days: 30)], ledgerSum: Points(50),
      balance: Points(50), addsUp: true)
    let contents = ExplanationContents(explanation: explanation, confirmedAt: Fixture.now)
    _ = feed([.explanation(.loaded(contents))] + Key.text("e"), to: &state)
    _ = feed([.explanation(.loaded(contents))], to: &state)
    return state
  }

  private func texts(_ state: State) -> [String] {
    view(state).elements.map { $0.text.replacing("\u{A0}", with: " ") }
  }

  @Test func `what burns this week is one key from home`() throws {
    var state = try opened()
    #expect(state.sheets == [.expiry])
    #expect(texts(state).contains("Within a week: 42 points"))
    #expect(texts(state).contains("tomorrow, 42 points, Purchase"))
    // Enter leads to the thing itself.
    let row = try #require(
      state.expiryCalendar.rows.firstIndex { if case .lot = $0.item { true } else { false } })
    state.expiry.selection = row
    _ = feed([.input(.key(Key(.enter)))], to: &state)
    #expect(state.sheets.last == .explanation)
  }

  @Test func `the file has the same name for the same thing, and the moment it was made`() throws {
    let state = try opened()
    let text = state.expiryFile
    #expect(text.contains("UID:points-l1@") && text.contains("UID:points-l2@"))
    #expect(text == state.expiryFile)
    #expect(text.contains("SUMMARY:") && text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
    #expect(text.contains("DTSTAMP:2026"))
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    let days = text.split(separator: "\r\n").filter { $0.hasPrefix("DTSTART") }
    #expect(days.count == state.expiryCalendar.rows.count)
  }

  @Test func `lines have 75 octets at most, and no character is cut`() {
    let words = String(repeating: "Ж🎁, ", count: 60)
    let event = ICalendar.Event(
      uid: "x", day: Day(daysSince1970: 20_780), summary: words, description: words)
    let text = ICalendar(product: "p", events: [event], stamp: Fixture.now).text
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    let unfolded = text.replacing("\r\n ", with: "")
    #expect(unfolded.contains("SUMMARY:\(words.replacing(",", with: "\\,"))\r\n"))
  }

  @Test func `marks of the format and ends of lines are escaped`() {
    #expect(ICalendar.escaped("a\\b;c,d\ne\r\u{1B}[2J") == "a\\\\b\\;c\\,d\\ne[2J")
  }
}
