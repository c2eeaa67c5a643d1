import CSQLite

/// An open database that one thread uses at a time; `Database` sees to that.
///
/// It is what the body of a transaction gets.
public final class Connection {
  private let handle: OpaquePointer
  /// Compiled statements that are not running, by their text.
  private(set) var idle: [String: Statement] = [:]
  /// Where the cost of statements is counted.
  var work: Work?
  /// What the transaction under way leads to outside of the database.
  private var promised: [@Sendable () -> Void] = []
  /// What was made once in the transaction under way, by name.
  private var made: [String: Any] = [:]
  let busyTimeout: Int32
  /// The text of the newest statement, which has no values.
  public private(set) var lastStatement: String?
  /// Sees each statement before it runs, and may refuse it: for tests.
  var observer: (@Sendable (String) throws(DatabaseError) -> Void)?

  /// More texts than a program has; beyond it somebody writes values into them.
  static let mostIdleStatements = 200

  convenience init(
    path: String, readOnly: Bool, busyTimeout milliseconds: Int32
  ) throws(DatabaseError) {
    try self.init(
      path, readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
      milliseconds)
  }

  /// A file without locks and without a log (https://sqlite.org/uri.html, `immutable`).
  convenience init(immutable path: String) throws(DatabaseError) {
    let encoded = path.utf8.map { byte -> String in
      let isPlain = (0x2D...0x7A).contains(byte) && byte != UInt8(ascii: "?")
      guard !isPlain else { return String(Character(UnicodeScalar(byte))) }
      return "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    try self.init("file:\(encoded.joined())?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, 0)
  }

  private init(
    _ path: String, _ flags: Int32, _ milliseconds: Int32
  ) throws(DatabaseError) {
    var handle: OpaquePointer?
    let result = sqlite3_open_v2(
      path, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard let handle else {
      throw DatabaseError(code: result, message: String(cString: sqlite3_errstr(result)))
    }
    self.handle = handle
    busyTimeout = milliseconds
    guard result == SQLITE_OK else { throw DatabaseError(handle, nil) }
    sqlite3_busy_timeout(handle, milliseconds)
  }

  deinit {
    idle.removeAll()
    sqlite3_close_v2(handle)
  }

  /// Runs one statement that gives no rows, or whose rows do not matter.
  ///
  /// - Returns: how many rows it changed.
  @discardableResult
  public func execute(_ sql: String, _ values: [Value] = []) throws(DatabaseError) -> Int {
    let before = sqlite3_total_changes64(handle)
    try run(sql, values) { _ in true }
    // NB: after a statement that changes no rows, `sqlite3_changes` still tells of the one before.
    return sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle))
  }

  /// Runs one statement and reads each of its rows.
  public func query<Result>(
    _ sql: String, _ values: [Value] = [], _ read: (Row) -> Result
  ) throws(DatabaseError) -> [Result] {
    var results: [Result] = []
    try run(sql, values) { row in
      results.append(read(row))
      return true
    }
    return results
  }

  /// Runs one statement and reads its first row, if there is one.
  public func first<Result>(
    _ sql: String, _ values: [Value] = [], _ read: (Row) -> Result
  ) throws(DatabaseError) -> Result? {
    var result: Result?
    try run(sql, values) { row in
      result = read(row)
      return false
    }
    return result
  }

  /// Runs several statements without parameters or rows: a schema.
  public func script(_ sql: String) throws(DatabaseError) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
      throw DatabaseError(handle, sql)
    }
  }

  /// Does something when the transaction is committed, in the order of the calls.
  ///
  /// Nothing is done of one that is rolled back. What leaves the database (messages, hints) goes this
  /// way.
  public func afterCommit(_ action: @escaping @Sendable () -> Void) {
    promised.append(action)
  }

  /// What does not change while a transaction lasts, made once in each.
  public func once<Result>(_ name: String, _ make: () throws -> Result) rethrows -> Result {
    if let known = made[name] as? Result { return known }
    let result = try make()
    made[name] = result
    return result
  }

  /// Ends what is kept for the length of a transaction.
  ///
  /// - Returns: what it has promised to do.
  func finish() -> [@Sendable () -> Void] {
    made.removeAll()
    defer { promised = [] }
    return promised
  }

  /// Begins to write, or says that another process does.
  ///
  /// - Parameter milliseconds: to wait for it at most; `nil` is the time of the connection.
  func beginWriting(within milliseconds: Int?) throws(DatabaseError) {
    guard let milliseconds else {
      try execute("BEGIN IMMEDIATE")
      return
    }
    try waiting(milliseconds: Int32(clamping: milliseconds)) { () throws(DatabaseError) in
      _ = try execute("BEGIN IMMEDIATE")
    }
  }

  /// Does something in which the locks of others are waited for so long at most.
  func waiting(
    milliseconds: Int32, _ body: () throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    sqlite3_busy_timeout(handle, milliseconds)
    defer { sqlite3_busy_timeout(handle, busyTimeout) }
    try body()
  }

  /// A part of a transaction that writes all or nothing by itself.
  func part<Result>(_ body: (Connection) throws -> Result) throws -> Result {
    let kept = promised.count
    try execute("SAVEPOINT part")
    do {
      let result = try body(self)
      try execute("RELEASE part")
      return result
    } catch {
      promised.removeSubrange(min(kept, promised.count)...)
      // NB: what cannot be taken back must end the transaction, so this error goes before the other.
      if isInTransaction { for end in ["ROLLBACK TO", "RELEASE"] { try execute("\(end) part") } }
      throw error
    }
  }

  /// Whether a transaction is under way; SQLite ends one by itself when the disk fails.
  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// - Parameter read: whether to go on to the next row.
  private func run(
    _ sql: String, _ values: [Value], _ read: (Row) -> Bool
  ) throws(DatabaseError) {
    lastStatement = sql
    try observer?(sql)
    // A running statement is not among the idle ones, so the same text can run inside itself.
    let statement: Statement
    if let known = idle.removeValue(forKey: sql) {
      statement = known
    } else {
      statement = try Statement(sql, on: handle)
    }
    defer {
      statement.reset()
      work?.add(steps: statement.takeSteps())
      if idle.count >= Connection.mostIdleStatements { idle.removeAll() }
      idle[sql] = statement
    }
    guard statement.parameterCount == values.count else {
      throw DatabaseError(
        misuse: "\(values.count) values for \(statement.parameterCount) parameters", sql)
    }
    for (index, value) in values.enumerated() {
      guard statement.bind(value, at: index + 1) == SQLITE_OK else {
        throw DatabaseError(handle, sql)
      }
    }
    while true {
      switch statement.step() {
      case SQLITE_ROW: if !read(statement.row) { return }
      case SQLITE_DONE: return
      default: throw DatabaseError(handle, sql)
      }
    }
  }
}
