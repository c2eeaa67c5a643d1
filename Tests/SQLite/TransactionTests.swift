import SQLite
import Testing

struct TransactionTests {
  /// SQLITE_CONSTRAINT.
  private static let constraint: Int32 = 19

  @Test func `a transaction writes all or nothing`() throws {
    let folder = try TemporaryFolder()
    let database = try folder.openNumbers()
    try database.transaction { for number in 1...3 { try $0.insert(Int64(number)) } }
    #expect(throws: Sabotage()) {
      try database.transaction { connection in
        try connection.insert(4)
        try connection.execute("DELETE FROM number WHERE n < 3")
        throw Sabotage()
      }
    }
    #expect(try database.numbers == [1, 2, 3])
    #expect(try folder.open().numbers == [1, 2, 3])
    try database.insert(5)
    #expect(try database.numbers == [1, 2, 3, 5])
  }

  @Test func `what a read writes before it throws is taken back too`() throws {
    let database = try TemporaryFolder().openNumbers()
    #expect(throws: Sabotage()) {
      try database.read { connection in
        try connection.insert(1)
        throw Sabotage()
      }
    }
    #expect(try database.numbers.isEmpty)
  }

  @Test func `a refused statement that is caught costs only itself`() throws {
    let database = try TemporaryFolder().openNumbers()
    try database.insert(1)
    try database.transaction { connection in
      try connection.insert(2)
      let error = #expect(throws: DatabaseError.self) { try connection.insert(1) }
      #expect(error?.primaryCode == Self.constraint)
      try connection.insert(3)
    }
    #expect(try database.numbers == [1, 2, 3])
  }

  @Test func `a commit that fails leaves nothing behind`() throws {
    let database = try TemporaryFolder().openNumbers()
    try database.transaction {
      try $0.script(
        """
        CREATE TABLE child (
          n INTEGER NOT NULL REFERENCES number (n) DEFERRABLE INITIALLY DEFERRED
        ) STRICT
        """)
    }
    let error = #expect(throws: DatabaseError.self) {
      try database.transaction { connection in
        try connection.insert(1)
        try connection.execute("INSERT INTO child VALUES (7)")
      }
    }
    #expect(error?.primaryCode == Self.constraint)
    #expect(try database.numbers.isEmpty)
    try database.insert(2)
    #expect(try database.numbers == [2])
  }

  @Test func `a transaction that has ended inside does not hide the first error`() throws {
    let database = try TemporaryFolder().openNumbers()
    #expect(throws: Sabotage()) {
      try database.transaction { connection in
        try connection.insert(1)
        try connection.execute("ROLLBACK")
        throw Sabotage()
      }
    }
    try database.insert(2)
    #expect(try database.numbers == [2])
  }

  @Test func `a full disk takes the whole transaction back`() throws {
    let database = try TemporaryFolder().openNumbers()
    try database.read { connection in
      _ = try connection.first("PRAGMA max_page_count = 4") { $0.int(0) }
    }
    let error = #expect(throws: DatabaseError.self) {
      try database.transaction { connection in
        for number in 0..<10_000 { try connection.insert(Int64(number)) }
      }
    }
    #expect(error?.isFull == true)
    #expect(try database.numbers.isEmpty)
    try database.insert(1)
    #expect(try database.numbers == [1])
  }
}
