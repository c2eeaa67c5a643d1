/// What SQLite refused, with the statement but never with its arguments.
public struct DatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Extended result code (https://sqlite.org/rescode.html).
  public let code: Int32
  public let message: String
  public let sql: String?

  public init(code: Int32, message: String, sql: String? = nil) {
    self.code = code
    self.message = message
    self.sql = sql
  }

  /// The code without its extension.
  public var primaryCode: Int32 { code & 0xff }
  /// The file is damaged, or is no database.
  public var isCorrupt: Bool { primaryCode == 11 || primaryCode == 26 }
  /// Somebody else holds the lock for longer than the busy timeout.
  public var isBusy: Bool { primaryCode == 5 || primaryCode == 6 }
  public var isConstraint: Bool { primaryCode == 19 }

  public var description: String {
    "SQLite \(code): \(message)" + (sql.map { " in: \($0)" } ?? "")
  }
}
