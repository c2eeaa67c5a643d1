import Cells
import Loyalty
import Testing
import Themes

@testable import App

/// The wallet as cards beside each other, and the code of the selected one next to them.
struct WalletGridTests {
  private static let wide = Size(width: 120, height: 36)

  private func state(_ count: Int, _ size: Size = WalletGridTests.wide) throws -> State {
    var cards: [LocalCard] = []
    for number in 0..<count {
      cards.append(
        LocalCard(
          id: .init("\(number)"), name: "Card \(number)", number: "4600702084115",
          symbology: .ean13, lastUsed: number < 6 ? Fixture.now.adding(days: Int64(-number)) : nil))
    }
    var state = try Fixture.signedIn(size)
    _ = feed(
      [.action(.wallet(.show)), .wallet(.loaded(WalletContents(cards: cards)))], to: &state)
    return state
  }

  private func selected(_ state: State) -> String? { state.wallet.selected?.name }

  private func text(_ id: Element.ID, _ state: State) -> String? {
    view(state).elements.last { $0.id == id }?.text
  }

  @Test func `cards that were used lately stand first, in a part of their own`() throws {
    let state = try state(9)
    #expect(state.wallet.items.map(\.name).prefix(3) == ["Card 0", "Card 1", "Card 2"])
    #expect(text("wallet.part.recent", state) == "Recent 4")
    #expect(text("wallet.part.other", state) == "Others 5")
  }

  @Test func `the arrows go along rows and columns, and never leave the cards`() throws {
    var state = try state(9)
    var seen: [String?] = []
    let keys: [Key.Code] = [.right, .down, .left, .down, .down, .right, .down, .down, .up, .home]
    for code in keys {
      _ = feed([.input(.key(Key(code)))], to: &state)
      seen.append(selected(state))
    }
    #expect(
      seen == [
        "Card 1", "Card 3", "Card 2", "Card 4", "Card 6", "Card 7", "Card 8", "Card 8", "Card 6",
        "Card 0",
      ])
    _ = feed([.input(.key(Key(.left)))], to: &state)
    #expect(selected(state) == "Card 0")
  }

  @Test func `the code beside the cards is that of the selected one, and looking uses none`() throws
  {
    var state = try state(3)
    #expect(text("wallet.card.symbol", state) == "Card 0 4600702084115")
    let effects = feed([.input(.key(Key(.right)))], to: &state)
    #expect(effects.isEmpty)
    #expect(text("wallet.card.symbol", state) == "Card 1 4600702084115")
    // Enter goes into it, Esc back to the cards.
    let opened = feed([.input(.key(Key(.enter)))], to: &state)
    #expect(opened == [.wallet(.markUsed(.init("1")))])
    #expect(state.isInPane && text("sheet.close", state) == "Back")
    _ = feed([.input(.key(Key(.escape)))], to: &state)
    #expect(state.sheets == [.wallet(.list)] && selected(state) == "Card 1")
  }

  @Test func `the selected card is whole on the screen, in each window and of any number`() throws {
    for size in [
      Size(width: 110, height: 20), Self.wide, Size(width: 160, height: 45),
      Size(width: 200, height: 60),
    ] {
      for count in [1, 2, 40] {
        var state = try state(count, size)
        for code in [Key.Code.end, .pageUp, .down, .pageDown, .home, .pageDown] {
          _ = feed([.input(.key(Key(code)))], to: &state)
          let frame = view(state)
          let card = try #require(frame.elements.first { $0.isSelected && $0.role == .listItem })
          #expect(card.bounds.height == 6, "\(size) \(count) \(code)")
          let caption = card.bounds.bottom(1)
          #expect(
            frame.grid[caption.x, caption.y].style == state.theme[.selection], "\(size) \(code)")
        }
      }
    }
  }

  @Test(arguments: [
    ("4600702084115", "ean13"), ("4 600702 084115", "ean13"), ("4600702084116", "ean13"),
    ("036000291452", "upca"), ("036000291453", "code128"), ("96385074", "ean8"),
    ("12345678", "code128"), ("https://a.example/1", "qr"), ("карта", "qr"), ("GYM-1", "code128"),
    ("", "code128"),
  ])
  func `the kind of a code is guessed from its number`(number: String, kind: String) throws {
    var state = try state(0)
    _ = feed(Key.text("a"), to: &state)
    _ = feed([.action(.focus("wallet.number")), .input(.paste(number))], to: &state)
    #expect(state.openForm?["wallet.kind"] == kind)
    // Who has chosen is not corrected.
    _ = feed([.action(.form(.choose("wallet.kind", 1)))], to: &state)
    let chosen = state.openForm?["wallet.kind"]
    _ = feed([.input(.paste("9"))], to: &state)
    #expect(state.openForm?["wallet.kind"] == chosen)
  }

  @Test func `the code is seen while its number is typed, and why there is none`() throws {
    for size in [Size(width: 80, height: 24), Self.wide] {
      var state = try state(0, size)
      _ = feed(Key.text("a"), to: &state)
      #expect(text("wallet.preview", state)?.hasPrefix("The code appears") == true)
      _ = feed([.action(.focus("wallet.number")), .input(.paste("460070208411"))], to: &state)
      #expect(text("wallet.preview", state) == "Code 128 460070208411")
      _ = feed(Key.text("5"), to: &state)
      #expect(text("wallet.preview", state) == "EAN-13 4600702084115")
      _ = feed([.input(.key(Key(.backspace)))] + Key.text("6"), to: &state)
      #expect(
        text("wallet.preview", state)
          == "A digit is mistyped: the last one should be 5, not 6.")
    }
  }
}
