import Testing

@testable import SQLite

struct StatementTests {
  private static let misuse: Int32 = 21

  @Test(arguments: [[], [1], [1, 2, 3]] as [[Value]])
  func `as many values as parameters, or nothing is run`(values: [Value]) throws {
    let database = try TemporaryFolder().openNumbers()
    let error = #expect(throws: DatabaseError.self) {
      try database.transaction { connection in
        try connection.execute("INSERT INTO number SELECT ? + ?", values)
      }
    }
    #expect(error?.code == Self.misuse)
    #expect(try database.numbers.isEmpty)
  }

  @Test func `a value left from the last time is never used again`() throws {
    let database = try TemporaryFolder().openNumbers()
    try database.read { connection throws in
      let sql = "SELECT ?"
      #expect(try connection.first(sql, ["secret"]) { $0.text(0) } == "secret")
      #expect(throws: DatabaseError.self) { try connection.first(sql) { $0.text(0) } }
      #expect(try connection.first(sql, [nil]) { $0.isNull(0) } == true)
    }
  }

  @Test(arguments: [
    "DELETE FROM number; DELETE FROM number", "DELETE FROM number; x", "DELETE FROM number\0", "",
    "  \n", "-- nothing",
  ])
  func `exactly one statement, or nothing is run`(sql: String) throws {
    let database = try TemporaryFolder().openNumbers()
    try database.insert(1)
    let error = #expect(throws: DatabaseError.self) {
      try database.transaction { try $0.execute(sql) }
    }
    #expect(error?.code == Self.misuse)
    #expect(try database.numbers == [1])
  }

  @Test func `a semicolon and line ends may follow`() throws {
    let database = try TemporaryFolder().openNumbers()
    let count = try database.transaction { try $0.execute("INSERT INTO number VALUES (1) ; \n\n") }
    #expect(count == 1)
    #expect(try database.numbers == [1])
  }

  @Test func `the same statement runs inside itself`() throws {
    let database = try TemporaryFolder().openNumbers()
    try database.transaction { for number in 1...3 { try $0.insert(Int64(number)) } }
    // The second time each of them is a statement that was used before.
    for _ in 0..<2 {
      let pairs = try database.read { connection throws in
        let sql = "SELECT n FROM number WHERE n <> ? ORDER BY n"
        return try connection.query(sql, [2]) { row in
          let inner = Result { try connection.query(sql, [.integer(row.int(0))]) { $0.int(0) } }
          return ([row.int(0)], inner)
        }.map { outer, inner in outer + (try inner.get()) }
      }
      #expect(pairs == [[1, 2, 3], [3, 1, 2]])
    }
  }

  @Test func `it works again after an error and after a first row`() throws {
    let database = try TemporaryFolder().openNumbers()
    try database.transaction { connection throws in
      for number in [1, 2] as [Int64] { try connection.insert(number) }
      #expect(throws: DatabaseError.self) { try connection.insert(1) }
      try connection.insert(3)
      for _ in 0..<2 {
        #expect(try connection.first("SELECT n FROM number ORDER BY n") { $0.int(0) } == 1)
      }
      #expect(try connection.first("SELECT n FROM number WHERE n = 9") { $0.int(0) } == nil)
    }
  }

  @Test func `it counts the rows that it changed, and only those`() throws {
    let database = try TemporaryFolder().openNumbers()
    try database.transaction { connection throws in
      #expect(try connection.execute("INSERT INTO number VALUES (1), (2), (3)") == 3)
      #expect(try connection.execute("SELECT * FROM number") == 0)
      #expect(try connection.execute("CREATE TABLE other (n) ") == 0)
      #expect(try connection.execute("INSERT OR IGNORE INTO number VALUES (1)") == 0)
      #expect(try connection.execute("UPDATE number SET n = n + 10 WHERE n > 1") == 2)
      #expect(try connection.execute("DELETE FROM number") == 3)
      #expect(try connection.execute("DELETE FROM number") == 0)
    }
  }

  @Test func `a thousand different texts do not pile up`() throws {
    let database = try TemporaryFolder().open()
    try database.read { connection throws in
      for number in 0..<1000 {
        #expect(try connection.first("SELECT \(number)") { $0.int(0) } == Int64(number))
        #expect(connection.idle.count <= Connection.mostIdleStatements)
      }
      #expect(connection.idle.count > 0)
    }
  }

  @Test func `an error names the statement, never its values`() throws {
    let database = try TemporaryFolder().openNumbers()
    let error = #expect(throws: DatabaseError.self) {
      try database.transaction {
        try $0.execute("INSERT INTO number VALUES (?)", ["Анна"])
      }
    }
    let text = error.map(String.init(describing:)) ?? ""
    #expect(text.contains("INSERT INTO number VALUES (?)"))
    #expect(!text.contains("Анна"))
  }
}
