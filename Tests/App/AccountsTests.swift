import App
import Cells
import Loyalty
import Testing

struct AccountsTests {
  private func state() throws -> State {
    var state = try Fixture.signedIn()
    _ = feed([.action(.accounts(.show)), .accounts(.loaded(Fixture.accounts))], to: &state)
    return state
  }

  private let enter: Event = .input(.key(Key(.enter)))

  @Test func `the list names the brand, hides the phone, and marks the one that is open`() throws {
    let rows = view(try state()).elements.filter { $0.id.rawValue.hasPrefix("accounts.row") }
    #expect(
      rows.map(\.text) == [
        "Zerna, current, +7 916 •••-••-67, 1,234 points", "Шалфей, not logged in",
        "https://loyalty.example.org, +7 903 •••-••-33",
      ])
    #expect(rows.map(\.isSelected) == [true, false, false])
  }

  @Test func `another one is opened once, and the one that is open closes the list`() throws {
    var state = try state()
    #expect(feed([enter], to: &state) == [])
    #expect(state.sheets.isEmpty)
    _ = feed([.action(.accounts(.show))], to: &state)
    #expect(feed(Key.text("j") + [enter], to: &state) == [.accounts(.open(.init("demo:pharmacy")))])
    #expect(feed([enter, .action(.accounts(.open(row: 2)))], to: &state) == [])
  }

  @Test(
    arguments: [
      (.clear, "Use https://"), (.mixedScripts, "look alike"), (.invalid, "This is no address"),
    ] as [(AccountRefusal, String)])
  func `an address that is refused is said at its field`(
    refusal: AccountRefusal, words: String
  ) throws {
    var state = try state()
    _ = feed(
      [
        .action(.accounts(.add)), .input(.paste("http://shop.example")),
        .action(.accounts(.submit)),
      ],
      to: &state)
    _ = feed([.accounts(.refused(refusal))], to: &state)
    #expect(view(state).grid.text.replacing("\n", with: " ").contains(words))
  }

  @Test func `an account that cannot be opened leaves the one on the screen`() throws {
    var state = try state()
    _ = feed(Key.text("j") + [enter], to: &state)
    _ = feed([.accounts(.failed(.local(.other)))], to: &state)
    #expect(state.isSignedIn && state.home.contents == Fixture.home)
    #expect(state.toasts.count == 1)
    _ = feed([.action(.back)], to: &state)
    #expect(feed([enter], to: &state) == [.accounts(.open(.init("demo:pharmacy")))])
  }

  @Test func `one is removed after a question, and moving on is a no`() throws {
    var state = try state()
    #expect(feed(Key.text("jd"), to: &state) == [])
    #expect(view(state).elements.contains { $0.id == "accounts.note" })
    #expect(feed(Key.text("jd"), to: &state) == [])
    #expect(feed(Key.text("kjd"), to: &state) == [])
    #expect(
      feed(Key.text("d"), to: &state) == [
        .accounts(.remove(.init("https://loyalty.example.org")))
      ])
  }

  @Test func `nothing is opened while an account goes, and all is as before when it cannot`() throws
  {
    var state = try state()
    _ = feed(Key.text("jdd"), to: &state)
    #expect(feed([enter] + Key.text("dd"), to: &state) == [])
    _ = feed([.accounts(.failed(.local(.other)))], to: &state)
    #expect(
      feed([.action(.back), enter], to: &state) == [.accounts(.open(.init("demo:pharmacy")))])
  }

  @Test func `the one that is open is not removed`() throws {
    var state = try state()
    #expect(feed(Key.text("dd"), to: &state) == [])
    #expect(state.toasts.count == 1)
  }

  @Test func `what is wrong with an address stands under it`() throws {
    var state = try state()
    _ = feed(Key.text("n") + [.input(.paste("loyalty"))], to: &state)
    #expect(feed([enter], to: &state) == [.accounts(.add("loyalty"))])
    _ = feed([.accounts(.refused(.invalid))], to: &state)
    #expect(view(state).elements.contains { $0.id == "account.address.problem" })
    _ = feed(Key.text("x"), to: &state)
    #expect(!view(state).elements.contains { $0.id == "account.address.problem" })
  }

  @Test func `spaces around an address are dropped, spaces within are shown`() throws {
    var state = try state()
    _ = feed(Key.text("n") + [.input(.paste(" https://a b "))], to: &state)
    #expect(feed([enter], to: &state) == [.accounts(.add("https://a b"))])
    _ = feed([.accounts(.refused(.character))], to: &state)
    let problem = view(state).elements.first { $0.id == "account.address.problem" }
    #expect(problem?.text.contains("a space or another character") == true)
  }

  @Test func `a password in an address is said to be none of its parts`() throws {
    var state = try state()
    _ = feed(Key.text("n") + [.input(.paste("https://u:p@host")), enter], to: &state)
    _ = feed([.accounts(.refused(.credentials))], to: &state)
    let problem = view(state).elements.first { $0.id == "account.address.problem" }
    #expect(problem?.text.contains("no user name and no password") == true)
  }

  @Test func `that nothing is encrypted is said, with the server`() throws {
    var state = try Fixture.signedIn()
    _ = feed([.notice(.inTheClear(origin: "http://10.1.2.3:8080"))], to: &state)
    #expect(state.toasts.last?.text.contains("http://10.1.2.3:8080 is asked without") == true)
  }

  @Test func `the list opens from the login too`() throws {
    var state = try Fixture.signedOut()
    #expect(feed([.input(.key(Key(.function(4))))], to: &state) == [.accounts(.load)])
    _ = feed([.accounts(.loaded(Fixture.accounts))], to: &state)
    #expect(view(state).elements.contains { $0.id == "accounts.row.1" })
    // What is typed is not for the field below.
    _ = feed(Key.text("7"), to: &state)
    #expect(state.login.phone.text.isEmpty)
  }
}

extension Fixture {
  static let accounts = AccountsContents(
    accounts: [
      Account(
        id: .init("demo:coffee"), address: "demo", title: program.name, program: program,
        phone: "+7 916 •••-••-67", balance: Points(1234)),
      Account(
        id: .init("demo:pharmacy"), address: "demo", title: [.russian: "Шалфей"]),
      Account(
        id: .init("https://loyalty.example.org"), address: "https://loyalty.example.org",
        title: [:], phone: "+7 903 •••-••-33"),
    ], current: .init("demo:coffee"))

  /// Homes of brands that are unlike the first.
  static func brandHome(_ screenIsPharmacy: Bool) -> HomeContents {
    var home = Fixture.home
    home.program?.languages = screenIsPharmacy ? [.russian] : [.english]
    home.program?.name = screenIsPharmacy ? [.russian: "Шалфей"] : [.english: "Marginalia"]
    home.program?.pointsName =
      screenIsPharmacy
      ? [.russian: PluralForms(one: "бонус", few: "бонуса", many: "бонусов", other: "бонуса")]
      : [.english: PluralForms(one: "page", other: "pages")]
    home.program?.pointsScale = screenIsPharmacy ? 2 : 1
    home.program?.features = screenIsPharmacy ? [.rewards, .promotions, .tiers] : [.rewards]
    home.program?.brand = Brand(theme: screenIsPharmacy ? "pharmacy" : "books", accent: "#127a5c")
    return home
  }
}
