import Glibc
import Loyalty
import SQLite
import Testing

@testable import LocalStore

/// The wallet keeps what the person has noted, whatever happens beside it.
struct WalletTests {
  private static let now = Instant(milliseconds: 1_795_431_900_000)

  private func open(_ folder: TemporaryFolder) throws -> WalletStore {
    let opened = try WalletStore.open(folder: folder.store)
    try #require(opened.asideName == nil)
    return opened.wallet
  }

  private func card(_ store: String, _ number: String = "42") -> LocalCard {
    LocalCard(
      name: store, number: number, value: "\u{1D}01", symbology: .qr, encoding: "ISO-8859-1",
      isGS1: true, note: "a\nb", balance: "12.50 EUR", validFrom: Day("2026-01-01"),
      expiresOn: Day("2027-12-31"), groups: ["Food", "Clothes"], isStarred: true,
      isArchived: true, lastUsed: Self.now, rest: ["mood": "sunny\u{0}", "color": "1"])
  }

  @Test func `a card comes back with all that is noted about it`() throws {
    let folder = try TemporaryFolder()
    var card = card("Bakery")
    card.id = try #require(try open(folder).save(card, at: Self.now))
    #expect(try open(folder).cards() == [card])
    card.groups = ["Other"]
    card.rest = [:]
    card.symbology = nil
    #expect(try open(folder).save(card, at: Self.now) == card.id)
    #expect(try open(folder).cards() == [card])
    #expect(try mode(of: folder.store + "/wallet.sqlite") == 0o600)
  }

  @Test func `a card that is gone is not kept again`() throws {
    let wallet = try open(try TemporaryFolder())
    var card = card("Bakery")
    card.id = try #require(try wallet.save(card, at: Self.now))
    let picture = PicturedCard(card, pictures: ["front": [1]])
    _ = try wallet.add([picture], at: Self.now)
    try wallet.delete(card.id)
    #expect(try wallet.save(card, at: Self.now) == nil)
    #expect(try wallet.picturedCards() == [])
    #expect(try wallet.read { try $0.first("SELECT count(*) FROM picture") { $0.int(0) } } == 0)
  }

  @Test func `using a card is noted`() throws {
    let wallet = try open(try TemporaryFolder())
    let id = try #require(try wallet.save(card("Bakery"), at: Self.now))
    try wallet.markUsed(id, at: Self.now.adding(days: 1))
    #expect(try wallet.cards().map(\.lastUsed) == [Self.now.adding(days: 1)])
  }

  @Test func `a file read twice adds nothing twice`() throws {
    let wallet = try open(try TemporaryFolder())
    let cards = [
      PicturedCard(card("Bakery"), pictures: ["front": [1, 2], "icon": [3]]),
      PicturedCard(card("Gym")), PicturedCard(card("Bakery", "43")),
    ]
    #expect(try wallet.add(cards, at: Self.now) == .success(WalletImport(added: 3)))
    let kept = try wallet.picturedCards()
    #expect(kept.map(\.pictures) == cards.map(\.pictures))
    #expect(try wallet.add(cards, at: Self.now) == .success(WalletImport(known: 3)))
    #expect(try wallet.picturedCards() == kept)
  }

  @Test func `a file completes a card, and what the person noted stays`() throws {
    let wallet = try open(try TemporaryFolder())
    var mine = LocalCard(name: "Bakery", number: "42", value: "\u{1D}01", symbology: .qr)
    mine.note = "my own words"
    mine.groups = ["Mine"]
    mine.id = try #require(try wallet.save(mine, at: Self.now))
    let filed = PicturedCard(card("Bakery"), pictures: ["back": [7]])
    #expect(
      try wallet.add([filed, filed], at: Self.now) == .success(WalletImport(changed: 1, known: 1)))
    let merged = try #require(try wallet.picturedCards().first)
    #expect(merged.card.note == "my own words" && !merged.card.isStarred)
    #expect(merged.card.groups == ["Mine", "Food", "Clothes"])
    #expect(merged.card.balance == "12.50 EUR" && merged.card.rest["mood"] == "sunny\u{0}")
    #expect(merged.pictures == ["back": [7]])
    #expect(try wallet.add([filed], at: Self.now) == .success(WalletImport(known: 1)))
  }

  @Test func `more cards than are kept change nothing`() throws {
    let wallet = try open(try TemporaryFolder())
    let many = (0..<LocalCard.Limit.cards).map {
      PicturedCard(LocalCard(name: "Shop", number: "\($0)"))
    }
    #expect(
      try wallet.add([PicturedCard(card("Bakery"))] + many, at: Self.now)
        == .failure(.tooManyCards(limit: LocalCard.Limit.cards)))
    #expect(try wallet.cards() == [])
    #expect(try wallet.add(many, at: Self.now) == .success(WalletImport(added: many.count)))
    #expect(try wallet.save(card("Bakery"), at: Self.now) == nil)
    #expect(try wallet.cards().count == many.count)
  }

  @Test func `more pictures than are kept change nothing`() throws {
    let wallet = try open(try TemporaryFolder())
    let half = [UInt8](repeating: 7, count: LocalCard.Limit.pictures / 2)
    let first = PicturedCard(card("Bakery"), pictures: ["front": half, "back": half])
    #expect(try wallet.add([first], at: Self.now) == .success(WalletImport(added: 1)))
    let kept = try wallet.cards()
    let second = PicturedCard(card("Gym"), pictures: ["icon": [7]])
    #expect(
      try wallet.add([second], at: Self.now)
        == .failure(.tooLarge(limit: LocalCard.Limit.pictures >> 20)))
    #expect(try wallet.cards() == kept)
    #expect(try wallet.add([first], at: Self.now) == .success(WalletImport(known: 1)))
  }

  @Test func `the wallet outlives a store that is damaged and one that is deleted`() throws {
    let folder = try TemporaryFolder()
    try folder.onceOpen { try Samples.fill($0) }
    let id = try #require(try open(folder).save(card("Bakery"), at: Self.now))
    try overwrite(folder.file, with: [UInt8](repeating: 0xA5, count: 9000))
    #expect(try LocalStore.open(folder: folder.store).notice != nil)
    #expect(try open(folder).cards().map(\.id) == [id])
  }

  @Test func `a damaged wallet is kept, and the cards that can be read are taken over`() throws {
    let folder = try TemporaryFolder()
    let file = folder.store + "/wallet.sqlite"
    do {
      let wallet = try open(folder)
      let cards = (0..<2000).map { PicturedCard(card("Shop", "\($0)"), pictures: ["icon": [7]]) }
      #expect(try wallet.add(cards, at: Self.now) == .success(WalletImport(added: 2000)))
    }
    var bytes = try contents(of: file)
    let page = 4096
    try #require(bytes.count > 20 * page)
    // The fifth part of the pages, among them some with cards, but neither schema nor roots.
    for number in stride(from: 12, to: bytes.count / page, by: 5) {
      bytes.replaceSubrange(
        number * page..<(number + 1) * page, with: [UInt8](repeating: 0xA5, count: page))
    }
    try overwrite(file, with: bytes)
    let opened = try WalletStore.open(folder: folder.store)
    let name = try #require(opened.asideName)
    #expect(name == "wallet.sqlite.corrupt-1")
    let saved = try opened.wallet.picturedCards()
    #expect(saved.count == 2000)
    #expect(saved.allSatisfy { $0.card.note == "a\nb" && $0.card.code == "\u{1D}01" })
    #expect(saved.allSatisfy { $0.card.groups == ["Food", "Clothes"] && $0.card.rest.count == 2 })
    #expect(saved.allSatisfy { $0.pictures == ["icon": [7]] })
    #expect(try open(folder).picturedCards() == saved)
  }

  @Test func `a file that is no database is kept as it is`() throws {
    let folder = try TemporaryFolder()
    _ = try open(folder)
    let garbage = [UInt8](repeating: 0x5A, count: 5000)
    try overwrite(folder.store + "/wallet.sqlite", with: garbage)
    let opened = try WalletStore.open(folder: folder.store)
    #expect(try opened.wallet.cards() == [])
    #expect(try contents(of: "\(folder.store)/\(try #require(opened.asideName))") == garbage)
  }

  @Test func `what another window changed meanwhile stays`() throws {
    let wallet = try open(try TemporaryFolder())
    var base = card("Bakery")
    base.id = try #require(try wallet.save(base, at: Self.now))
    var theirs = base
    theirs.isStarred = false
    theirs.balance = "1 EUR"
    #expect(try wallet.save(theirs, over: base, at: Self.now) == base.id)
    var mine = base
    mine.note = "my note"
    #expect(try wallet.save(mine, over: base, at: Self.now) == base.id)
    let merged = try #require(try wallet.cards().first)
    #expect(merged.note == "my note" && merged.balance == "1 EUR" && !merged.isStarred)
  }

  @Test func `the same pass, newer, updates its card wherever its code has gone`() throws {
    func pass(_ code: String, made: Int64) -> PicturedCard {
      var card = LocalCard(name: "Bakery", number: code, symbology: .qr, note: "said \(code)")
      card.rememberPass(type: "pass.x", serial: "1", made: made)
      return PicturedCard(card)
    }
    let wallet = try open(try TemporaryFolder())
    #expect(try wallet.add([pass("A", made: 1)], at: Self.now) == .success(.init(added: 1)))
    var mine = try #require(try wallet.cards().first)
    let base = mine
    mine.isStarred = true
    mine.note += "\nmine"
    #expect(try wallet.save(mine, over: base, at: Self.now) == base.id)
    #expect(try wallet.add([pass("B", made: 2)], at: Self.now) == .success(.init(changed: 1)))
    let cards = try wallet.cards()
    #expect(cards.map(\.code) == ["B"] && cards.map(\.note) == ["said B\nmine"])
    #expect(cards.allSatisfy { $0.isStarred })
    #expect(try wallet.add([pass("B", made: 2)], at: Self.now) == .success(.init(known: 1)))
    #expect(try wallet.add([pass("A", made: 1)], at: Self.now) == .success(.init(known: 1)))
    #expect(try wallet.cards() == cards)
  }

  @Test func `a wallet of the first version has days for its midnights`() throws {
    let folder = try TemporaryFolder()
    try StoreFile(folder: folder.store).makeFolder()
    do {
      let database = try Database(path: folder.store + "/wallet.sqlite")
      try database.migrate(Array(WalletSchema.migrations.prefix(1)))
      try database.transaction { connection in
        // Midnights of 31 December 2027 in Moscow, New York and Berlin.
        for moment in [1_830_200_400_000, 1_830_229_200_000, 1_830_207_600_000] {
          try connection.execute(
            """
            INSERT INTO card (store, number, note, balance, expires_at, is_starred, is_archived,
              created_at) VALUES ('A', ?, '', '', ?, 0, 0, 0)
            """, [.text("\(moment)"), .integer(Int64(moment))])
        }
        try connection.script(
          """
          INSERT INTO card_column VALUES (1, 'validfrom', '1830200400000'),
            (2, 'validfrom', 'soon'), (1, 'barcodeencoding', 'UTF-8'), (1, 'mood', 'x');
          """)
      }
    }
    let cards = try open(folder).cards()
    #expect(cards.map(\.expiresOn) == [Day("2027-12-31"), Day("2027-12-31"), Day("2027-12-31")])
    #expect(cards[0].validFrom == Day("2027-12-31") && cards[0].encoding == "UTF-8")
    #expect(cards[0].rest == ["mood": "x"] && cards[1].validFrom == nil)
  }
}
