import CSQLite

/// An open database that one thread uses at a time; `Database` sees to that.
///
/// It is what the body of a transaction gets.
public final class Connection {
  private let handle: OpaquePointer
  private var statements: [String: OpaquePointer] = [:]

  init(path: String, readOnly: Bool, busyTimeout milliseconds: Int32) throws(DatabaseError) {
    let flags =
      readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    var handle: OpaquePointer?
    let result = sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard let handle else { throw DatabaseError(code: result, message: "out of memory") }
    self.handle = handle
    guard result == SQLITE_OK else {
      let error = DatabaseError(code: result, message: String(cString: sqlite3_errmsg(handle)))
      throw error
    }
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, milliseconds)
  }

  deinit {
    for statement in statements.values { sqlite3_finalize(statement) }
    sqlite3_close_v2(handle)
  }

  /// Runs one statement that gives no rows.
  ///
  /// - Returns: how many rows it changed.
  @discardableResult
  public func execute(_ sql: String, _ values: [Value] = []) throws(DatabaseError) -> Int {
    try run(sql, values) { _ in }
    return Int(sqlite3_changes(handle))
  }

  /// Runs one statement and reads each of its rows.
  public func query<Result>(
    _ sql: String, _ values: [Value] = [], _ read: (Row) -> Result
  ) throws(DatabaseError) -> [Result] {
    var results: [Result] = []
    try run(sql, values) { results.append(read($0)) }
    return results
  }

  /// The first row, if there is one.
  public func first<Result>(
    _ sql: String, _ values: [Value] = [], _ read: (Row) -> Result
  ) throws(DatabaseError) -> Result? {
    try query(sql, values, read).first
  }

  /// Runs several statements without parameters or rows: a schema.
  public func script(_ sql: String) throws(DatabaseError) {
    let result = sqlite3_exec(handle, sql, nil, nil, nil)
    guard result == SQLITE_OK else { throw error(sql) }
  }

  private func run(
    _ sql: String, _ values: [Value], _ read: (Row) -> Void
  ) throws(DatabaseError) {
    let statement = try prepared(sql)
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    for (index, value) in values.enumerated() {
      guard bind(value, to: statement, at: Int32(index + 1)) == SQLITE_OK else { throw error(sql) }
    }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: read(Row(statement: statement))
      case SQLITE_DONE: return
      default: throw error(sql)
      }
    }
  }

  private func prepared(_ sql: String) throws(DatabaseError) -> OpaquePointer {
    if let statement = statements[sql] { return statement }
    var statement: OpaquePointer?
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    guard sqlite3_prepare_v3(handle, sql, -1, flags, &statement, nil) == SQLITE_OK, let statement
    else { throw error(sql) }
    statements[sql] = statement
    return statement
  }

  private func bind(_ value: Value, to statement: OpaquePointer, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(statement, index)
    case .integer(let number): return sqlite3_bind_int64(statement, index, number)
    case .real(let number): return sqlite3_bind_double(statement, index, number)
    case .text(let text):
      return text.utf8CString.withUnsafeBufferPointer { buffer in
        csqlite_bind_text(statement, index, buffer.baseAddress, Int32(buffer.count - 1))
      }
    case .blob(let bytes):
      guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(statement, index, 0) }
      return bytes.withUnsafeBytes { buffer in
        csqlite_bind_blob(statement, index, buffer.baseAddress, Int32(buffer.count))
      }
    }
  }

  private func error(_ sql: String) -> DatabaseError {
    DatabaseError(
      code: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle)),
      sql: sql)
  }
}
