import Loyalty
import SQLite
import Testing

@testable import LocalStore

struct ResourceTests {
  @Test func `an answer makes all that is stored fresh and changes nothing else`() throws {
    let store = try TemporaryFolder().open()
    try Samples.fill(store)
    #expect(try store.changesToken() == nil)
    let later = Samples.now.adding(seconds: 60)
    try store.save(changesToken: "one", at: Samples.now)
    try store.save(changesToken: "two", at: later)
    var expected = Samples.home()
    expected.balanceFetchedAt = later
    #expect(try store.home(latest: 3) == expected)
    #expect(try store.changesToken() == "two")
    #expect(try Resource.pulled.allSatisfy { try store.confirmed($0) == later })
  }

  @Test func `what was never saved is confirmed by no answer`() throws {
    let store = try TemporaryFolder().open()
    try store.save(changesToken: "one", at: Samples.now)
    #expect(try store.home(latest: 0).balanceFetchedAt == nil)
    #expect(try store.confirmed(.rewards) == nil)
  }

  @Test func `a store of an older version keeps what it has, and asks for all of it again`() throws
  {
    let folder = try TemporaryFolder()
    try StoreFile(folder: folder.store).makeFolder()
    do {
      let database = try Database(path: folder.file)
      try database.migrate(
        StoreSchema.migrations.prefix { !$0.contains("CREATE TABLE changes") }.map(\.self))
      try database.transaction { connection in
        try connection.script(
          "INSERT INTO resource VALUES ('changes', 'token', 5), ('balance', NULL, 7);")
      }
    }
    let store = try folder.open()
    // Among all that comes is the picture of the program, for which there was no column.
    #expect(try store.changesToken() == nil)
    #expect(try store.confirmed(.balance) == Instant(milliseconds: 7))
  }

  @Test func `after forgetting, only what everybody may see is left`() throws {
    let store = try TemporaryFolder().open()
    try Samples.fill(store)
    try store.save(changesToken: "one", at: Samples.now)
    try store.forget()
    #expect(try store.changesToken() == nil)
    #expect(try store.home(latest: 3) == HomeSnapshot(program: Samples.program, latest: []))
    #expect(try store.ledgerCount() == 0)
    #expect(try !store.isLedgerComplete())
    for resource in Resource.pulled {
      #expect(try store.confirmed(resource) == (resource == .program ? Samples.now : nil))
    }
  }

  @Test func `after forgetting, an older page that was under way is dropped`() throws {
    let store = try TemporaryFolder().open()
    let ledger = Samples.ledger(9)
    try store.merge(
      newest: Array(ledger[..<3]), nextCursor: "c3", hasMore: true, at: Samples.now)
    try store.forget()
    #expect(try store.nextLedgerCursor() == nil)
    let count = try store.merge(
      older: Array(ledger[3...]), after: "c3", nextCursor: nil, hasMore: false)
    #expect(count == 0)
    #expect(try store.ledgerCount() == 0)
  }

  @Test(arguments: [false, true])
  func `after forgetting, no file holds a trace of the member`(isOpenTwice: Bool) throws {
    let folder = try TemporaryFolder()
    let words = [Samples.member.name, Samples.member.phone, Samples.cards[0].value, "Капучино"]
    try folder.onceOpen { try Samples.fill($0, lines: 300) }
    #expect(try words.allSatisfy { try traces(of: $0, in: folder) == ["store.sqlite"] })
    let store = try folder.open()
    let other = isOpenTwice ? try folder.open() : store
    try store.save(Samples.member, at: Samples.now)
    #expect(try other.home(latest: 0).member == Samples.member)
    try store.forget()
    #expect(try other.home(latest: 0).member == nil)
    // At once, not only when the last of them is closed.
    try withExtendedLifetime((store, other)) { _ throws in
      for word in words { #expect(try traces(of: word, in: folder).isEmpty, "\(word)") }
      #expect(try traces(of: "Зёрна", in: folder) == ["store.sqlite"])
    }
  }

  private func traces(of word: String, in folder: TemporaryFolder) throws -> [String] {
    let wanted = Array(word.utf8)
    return try folder.names().filter { name in
      let bytes = try contents(of: "\(folder.store)/\(name)")
      return bytes.indices.contains { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }
    }
  }
}
