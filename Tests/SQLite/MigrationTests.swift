import SQLite
import TestSupport
import Testing

struct MigrationTests {
  private static let first = "CREATE TABLE number (n INTEGER) STRICT; INSERT INTO number VALUES (1)"
  private static let second = "INSERT INTO number VALUES (2)"

  @Test func `each migration runs once, in its order`() throws {
    let folder = try TemporaryFolder()
    for _ in 0..<2 {
      let database = try folder.open()
      try database.migrate([Self.first])
      try database.migrate([Self.first])
      #expect(try database.numbers == [1])
    }
    for _ in 0..<2 {
      let database = try folder.open()
      try database.migrate([Self.first, Self.second])
      #expect(try database.numbers == [1, 2])
    }
  }

  @Test func `a migration that fails leaves the schema as it was`() throws {
    let database = try TemporaryFolder().open()
    try database.migrate([Self.first])
    #expect(throws: DatabaseError.self) {
      try database.migrate([Self.first, Self.second, "INSERT INTO number VALUES (3); nonsense"])
    }
    #expect(try database.numbers == [1])
    try database.migrate([Self.first, Self.second])
    #expect(try database.numbers == [1, 2])
  }

  @Test(arguments: [2, 77, -1])
  func `a schema that is not known is refused, and the file stays as it is`(version: Int) throws {
    let folder = try TemporaryFolder()
    try onceOpen(folder) { database in
      try database.migrate([Self.first])
      try database.transaction { try $0.script("PRAGMA user_version = \(version)") }
    }
    let before = try contents(of: folder.database)
    try onceOpen(folder) { database in
      let error = #expect(throws: SchemaTooNew.self) { try database.migrate([Self.first]) }
      #expect(error?.found == version)
      #expect(error?.known == 1)
    }
    #expect(try contents(of: folder.database) == before)
  }

  @Test(arguments: 0..<10)
  func `many who migrate at once do it once`(round: Int) throws {
    let folder = try TemporaryFolder()
    try onThreads(8) { _ in
      let database = try folder.open()
      try database.migrate([Self.first, Self.second])
      try check(database.numbers == [1, 2])
    }
    #expect(try folder.open().numbers == [1, 2])
  }

  /// The database is closed after it, and so the file is whole.
  private func onceOpen(_ folder: TemporaryFolder, _ body: (Database) throws -> Void) throws {
    try body(try folder.open())
  }
}
