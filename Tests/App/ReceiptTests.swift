import Cells
import Loyalty
import Testing
import Themes

@testable import App

struct ReceiptTests {
  private func opened(
    _ entries: [LedgerEntry], linked: [LedgerEntry] = [],
    _ size: Size = Size(width: 80, height: 24),
    _ language: Language = .english
  ) throws -> State {
    var state = try Fixture.signedIn(size, language)
    let page = HistoryPage(
      after: nil, entries: entries, hasMoreLocally: false, hasMoreOnServer: false, linked: linked)
    _ = feed([.action(.showTab(.history)), .history(.loaded(page))], to: &state)
    return state
  }

  private func texts(_ state: State) -> [String] {
    view(state).elements.map { $0.text.replacing("\u{A0}", with: " ") }
  }

  @Test func `a receipt says what was bought, for how much, what it gave and what was left`() throws
  {
    var state = try opened([Fixture.sold])
    _ = feed([.action(.history(.open(row: 0)))], to: &state)
    let shown = texts(state)
    for line in [
      "Guji beans, 250 g: 790 ₽", "Croissant, 2 × 60 ₽: 120 ₽", "Own cup: −30 ₽", "Total: 880 ₽",
      "1 for each 20 ₽: +44", "Week of Ethiopia: +90", "Coupon: Free cappuccino",
      "Balance after it: 1,029 points",
    ] {
      #expect(shown.contains(line), "\(line)")
    }
    #expect(shown.contains { $0.hasSuffix(": receipt 0412") })
  }

  @Test(arguments: [
    Size(width: 40, height: 15), Size(width: 80, height: 24), Size(width: 120, height: 40),
    Size(width: 24, height: 30),
  ])
  func `what is long on a receipt goes on in the next row, and its number stands at the end`(
    size: Size
  ) throws {
    var sale = Fixture.sold
    let name = "A box of chocolate-covered hazelnuts for the receipt, 250 g"
    sale.receipt?.number = "0412-2026-11-27/КАССА-12"
    sale.receipt?.goods = [
      Receipt.Goods(name: [.english: name], quantity: 2000, price: 44_000, sum: 88_000)
    ]
    sale.receipt?.offers[0].title = [.english: "Week of Ethiopia and all of its neighbours"]
    var state = try opened([sale], size)
    _ = feed([.action(.history(.open(row: 0)))], to: &state)
    var rows: [String] = []
    var spoken: [String] = []
    while true {
      let frame = view(state)
      rows += frame.grid.lines.filter { !rows.contains($0) }
      spoken += texts(state)
      let top = state.history.paperTop
      _ = feed([.input(.key(Key(.down)))], to: &state)
      if state.history.paperTop == top { break }
    }
    let paper = rows.joined(separator: "\n").replacing("\u{A0}", with: " ")
    let words = (name + " Week of Ethiopia and all of its neighbours").split(separator: " ")
    for word in words where displayWidth(of: word) <= 16 {
      #expect(paper.contains(word), "\(word)\n\(paper)")
    }
    #expect(size.width < 40 || paper.contains("0412-2026-11-27/КАССА-12"))
    #expect(
      rows.contains {
        let row = $0.replacing("\u{A0}", with: " ")
        return row.contains("2 × 440 ₽ ") && row.contains(" 880 ₽")
      }, "\(paper)")
    #expect(spoken.contains("\(name), 2 × 440 ₽: 880 ₽"))
    #expect(!paper.contains("hazelnuts…") && !paper.contains("all of…"))
  }

  @Test(arguments: [Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func `a receipt is paper of its own, with teeth where it was torn off`(size: Size) throws {
    var state = try opened([Fixture.sold], size)
    _ = feed([.action(.history(.open(row: 0)))], to: &state)
    let frame = view(state)
    let sum = try #require(frame.elements.first { $0.id == "entry.sum" })
    let paper = state.theme[.receipt]
    #expect(frame.grid[sum.bounds.x, sum.bounds.y].style.background == paper.background)
    #expect(frame.grid.lines.contains { $0.contains("▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀") })
    // As wide as a till prints, or as the pane is.
    let row = (0..<size.width).filter {
      frame.grid[$0, sum.bounds.y].style.background == paper.background
    }
    #expect(row.count == (size.width == 80 ? 39 : 36))
  }

  @Test func `a receipt of 400 lines is moved through from its first line to its last`() throws {
    for size in [
      Size(width: 40, height: 15), Size(width: 80, height: 24), Size(width: 120, height: 40),
    ] {
      var state = try opened([Fixture.longSale(400)], size)
      _ = feed([.action(.history(.open(row: 0)))], to: &state)
      #expect(texts(state).contains("Thing 0: 1 ₽") && !texts(state).contains("Thing 399: 1 ₽"))
      _ = feed([.input(.key(Key(.down)))], to: &state)
      #expect(state.history.paperTop == 1)
      _ = feed([.input(.key(Key(.end)))], to: &state)
      #expect(texts(state).contains("Balance after it: 1,029 points"))
      #expect(!texts(state).contains("Thing 0: 1 ₽"))
      let last = state.history.paperTop
      _ = feed([.input(.key(Key(.down))), .input(.key(Key(.pageDown)))], to: &state)
      #expect(state.history.paperTop == last)
      _ = feed([.input(.key(Key(.home)))], to: &state)
      #expect(state.history.paperTop == 0)
      // The next one begins at its top.
      _ = feed([.input(.key(Key(.end))), .input(.key(Key(.escape)))], to: &state)
      _ = feed([.action(.history(.open(row: 0)))], to: &state)
      #expect(state.history.paperTop == 0)
    }
  }

  @Test func `a sale leads to its returns and each of them back, as often as one likes`() throws {
    var state = try opened([Fixture.sold], linked: [Fixture.takenBack])
    let enter = Event.input(.key(Key(.enter)))
    _ = feed([enter, enter], to: &state)
    #expect(state.sheets == [.entry(Fixture.sold), .entry(Fixture.takenBack)])
    for _ in 0..<5 { _ = feed([enter], to: &state) }
    #expect(state.sheets == [.entry(Fixture.sold)])
    #expect(texts(state).contains("Taken back: −44, 15 Nov"))
  }

  @Test func `months are headings with what their lines come to, once all of them are here`() throws
  {
    var state = try opened(Fixture.entries(40))
    let november = HistoryPeriod(Fixture.now, in: state.settings.zone)
    #expect(texts(state).contains("November"))
    _ = feed(
      [
        .history(
          .summed(
            [
              HistoryMonth(
                period: november, count: 12, gained: Points(486), spent: Points(-196),
                isWhole: true)
            ], HistoryQuery()))
      ], to: &state)
    #expect(texts(state).contains("November 12, −196  +486"))
    // A part of a month says nothing about the whole.
    let october = november.neighbor(-1, in: state.settings.zone)
    _ = feed(
      [
        .history(
          .summed(
            [
              HistoryMonth(
                period: october, count: 3, gained: Points(5), spent: .zero, isWhole: false)
            ], HistoryQuery())), .action(.move(.rows(14))),
      ], to: &state)
    #expect(texts(state).contains("October"))
  }

  @Test func `the selected line stays on the screen beside the headings`() throws {
    var state = try opened(Fixture.entries(60))
    for _ in 0..<59 {
      _ = feed([.input(.key(Key(.down)))], to: &state)
      let row = view(state).elements.first { $0.isSelected && $0.role == .listItem }
      #expect(row?.id.rawValue == "history.row.\(state.history.selection)")
    }
    for _ in 0..<59 {
      _ = feed([.input(.key(Key(.up)))], to: &state)
      let row = view(state).elements.first { $0.isSelected && $0.role == .listItem }
      #expect(row?.id.rawValue == "history.row.\(state.history.selection)")
    }
  }

  @Test func `a month and a place are asked for by a key each, and left by Esc`() throws {
    var state = try opened(Fixture.entries(40))
    let november = HistoryPeriod(Fixture.now, in: state.settings.zone)
    #expect(feed(Key.text("p"), to: &state).contains(state.history.firstPage))
    #expect(state.history.query == HistoryQuery(period: november))
    _ = feed(Key.text("p"), to: &state)
    let october = november.neighbor(-1, in: state.settings.zone)
    #expect(state.history.query.period == october && october.month == november.month - 1)
    #expect(view(state).elements.contains { $0.id == "history.filter" && $0.text == "October" })
    _ = feed(Key.text("PP"), to: &state)
    #expect(state.history.query.isAll)
    let page = HistoryPage(
      after: nil, entries: Fixture.entries(9), hasMoreLocally: false, hasMoreOnServer: false)
    _ = feed([.history(.loaded(page))] + Key.text("s"), to: &state)
    #expect(state.history.query == HistoryQuery(place: Fixture.entries(1)[0].place))
    _ = feed(Key.text("pf"), to: &state)
    #expect(
      view(state).elements.contains {
        $0.id == "history.filter" && $0.text == "November · Chistye Prudy · earned only"
      })
    _ = feed([.input(.key(Key(.escape)))], to: &state)
    #expect(state.history.query.isAll)
  }

  @Test func `months follow each other through years, whatever their length`() {
    var period = HistoryPeriod(
      Day(year: 2028, month: 1, day: 31) ?? Day(daysSince1970: 0), in: .utc)
    var months: [String] = []
    for _ in 0..<14 {
      months.append("\(period.year)-\(period.month)")
      let next = period.neighbor(1, in: .utc)
      #expect(next.span.lowerBound == period.span.upperBound)
      #expect(next.neighbor(-1, in: .utc) == period)
      period = next
    }
    #expect(months.first == "2028-1" && months[1] == "2028-2" && months.last == "2029-2")
  }
}
