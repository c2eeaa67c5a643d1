import Testing

@testable import LocalStore
@testable import SQLite

/// A database that another program has made is neither written to nor lost.
struct ForeignDatabaseTests {
  @Test(arguments: [
    "CREATE TABLE note (text TEXT)",
    "CREATE TABLE note (text TEXT); PRAGMA user_version = 1",
    "CREATE TABLE note (text TEXT); PRAGMA user_version = -3",
    "CREATE TABLE note (text TEXT); CREATE TABLE member (name TEXT)",
    "CREATE TABLE note (text TEXT); CREATE TABLE program (id); PRAGMA user_version = 1",
    "CREATE TABLE note (text TEXT); PRAGMA journal_mode = WAL",
  ])
  func `another program's database is set aside with its bytes`(schema: String) throws {
    let folder = try TemporaryFolder()
    try folder.onceOpen { _ in }
    try overwrite(folder.file, with: [])
    try make(folder, schema)
    let before = try contents(of: folder.file)
    let opened = try LocalStore.open(folder: folder.store)
    let name = try #require(opened.notice?.asideName)
    #expect(try contents(of: "\(folder.store)/\(name)") == before)
    try Samples.fill(opened.store)
    #expect(try opened.store.home(latest: 3) == Samples.home())
    let notes = try Database(path: "\(folder.store)/\(name)").read {
      try $0.query("SELECT text FROM note") { $0.text(0) }
    }
    #expect(notes == ["мысль"])
  }

  @Test func `a store without one of its tables is set aside`() throws {
    for table in ["program", "card", "ledger", "ledger_stretch", "resource"] {
      let folder = try TemporaryFolder()
      try folder.onceOpen { try Samples.fill($0) }
      try alter(folder, "DROP TABLE \(table)")
      let opened = try LocalStore.open(folder: folder.store)
      #expect(opened.notice != nil, "\(table)")
      #expect(try opened.store.home(latest: 3) == Samples.emptyHome)
    }
  }

  private func make(_ folder: TemporaryFolder, _ schema: String) throws {
    try alter(folder, "\(schema); INSERT INTO note VALUES ('мысль')")
  }

  private func alter(_ folder: TemporaryFolder, _ sql: String) throws {
    try Connection(path: folder.file, readOnly: false, busyTimeout: 0).script(sql)
  }
}
