import App
import Cells
import Foundation
import Loyalty
import Testing
import Themes
import Transport

@testable import Client

/// The list of accounts, and going from one to another.
struct AccountTests {
  private func list(_ app: HeadlessApp) -> [String] {
    app.state.accounts.contents?.accounts.map(\.id.rawValue) ?? []
  }

  @Test func `a change keeps what another process added, for its owner's eyes only`() throws {
    let folder = TemporaryFolder()
    let file = AccountFile(folder: folder.path)
    _ = try file.change { $0.accounts.append(.init(server: "https://a.example")) }
    _ = try AccountFile(folder: folder.path).change {
      $0.accounts.append(.init(server: "https://b.example"))
      $0.current = "https://b.example"
    }
    #expect(
      try file.read().contents.accounts.map(\.server) == [
        "https://a.example", "https://b.example",
      ])
    #expect(file.current() == "https://b.example")
    let path = folder.path + "/accounts.json"
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(!FileManager.default.fileExists(atPath: path + ".new"))
  }

  @Test(arguments: ["", "{", "[1]", "{\"accounts\": 7}", "\u{0}\u{1}"])
  func `a list that makes no sense is kept aside, and said`(_ garbage: String) throws {
    let folder = TemporaryFolder()
    let folders = Folders(below: folder.path)
    try Folders.make(folders.config)
    let path = folders.config + "/accounts.json"
    try garbage.write(toFile: path, atomically: false, encoding: .utf8)
    #expect(AccountFile(folder: folders.config).current() == nil)
    let accounts = try Accounts(folders: folders, opening: "https://127.0.0.1:9")
    let app = HeadlessApp(
      try Launch(
        accounts.ground(of: accounts.current), of: accounts, size: .init(width: 80, height: 24),
        settings: Settings(language: .english, look: try .init(depth: .palette256))))
    #expect(app.state.toasts.contains { $0.text.contains("accounts.garbled-1.json") })
    let kept = try String(
      contentsOfFile: folders.config + "/accounts.garbled-1.json", encoding: .utf8)
    #expect(kept == garbage)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: [
    "https://shop.example:443", "https://shop.example.", "https://shop.example/",
    "https://shop.example.:443/",
  ])
  func `an account that stands under a former spelling is found by each`(former: String) throws {
    let folder = TemporaryFolder()
    let folders = Folders(below: folder.path)
    let serverAddress = try ServerAddress("https://shop.example")
    #expect(
      Accounts.key(for: serverAddress, typed: "HTTPS://Shop.example", folders) == "\(serverAddress)"
    )
    try Folders.make("\(folders.data)/\(Folders.name(for: former))")
    for typed in [former, "https://shop.example", "https://SHOP.example:443"] {
      let key = try Accounts.key(for: ServerAddress(typed), typed: typed, folders)
      #expect(key == former)
    }
    // Where somebody is signed in comes before where nobody is.
    try Folders.make("\(folders.data)/\(Folders.name(for: "https://shop.example"))")
    #expect(Accounts.key(for: serverAddress, typed: former, folders) == "\(serverAddress)")
    let state = "\(folders.state)/\(Folders.name(for: former))"
    try Folders.make(state)
    try "{}".write(toFile: state + "/session.json", atomically: false, encoding: .utf8)
    #expect(Accounts.key(for: serverAddress, typed: "https://shop.example", folders) == former)
  }

  @Test func `two spellings of one address are one account in the list`() throws {
    let folder = TemporaryFolder()
    let folders = Folders(below: folder.path)
    let file = AccountFile(folder: folders.config)
    _ = try file.change {
      $0.accounts = [.init(server: "https://a.example:443"), .init(server: "https://b.example")]
    }
    let accounts = try Accounts(folders: folders, opening: "https://a.example")
    #expect(accounts.ids.map(\.rawValue) == ["https://b.example", "https://a.example"])
    // Nothing that is kept is hidden.
    try Folders.make("\(folders.data)/\(Folders.name(for: "https://a.example:443"))")
    let both = try Accounts(folders: folders, opening: "https://a.example")
    #expect(both.ids.count == 3)
  }

  @Test func `what was agreed to without TLS opens again, for that very origin alone`() throws {
    let folder = TemporaryFolder()
    let folders = Folders(below: folder.path)
    let file = AccountFile(folder: folders.config)
    let address = "http://10.1.2.3:8080"
    #expect(!file.agrees(to: address))
    let first = try Accounts(folders: folders, opening: address, allowsClear: true)
    first.agree(to: first.current)
    #expect(first.notice(of: first.current) == nil)
    #expect(file.agrees(to: address) && file.agrees(to: "HTTP://10.1.2.3:8080/base"))
    // It is no list yet: what opens by itself is as before.
    #expect(file.current() == nil)
    for other in ["http://10.1.2.3", "http://10.1.2.3:8081", "http://10.1.2.4:8080", "no address"] {
      #expect(!file.agrees(to: other))
    }
    let next = try Accounts(folders: folders, opening: address)
    _ = try next.ground(of: next.current)
    #expect(next.notice(of: next.current) == .inTheClear(origin: address))
    #expect(throws: AccountError.self) { try next.ground(of: .init("http://10.1.2.4:8080")) }
    // Who has not asked for it agrees to nothing.
    next.agree(to: .init("http://10.1.2.4:8080"))
    #expect(!file.agrees(to: "http://10.1.2.4:8080"))
    // With the account goes the consent.
    let other = try Accounts(folders: folders, opening: "https://shop.example")
    try other.choose(.init(address))
    try other.choose(.init("https://shop.example"))
    try other.forget(.init(address))
    #expect(!file.agrees(to: address))
  }

  @Test(
    arguments: [
      ("https://anna:secret@shop.example", .credentials),
      ("anna:secret@shop.example", .credentials),
      ("", .empty), ("shop.example", .scheme), ("ftp://shop.example", .scheme),
      ("https://", .host), ("https://a..b", .host), ("https://shop.example:65536", .port),
      ("https://shop.example?x=1", .query), ("https://shop.example/#top", .query),
      ("https://shop example", .character), ("http://shop.example", .clear),
    ] as [(String, AccountRefusal)])
  func `what is wrong with an address is named`(address: String, why: AccountRefusal) throws {
    let folder = TemporaryFolder()
    let accounts = try Accounts(
      folders: Folders(below: folder.path), opening: "https://other.example")
    let desk = AccountDesk(accounts: accounts, clock: .system())
    guard case .failure(let refused) = desk.account(at: address) else {
      Issue.record("taken: \(address)")
      return
    }
    #expect(refused.why == why)
  }

  @Test func `a person's accounts are kept, and the one that was opened last opens again`() throws {
    let first = try DemoServer(program: Programs.server)
    defer { first.stop() }
    let second = try DemoServer(program: Programs.server, seed: "books")
    defer { second.stop() }
    let folder = TemporaryFolder()
    let folders = Folders(below: folder.path)
    let file = AccountFile(folder: folders.config)
    let addresses = ["unix:" + first.socket, "unix:" + second.socket]
    let accounts = try Accounts(folders: folders, opening: addresses[0])
    let app = HeadlessApp(try AccountStage.launch(accounts))
    // The list is the person's own to make: one account needs none.
    #expect(file.current() == nil)
    try app.wait("the program") { $0.state.program != nil && $0.isIdle }
    app.send(.action(.accounts(.show)))
    app.send(.action(.accounts(.add)))
    app.send(.input(.paste(addresses[1])))
    app.send(.action(.accounts(.submit)))
    try app.wait("the bookshops") {
      $0.state.program?.id == Program.ID("prg_books") && $0.isIdle
    }
    #expect(file.current() == addresses[1])
    let again = try Accounts(folders: folders, opening: try #require(file.current()))
    let next = HeadlessApp(try AccountStage.launch(again))
    next.send(.action(.accounts(.show)))
    try next.wait("the list") { $0.state.accounts.contents != nil && $0.isIdle }
    #expect(list(next) == addresses)
    let contents = next.state.accounts.contents
    #expect(contents?.current?.rawValue == addresses[1])
    #expect(contents?.accounts.map { $0.title.value(in: .english) } == ["Zerna", "Marginalia"])
  }

  @Test func `brands are switched, and nothing of one is under another`() throws {
    let stage = try AccountStage()
    defer { stage.servers.stop() }
    let app = try stage.launch()
    try stage.signIn(app)
    let coffee = app.state.home.contents
    app.send(.action(.accounts(.show)))
    try app.wait("the list") { $0.state.accounts.contents != nil && $0.isIdle }
    #expect(stage.servers.count == 1)
    app.send(.action(.back))
    try stage.open("demo:pharmacy", app)
    #expect(stage.servers.count == 2)
    #expect(!app.state.isSignedIn)
    #expect(app.state.home.contents.balance == nil)
    #expect(app.state.rewards.contents.coupons.isEmpty && app.state.history.entries.isEmpty)
    #expect(app.state.rewards.contents.rewards?.contains { $0.id.rawValue == "rew_syrup" } != true)
    #expect(app.state.settings.language == .russian)
    try stage.signIn(app)
    #expect(app.state.home.contents.member?.id == coffee.member?.id)
    #expect(app.state.home.contents.program?.id == Program.ID("prg_pharmacy"))
    #expect(app.state.home.contents.card != coffee.card)
    // The session of the first is still there, and so is what was chosen.
    try stage.open("demo:coffee", app)
    #expect(app.state.isSignedIn)
    #expect(app.state.home.contents.card == coffee.card)
    #expect(app.state.settings.language == .english)
    #expect(app.state.tab == .home && app.state.sheets.isEmpty)
  }

  @Test func `what comes late for the account before is dropped`() throws {
    let stage = try AccountStage()
    defer { stage.servers.stop() }
    let app = try stage.launch()
    try stage.signIn(app)
    app.send(.action(.accounts(.show)))
    try app.wait("the list") { $0.state.accounts.contents != nil && $0.isIdle }
    // The pull, the opening and a purchase of points are under way at once.
    app.send(.action(.accounts(.open(row: 2))))
    app.send(.action(.refresh))
    app.send(.action(.login(.logOut)))
    try app.wait("the bookshops") {
      $0.state.program?.id == Program.ID("prg_books") && $0.isIdle
    }
    #expect(!app.state.isSignedIn && app.state.home.contents.balance == nil)
    #expect(app.state.message == nil)
    // The logout happened where it was asked for.
    try stage.open("demo:coffee", app)
    #expect(!app.state.isSignedIn)
  }

  @Test func `an account that is removed is logged out and leaves nothing behind`() throws {
    let stage = try AccountStage()
    defer { stage.servers.stop() }
    let app = try stage.launch()
    try stage.open("demo:books", app)
    try stage.signIn(app)
    try stage.open("demo:coffee", app)
    let data = stage.folders.data + "/" + Folders.name(for: "demo:books")
    #expect(FileManager.default.fileExists(atPath: data))
    app.send(.action(.accounts(.show)))
    try app.wait("the list") { $0.isIdle }
    app.send(.action(.move(.last)))
    app.send(.action(.accounts(.remove)))
    app.send(.action(.accounts(.remove)))
    try app.wait("the shorter list") { $0.isIdle && list($0).count == 2 }
    #expect(list(app) == ["demo:coffee", "demo:pharmacy"])
    #expect(!FileManager.default.fileExists(atPath: data))
    #expect(
      !FileManager.default.fileExists(
        atPath: stage.folders.state + "/" + Folders.name(for: "demo:books")))
  }
}

/// The demo's brands, as the app has them.
private struct AccountStage {
  let servers: DemoServers
  let accounts: Accounts
  let folders: Folders

  init() throws {
    servers = try DemoServers(program: Programs.server)
    folders = Folders(below: servers.first.folder + "/home")
    accounts = Accounts(folders: folders, demo: servers)
  }

  func launch() throws -> HeadlessApp { HeadlessApp(try AccountStage.launch(accounts)) }

  static func launch(_ accounts: Accounts) throws -> Launch {
    try Launch(
      accounts.ground(of: accounts.current), of: accounts, size: .init(width: 80, height: 24),
      settings: Settings(language: .english, look: try .init(depth: .palette256)))
  }

  func open(_ id: String, _ app: HeadlessApp) throws {
    app.send(.action(.accounts(.show)))
    try app.wait("the list") { $0.state.accounts.contents != nil && $0.isIdle }
    let row = app.state.accounts.contents?.accounts.firstIndex { $0.id == Account.ID(id) }
    app.send(.action(.accounts(.open(row: try #require(row)))))
    try app.wait("the brand") { $0.isIdle && $0.state.sheets.isEmpty && $0.state.program != nil }
  }

  func signIn(_ app: HeadlessApp) throws {
    try app.wait("the program") { $0.isIdle }
    app.send(.action(.intro(.skip)))
    app.send(.input(.paste("+7 916 123-45-67")))
    app.send(.action(.login(.sendCode)))
    try app.wait("a message with the code") { $0.state.message != nil && $0.isIdle }
    app.send(.action(.login(.insertCode)))
    try app.wait("home") { $0.state.home.contents.balance != nil && $0.isIdle }
  }
}
