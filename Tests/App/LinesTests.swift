import Cells
import Loyalty
import Testing

@testable import App

/// What `--linear` prints, and what a number typed below it does.
struct LinesTests {
  private static let size = Size(width: 80, height: 200)

  private func lines(_ state: State) -> Lines { Lines(view(state), state) }

  private func number(of words: String, in lines: Lines) throws -> String {
    "\(try #require(lines.choices.firstIndex { $0.text.contains(words) }) + 1)"
  }

  @Test(arguments: [Language.english, .russian])
  func `words about what has happened are no choices, and move no number`(
    language: Language
  ) throws {
    var state = try Fixture.signedIn(LinesTests.size, language)
    let before = lines(state)
    state.toasts = [
      Toast(text: "Kept", isError: false, until: nil),
      Toast(text: "Not", isError: true, until: nil),
    ]
    let after = lines(state)
    #expect(after.notices == ["Kept", "Not"])
    #expect(after.choices.map(\.text) == before.choices.map(\.text))
    #expect(after.text == before.text)
  }

  @Test(arguments: [Language.english, .russian])
  func `the way out is the last number, with its letter, wherever one is`(
    language: Language
  ) throws {
    var states = [
      try Fixture.signedOut(LinesTests.size, language),
      try Fixture.inWallet("wallet", LinesTests.size, language),
    ]
    for tab in [Tab.home, .history, .more] {
      var state = try Fixture.signedIn(LinesTests.size, language)
      _ = feed([.action(.showTab(tab))], to: &state)
      states.append(state)
    }
    for state in states {
      let lines = lines(state)
      #expect(lines.choices.filter { $0.action == .quit }.count == 1)
      #expect(lines.choices.last?.action == .quit)
      #expect(!lines.choices.contains { $0.action == .showHelp })
      #expect(lines.text.last?.hasPrefix("\(lines.choices.count). ") == true)
      #expect(lines.text.last?.hasSuffix("(q)") == true)
      for word in ["q", "Q", " й "] {
        #expect(lines.answer(to: word, now: lines) == .events([.action(.quit)]))
      }
    }
  }

  @Test func `a text message comes after all other numbers but the way out`() throws {
    var state = try Fixture.signedOut(LinesTests.size)
    _ = feed([.input(.paste("+79161234567")), .action(.login(.sendCode))], to: &state)
    let challenge = Challenge(
      id: .init("a"), phone: Fixture.phone, target: "…", codeLength: 6,
      expiresAt: Fixture.now.adding(seconds: 300), resendAt: Fixture.now.adding(seconds: 30))
    _ = feed([.login(.codeSent(challenge))], to: &state)
    let before = lines(state).choices.map(\.text)
    let message = TextMessage(text: "Zerna: 123456", code: "123456", challenge: .init("a"))
    _ = feed([.login(.message(message))], to: &state)
    let after = lines(state)
    #expect(after.choices.map(\.text).dropLast(2) == before.dropLast())
    #expect(after.choices.suffix(2).map(\.action) == [.login(.insertCode), .quit])
    #expect(Lines.message(state)?.contains("123456") == true)
  }

  @Test func `a number keeps its meaning when the list has changed since it was printed`() throws {
    var state = try Fixture.inWallet("wallet", LinesTests.size)
    let shown = lines(state)
    let typed = try number(of: "Pharmacy", in: shown)
    #expect(
      shown.answer(to: typed, now: shown)
        == .events([.action(.wallet(.open(row: try row("Pharmacy", state))))]))
    var cards = Fixture.wallet.cards
    cards.append(
      LocalCard(
        id: .init("9"), name: "Aquarium", number: "1", isStarred: true, lastUsed: Fixture.now))
    _ = feed([.wallet(.loaded(WalletContents(cards: cards)))], to: &state)
    let moved = try row("Pharmacy", state)
    #expect(lines(state).choices != shown.choices)
    #expect(
      shown.answer(to: typed, now: lines(state)) == .events([.action(.wallet(.open(row: moved)))]))
    cards.removeAll { $0.name == "Pharmacy" }
    _ = feed([.wallet(.loaded(WalletContents(cards: cards)))], to: &state)
    #expect(shown.answer(to: typed, now: lines(state)) == .changed)
    #expect(shown.answer(to: "999", now: lines(state)) == .unknown)
  }

  private func row(_ store: String, _ state: State) throws -> Int {
    try #require(state.wallet.items.firstIndex { $0.name == store })
  }

  @Test func `a section whose words have changed is still the same section`() throws {
    var state = try Fixture.signedOut(LinesTests.size)
    let shown = lines(state)
    let typed = "\(try #require(shown.choices.firstIndex { $0.action == .wallet(.show) }) + 1)"
    _ = feed([.failed(.pull, .offline(.refused)), .action(.switchLanguage)], to: &state)
    #expect(
      shown.answer(to: typed, now: lines(state)) == .events([.action(.wallet(.show))]))
  }

  @Test func `what is typed for a field that has gone is sent nowhere`() throws {
    var state = try Fixture.signedOut(LinesTests.size)
    let shown = lines(state)
    #expect(shown.field != nil)
    guard case .events = shown.answer(to: "+79161234567", now: shown) else {
      Issue.record("the phone is not taken")
      return
    }
    _ = feed([.action(.wallet(.show)), .wallet(.loaded(Fixture.wallet))], to: &state)
    #expect(shown.answer(to: "+79161234567", now: lines(state)) == .changed)
  }

  @Test func `numbers beyond two digits are choices where no field waits`() throws {
    var state = try Fixture.inWallet("walletEmpty", LinesTests.size)
    let cards = (100...299).map {
      LocalCard(id: .init("\($0)"), name: "Store \($0)", number: "\($0)")
    }
    _ = feed([.wallet(.loaded(WalletContents(cards: cards)))], to: &state)
    let lines = lines(state)
    #expect(lines.choices.count > 120)
    let number = try number(of: "Store 215", in: lines)
    #expect(number.count == 3)
    #expect(
      lines.answer(to: number, now: lines)
        == .events([.action(.wallet(.open(row: try row("Store 215", state))))]))
  }

  @Test(arguments: [Language.english, .russian])
  func `an empty wallet names no keys, and offers nothing that needs a card`(
    language: Language
  ) throws {
    let empty = try lines(Fixture.inWallet("walletEmpty", LinesTests.size, language))
    let actions = empty.choices.map(\.action)
    #expect(!actions.contains(.wallet(.star)))
    #expect(!actions.contains(.wallet(.showLarge)))
    #expect(actions.contains(.wallet(.add)))
    #expect(actions.contains(.wallet(.showReading)))
    for key in ["a adds", "i reads", "a — ", "i — ", "Esc"] {
      #expect(!empty.text.contains { $0.contains(key) }, "\(key)")
    }
    let full = try lines(Fixture.inWallet("wallet", LinesTests.size, language))
    #expect(full.choices.contains { $0.action == .wallet(.star) })
    #expect(full.choices.contains { $0.action == .wallet(.showLarge) })
  }

  @Test(arguments: [Language.english, .russian])
  func `a search that finds nothing is closed by a number, not by a key`(
    language: Language
  ) throws {
    var wallet = try Fixture.inWallet("wallet", LinesTests.size, language)
    _ = feed([.action(.wallet(.search)), .input(.paste("zzz"))], to: &wallet)
    var history = try Fixture.signedIn(LinesTests.size, language)
    _ = feed(
      [.action(.showTab(.history)), .action(.history(.search)), .input(.paste("zzz"))], to: &history
    )
    for state in [wallet, history] {
      let lines = lines(state)
      #expect(lines.choices.contains { $0.action == .back })
      #expect(!lines.text.contains { $0.contains("Esc") }, "\(lines.text)")
    }
  }
}
