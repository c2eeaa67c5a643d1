import Cells
import Loyalty
import Testing

@testable import App

struct ReversedLineTests {
  private let enter: Event = .input(.key(Key(.enter)))
  private let sale = LedgerEntry(
    id: .init("led_sale"), kind: .earn, points: Points(20),
    title: [.russian: "Покупка", .english: "Purchase"], place: nil,
    createdAt: Fixture.now.adding(days: -1))
  private let back = LedgerEntry(
    id: .init("led_back"), kind: .refund, points: Points(-20),
    title: [.russian: "Возврат покупки", .english: "Purchase returned"], place: nil,
    createdAt: Fixture.now.adding(seconds: -60), reverses: .init("led_sale"))

  private func opened(
    _ size: Size, _ language: Language = .english, with entries: [LedgerEntry]
  ) throws -> State {
    var state = try Fixture.signedIn(size, language)
    _ = feed([.action(.showTab(.history))], to: &state)
    state.history.entries = entries
    state.history.list = ListState()
    return state
  }

  private func button(_ state: State) -> Element? {
    view(state).elements.last { $0.id == "entry.reversed" }
  }

  @Test(arguments: [
    (Language.english, "Taken back: Purchase, "), (.russian, "Возвращено: Покупка, "),
  ])
  func `a return leads to its sale`(language: Language, words: String) throws {
    for size in [Size(width: 40, height: 15), Size(width: 80, height: 24)] {
      var state = try opened(size, language, with: [back, sale])
      _ = feed([enter], to: &state)
      #expect(button(state)?.text.hasPrefix(words) == true)
      _ = feed([enter], to: &state)
      #expect(state.sheets == [.entry(back), .entry(sale)])
      #expect(state.history.selection == 1 && button(state) == nil)
      _ = feed([.input(.key(Key(.escape)))], to: &state)
      #expect(state.sheets == [.entry(back)])
    }
  }

  @Test func `beside the list the sale takes the place of the return`() throws {
    var state = try opened(Size(width: 120, height: 40), with: [back, sale])
    #expect(button(state) != nil)
    _ = feed([.action(.history(.openReversed))], to: &state)
    #expect(state.sheets == [.entry(sale)] && state.history.selection == 1)
  }

  @Test func `on home it leads there as well, and nowhere to a line that is not here`() throws {
    var state = try Fixture.signedIn()
    var home = Fixture.home
    home.latest = [back, sale]
    _ = feed([.home(.loaded(home)), .action(.home(.openLatest(row: 0))), enter], to: &state)
    #expect(state.sheets == [.entry(back), .entry(sale)])
    state = try opened(Size(width: 80, height: 24), with: [back])
    _ = feed([enter], to: &state)
    #expect(button(state) == nil)
    #expect(
      feed([.action(.history(.openReversed))], to: &state) == [] && state.sheets == [.entry(back)])
  }
}
