import SQLite
import Testing

struct ValueTests {
  @Test(arguments: [
    Int64.min, -1, 0, 1, 9_007_199_254_740_993, .max,
  ])
  func `a number comes back to the last bit`(number: Int64) throws {
    let row = try roundTrip(.integer(number)) { ($0.int(0), $0.optionalInt(0), $0.text(1)) }
    #expect(row == (number, number, "integer"))
  }

  @Test(arguments: [
    -Double.infinity, -.greatestFiniteMagnitude, -0.1, 0, .leastNonzeroMagnitude, 1.0 / 3,
    .infinity,
  ])
  func `a real comes back to the last bit`(number: Double) throws {
    let row = try roundTrip(.real(number)) { ($0.real(0), $0.text(1)) }
    #expect(row == (number, "real"))
  }

  @Test(arguments: [
    "", "plain", "Зёрна ☕️", "👩‍👩‍👧‍👦", "\0", "a\0b", "\0\0end\0", "'; DROP TABLE x; --",
    String(repeating: "ы", count: 100_000),
  ])
  func `text comes back byte for byte, with its NULs`(text: String) throws {
    let row = try roundTrip(.text(text)) { ($0.text(0), $0.optionalText(0), $0.text(1)) }
    #expect(Array(row.0.utf8) == Array(text.utf8))
    #expect(row.1 == text)
    #expect(row.2 == "text")
  }

  @Test(
    arguments: [
      [], [0], [0, 0, 0], Array(0...255), [UInt8](repeating: 0xFF, count: 100_000),
    ] as [[UInt8]])
  func `a blob comes back byte for byte, and an empty one is not NULL`(bytes: [UInt8]) throws {
    let row = try roundTrip(.blob(bytes)) { ($0.blob(0), $0.isNull(0), $0.text(1)) }
    #expect(row == (bytes, false, "blob"))
  }

  @Test func `NULL is the absence of each kind`() throws {
    try roundTrip(.null) { row in
      #expect(row.isNull(0))
      #expect(row.optionalInt(0) == nil)
      #expect(row.optionalText(0) == nil)
      #expect(row.text(0) == "" && row.int(0) == 0 && row.blob(0) == [] && !row.bool(0))
    }
    #expect(Value.optional(nil as String?) == .null)
    #expect(Value.optional(nil as Int64?) == nil)
    #expect(Value.optional("a") == "a")
    #expect(Value.optional(7) == 7)
  }

  @Test func `an empty text is not NULL`() throws {
    #expect(try roundTrip("") { $0.isNull(0) } == false)
    #expect(try roundTrip("") { $0.optionalText(0) } == "")
  }

  @Test func `text that is not UTF-8 is repaired`() throws {
    let database = try TemporaryFolder().open()
    let text = try database.read {
      try $0.first("SELECT CAST(x'61FF62' AS TEXT)") { $0.text(0) }
    }
    #expect(text == "a\u{FFFD}b")
  }

  /// Through a column of a table and the file, with the type that SQLite gives it.
  @discardableResult
  private func roundTrip<Result: Sendable>(
    _ value: Value, _ read: (Row) -> Result
  ) throws -> Result {
    let folder = try TemporaryFolder()
    try folder.open().transaction { connection in
      try connection.execute("CREATE TABLE one (v ANY) STRICT")
      try connection.execute("INSERT INTO one VALUES (?)", [value])
    }
    let row = try folder.open().read { try $0.first("SELECT v, typeof(v) FROM one", [], read) }
    return try #require(row)
  }
}
