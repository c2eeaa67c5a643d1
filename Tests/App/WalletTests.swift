import App
import Cells
import Loyalty
import Testing

/// The wallet: what the list shows, what a form takes, what is never seen.
struct WalletTests {
  private func rows(_ state: State) -> [String] { state.wallet.items.map(\.name) }

  private func text(_ id: Element.ID, _ state: State) -> String? {
    view(state).elements.first { $0.id == id }?.text
  }

  private func form(_ fields: [(Element.ID, String)], _ state: inout State) -> [Effect] {
    for (field, text) in fields {
      _ = feed(
        [.action(.focus(field)), .input(.key(.control("e"))), .input(.key(.control("u")))],
        to: &state)
      _ = feed([.input(.paste(text))], to: &state)
    }
    return feed([.action(.wallet(.submitCard))], to: &state)
  }

  private func saved(_ effects: [Effect]) -> LocalCard? {
    for case .wallet(.save(let card, _)) in effects { return card }
    return nil
  }

  @Test func `starred cards come first, in each order`() throws {
    var state = try Fixture.inWallet("list")
    // Used last, by name, by expiry, and used last again.
    #expect(rows(state) == ["Gym", "Pharmacy", "Буквоед"])
    _ = feed(Key.text("o"), to: &state)
    #expect(rows(state) == ["Gym", "Pharmacy", "Буквоед"])
    _ = feed(Key.text("oo"), to: &state)
    var later = Fixture.wallet
    later.cards[0].lastUsed = Fixture.now
    later.cards[0].expiresOn = Day("2026-11-14")
    _ = feed([.wallet(.loaded(later))], to: &state)
    #expect(rows(state) == ["Gym", "Буквоед", "Pharmacy"])
    _ = feed(Key.text("o"), to: &state)
    #expect(rows(state) == ["Gym", "Pharmacy", "Буквоед"])
    _ = feed(Key.text("o"), to: &state)
    #expect(rows(state) == ["Gym", "Буквоед", "Pharmacy"])
  }

  @Test func `groups and the archive are chosen one after the other`() throws {
    var state = try Fixture.inWallet("list")
    var seen: [[String]] = []
    for _ in 0..<5 {
      _ = feed(Key.text("f"), to: &state)
      seen.append(rows(state))
    }
    #expect(
      seen == [
        ["Буквоед"], ["Gym"], ["Gym"], ["Old library"], ["Gym", "Pharmacy", "Буквоед"],
      ])
  }

  @Test func `search looks at names, numbers, notes and groups, in any case`() throws {
    for (typed, found) in [
      ("буквоЕД", ["Буквоед"]), ("0042", ["Gym"]), ("выходным", ["Буквоед"]), ("sport", ["Gym"]),
      ("gym 99", []),
    ] {
      var state = try Fixture.inWallet("list")
      _ = feed([.action(.wallet(.search)), .input(.paste(typed))], to: &state)
      #expect(rows(state) == found, "\(typed)")
      // From typing to what was found, if anything was, and from there to all of it.
      if !found.isEmpty { _ = feed([.input(.key(Key(.escape)))], to: &state) }
      #expect(rows(state) == found)
      _ = feed([.input(.key(Key(.escape)))], to: &state)
      #expect(rows(state).count == 3)
      #expect(state.sheets == [.wallet(.list)])
    }
  }

  @Test func `the list can be worked with a Russian keyboard layout and with the mouse`() throws {
    var state = try Fixture.inWallet("list")
    _ = feed(Key.text("щ"), to: &state)
    #expect(text("sheet.title", state)?.contains("by name") == true)
    let row = try #require(view(state).elements.first { $0.id == "wallet.row.2" })
    _ = feed(
      [.input(.mouse(Mouse(.press, at: Point(x: row.bounds.x + 3, y: row.bounds.y))))], to: &state)
    #expect(state.sheets.last == .wallet(.card(.init("1"))))
  }

  @Test func `opening a card counts as using it`() throws {
    var state = try Fixture.inWallet("list")
    let effects = feed([.input(.key(Key(.enter)))], to: &state)
    #expect(effects == [.wallet(.markUsed(.init("2")))])
  }

  @Test func `a new card is kept as it was typed, with its number checked for its code`() throws {
    var state = try Fixture.inWallet("list")
    _ = feed(Key.text("a"), to: &state)
    let effects = form(
      [
        ("wallet.store", " Bakery "), ("wallet.number", "12345"), ("wallet.balance", "12,5 eur"),
        ("wallet.expiry", "2027-01-31"), ("wallet.groups", "Food, ,Bread"),
        ("wallet.note", "one⏎two"),
      ], &state)
    let card = try #require(saved(effects))
    #expect(card.name == "Bakery" && card.number == "12345" && card.value == nil)
    #expect(card.symbology == .code128)
    #expect(card.balance == "12.5 EUR")
    #expect(card.expiresOn == Day("2027-01-31"))
    #expect(card.groups == ["Food", "Bread"])
    #expect(card.note == "one\ntwo")
  }

  @Test(
    arguments: [
      ("wallet.store", "  ", "Enter a name\\."), ("wallet.number", " ", "Enter the number\\."),
      ("wallet.number", "4600702084116", "A digit is mistyped.*"),
      ("wallet.balance", "much", "A number, and.*"),
      ("wallet.expiry", "2027-02-30", "A day like.*"),
    ] as [(String, String, String)])
  func `what cannot be kept is said at its field`(
    _ field: String, _ typed: String, _ words: String
  ) throws {
    var state = try Fixture.inWallet("list")
    _ = feed(Key.text("a"), to: &state)
    let id = Element.ID(rawValue: field)
    _ = form([("wallet.store", "A"), ("wallet.number", "1")], &state)
    #expect(form([(id, typed)], &state).isEmpty)
    let problem = try #require(text(Element.ID(rawValue: field + ".problem"), state))
    #expect(problem.wholeMatch(of: try Regex(words)) != nil, "\(problem)")
    #expect(view(state).elements.first { $0.id == id }?.isFocused == true)
  }

  @Test func `a mistyped digit is noticed, printed gaps are not`() throws {
    var state = try Fixture.inWallet("list")
    _ = feed(Key.text("a") + [.action(.form(.choose("wallet.kind", 1)))], to: &state)
    #expect(form([("wallet.store", "A"), ("wallet.number", "4600702084116")], &state).isEmpty)
    #expect(
      text("wallet.number.problem", state)
        == "A digit is mistyped: the last one should be 5, not 6.")
    let card = saved(form([("wallet.number", "4 600702 084122")], &state))
    #expect(card?.number == "4 600702 084122")
    #expect(card?.code == "4600702084122")
  }

  @Test func `a card that is there already is not added again`() throws {
    var state = try Fixture.inWallet("list")
    _ = feed(Key.text("a") + [.action(.form(.choose("wallet.kind", 1)))], to: &state)
    let effects = form(
      [("wallet.store", "Буквоед"), ("wallet.number", "4600702084115")], &state)
    #expect(effects.isEmpty)
    #expect(text("wallet.number.problem", state) == "You have this card already.")
  }

  @Test func `saving a card unchanged changes nothing, whatever it holds`() throws {
    var contents = Fixture.wallet
    contents.cards[1].value = "\u{1D}0142\u{1D}10"
    contents.cards[1].groups = ["Food, drink", "Sport"]
    contents.cards[1].note = "a\n\nb"
    contents.cards[1].rest = ["headercolor": "-1"]
    for card in contents.cards {
      for language in [Language.english, .russian] {
        var state = try Fixture.inWallet("list", Size(width: 80, height: 24), language)
        if card.isArchived { _ = feed(Key.text("ffff"), to: &state) }
        _ = feed([.wallet(.loaded(contents))], to: &state)
        let row = try #require(state.wallet.items.firstIndex { $0.id == card.id })
        let effects = feed(
          [
            .action(.wallet(.open(row: row))), .action(.wallet(.edit)),
            .action(.wallet(.submitCard)),
          ],
          to: &state)
        #expect(saved(effects) == card)
      }
    }
  }

  @Test func `a card is deleted only after a second yes`() throws {
    var state = try Fixture.inWallet("localCard")
    let enter = Event.input(.key(Key(.enter)))
    #expect(feed(Key.text("d") + [enter], to: &state).isEmpty)
    #expect(state.sheets.last == .wallet(.card(.init("3"))))
    let effects = feed(Key.text("d") + [.input(.key(Key(.down))), enter], to: &state)
    #expect(effects == [.wallet(.delete(.init("3")))])
    #expect(state.sheets == [.wallet(.list)])
  }

  @Test func `a star and the archive are switched on the card and back`() throws {
    var state = try Fixture.inWallet("localCard")
    let card = try #require(saved(feed(Key.text("s"), to: &state)))
    #expect(card.isStarred)
    #expect(saved(feed(Key.text("a"), to: &state))?.isArchived == true)
  }

  @Test func `a password is never on the screen`() throws {
    var state = try Fixture.inWallet("walletImport")
    _ = feed(
      [.action(.focus("wallet.password")), .input(.key(.control("u"))), .input(.paste("тайна"))],
      to: &state)
    let frame = view(state)
    #expect(!frame.grid.text.contains("тайна"))
    #expect(frame.elements.allSatisfy { !$0.text.contains("тайна") })
    #expect(text("wallet.password", state) == "Password •••••")
    let effects = feed([.action(.wallet(.read))], to: &state)
    #expect(
      effects == [.wallet(.read(path: "~/catima.zip", password: "тайна", language: .english))])
  }

  @Test func `a file that is read while help is open closes its form`() throws {
    var state = try Fixture.inWallet("list")
    _ = feed(Key.text("i"), to: &state)
    let read = WalletEvent.read(WalletImport(added: 3), Fixture.wallet)
    _ = feed(
      [.input(.paste("~/x")), .action(.wallet(.read)), .action(.showHelp), .wallet(read)],
      to: &state)
    #expect(state.sheets == [.wallet(.list), .help])
    #expect(state.toasts.last?.text == "Cards read. New: 3, completed: 0, already here: 0.")
  }

  @Test func `the wallet opens without an account, and closes with it`() throws {
    var state = try Fixture.signedOut()
    let effects = feed([.input(.key(Key(.function(5))))], to: &state)
    #expect(effects == [.wallet(.load)])
    _ = feed([.wallet(.loaded(Fixture.wallet))], to: &state)
    #expect(text("wallet.row.0", state) == "Gym, GYM-0042, starred")
    var member = try Fixture.inWallet("list")
    _ = feed([.login(.signedOut)], to: &member)
    #expect(member.sheets.isEmpty && !member.isSignedIn)
  }

  @Test func `each problem of a file has words in each language`() {
    let reasons: [WalletFileProblem.Reason] = [
      .version, .header, .columns, .quote, .id, .name, .number, .flag, .date, .balance, .text,
      .notText, .color, .groups, .single, .damaged,
    ]
    let problems: [WalletFileProblem] =
      reasons.map { .line(3, reason: $0) } + [
        .file(StorageProblem("\u{1B}[2Jx", .full)), .tables(["a.csv", "b.csv"]),
        .line(3, character: 7, file: "x.csv", reason: .quote), .member(.code, .text), .exists,
        .cutShort,
        .twice("x"),
        .notAWallet, .damaged("x"), .passwordNeeded, .passwordWrong,
        .unsafeName("../x"), .tooManyEntries(limit: 5), .tooLarge(limit: 5), .bomb, .noCode,
        .tooManyCards(limit: 5), .noLibrary("x"), .wallet("x"),
      ]
    for language in Phrasebook.languages {
      let words = problems.map { Phrasebook(language).words(for: $0) }
      #expect(Set(words).count == problems.count)
      #expect(words.allSatisfy { !$0.contains("{") && !$0.contains("\u{1B}") })
    }
  }

  @Test func `a form writes only what was touched`() throws {
    var contents = Fixture.wallet
    contents.cards[1].groups = ["Food, drink", "City"]
    contents.cards[1].note = "tab\tand\u{2028}line"
    contents.cards[1].value = "\u{1D}01"
    var state = try Fixture.inWallet("list")
    _ = feed([.wallet(.loaded(contents)), .action(.wallet(.open(row: 0)))], to: &state)
    _ = feed([.action(.wallet(.edit))], to: &state)
    let effects = form([("wallet.balance", "7 EUR")], &state)
    var expected = contents.cards[1]
    expected.balance = "7 EUR"
    #expect(saved(effects)?.groups == ["Food, drink", "City"])
    #expect(saved(effects)?.code == expected.code)
    #expect(effects.contains(.wallet(.save(expected.cleaned, over: contents.cards[1]))))

    // A name with a comma stays one as long as it stands there.
    let more = form([("wallet.groups", "Food, drink, City, New")], &state)
    #expect(saved(more)?.groups == ["Food, drink", "City", "New"])
    let fewer = form([("wallet.groups", "Drink, City")], &state)
    #expect(saved(fewer)?.groups == ["Drink", "City"])
  }

  @Test(arguments: [
    "2027-12-31", "31.12.2027", "31 Dec 2027", "31\u{A0}дек\u{A0}2027", "31 декабря 2027 г.",
    " 31 december 2027 ",
  ])
  func `a day is taken as the app writes it in either language`(_ typed: String) throws {
    var state = try Fixture.inWallet("list")
    _ = feed(Key.text("a"), to: &state)
    let effects = form(
      [("wallet.store", "A"), ("wallet.number", "1"), ("wallet.expiry", typed)], &state)
    #expect(saved(effects)?.expiresOn == Day("2027-12-31"))
  }

  @Test func `a day is the same in each zone`() throws {
    for hours in [-11, -5, 0, 3, 9, 14] {
      var state = try Fixture.inWallet("list")
      state.settings.zone = Zone(initialOffset: hours * 3600)
      _ = feed(Key.text("a"), to: &state)
      let typed = form(
        [("wallet.store", "A"), ("wallet.number", "1"), ("wallet.expiry", "2027-12-31")], &state)
      var card = try #require(saved(typed))
      card.id = .init("9")
      _ = feed([.wallet(.saved(card.id, WalletContents(cards: [card])))], to: &state)
      let row = try #require(text("wallet.row.0", state))
      #expect(row.hasSuffix("until 31 Dec 2027"), "\(row)")
    }
  }

  @Test(arguments: ["i", "ш"])
  func `on the whole screen i swaps ink and paper, and back`(_ key: String) throws {
    var state = try Fixture.inWallet("localCardPaper")
    let before = view(state).grid
    _ = feed(Key.text(key), to: &state)
    let swapped = view(state).grid
    let (one, other) = (before[2, 2].style, swapped[2, 2].style)
    #expect(one.foreground == other.background && one.background == other.foreground)
    #expect(text("wallet.paper.caption.1", state)?.contains("swap") == true)
    _ = feed(Key.text(key), to: &state)
    #expect(view(state).grid.text == before.text)
    // Another card is black on white again.
    _ = feed(Key.text(key) + [.input(.key(Key(.escape))), .input(.key(Key(.enter)))], to: &state)
    #expect(!view(state).grid.text.contains("White on black"))
  }

  @Test func `the number below the bars is the one in them, whatever was typed`() throws {
    for (kind, typed, printed) in [
      (Symbology.ean13, "4 600702 08411", "4600702084115"), (.codabar, "40156", "A40156A"),
      (.upce, "012345000065", "01234565"), (.itf, "12 34", "1234"), (.code39, "ab", "ab"),
      (.itf14, "04601234567890", "04601234567890"),
    ] {
      var state = try Fixture.inWallet("list")
      let card = LocalCard(id: .init("1"), name: "A", number: typed, symbology: kind)
      _ = feed(
        [
          .wallet(.loaded(WalletContents(cards: [card]))), .action(.wallet(.open(row: 0))),
          .action(.wallet(.showLarge)),
        ], to: &state)
      #expect(text("wallet.paper.number", state) == printed)
      #expect(text("wallet.paper.symbol", state) == "A \(printed)")
    }
  }

  @Test func `a pass that was not taken whole says which member and why, in both languages`() throws
  {
    let left: [LeftOut] = [
      .member(pass: "a.pkpass", .code, .text), .member(pass: "a.pkpass", .expiry, .date),
      .card(line: 7, character: 12, .quote),
    ]
    var state = try Fixture.inWallet("list")
    _ = feed([.wallet(.read(WalletImport(added: 1, left: left), Fixture.wallet))], to: &state)
    #expect(
      state.toasts.last?.text == "Left out: a.pkpass, the code: a text is too long; "
        + "a.pkpass, the last day: a date is no date; "
        + "line 7, character 12, the card: a quotation mark is out of place.")
    #expect(
      Phrasebook(.russian).words(forLeft: left) == [
        "a.pkpass, код: слишком длинный текст", "a.pkpass, срок действия: неверная дата",
        "строка 7, символ 12, карта: кавычка не на месте",
      ])
    #expect(left.allSatisfy { $0.isCard })
  }

  @Test func `an export that fails says the path and the reason at its field`() throws {
    var state = try Fixture.inWallet("list")
    _ = feed(Key.text("x") + [.action(.wallet(.write))], to: &state)
    let problem = WalletFileProblem.file(StorageProblem("/disk/a.zip", .full))
    _ = feed([.wallet(.fileFailed(problem))], to: &state)
    #expect(
      text("wallet.path.problem", state)
        == "The file cannot be used: /disk/a.zip: No space left on device. "
        + "Make room there, or choose another place.")
    #expect(state.sheets.last == .wallet(.writing))
  }

  @Test func `what was left out of a file is named`() throws {
    var state = try Fixture.inWallet("list")
    let left: [LeftOut] = [
      .card(line: 7, .name), .picture("card_1_front.png"), .pass("a.pkpass", .noCode),
      .detail(line: 9, .date),
    ]
    _ = feed([.wallet(.read(WalletImport(added: 1, left: left), Fixture.wallet))], to: &state)
    #expect(
      state.toasts.last?.text == "Left out: line 7, the card: the store has no name; "
        + "card_1_front.png, a picture that is damaged, too large or no PNG; "
        + "a.pkpass, a pass without a name or a number; and 1 more.")
  }
}
