import CSQLite

/// One compiled statement; it is reset before it is used again.
final class Statement {
  private let handle: OpaquePointer

  /// - Throws: also when the text holds no statement, or more than one: the rest of it would be
  ///   passed over in silence.
  init(_ sql: String, on database: OpaquePointer) throws(DatabaseError) {
    var handle: OpaquePointer?
    var hasMore = false
    let result = sql.withCString { text in
      var rest: UnsafePointer<CChar>?
      let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
      let result = sqlite3_prepare_v3(database, text, -1, flags, &handle, &rest)
      if let rest { hasMore = String(cString: rest).contains { !$0.isWhitespace } }
      return result
    }
    guard result == SQLITE_OK else { throw DatabaseError(database, sql) }
    guard let handle else { throw DatabaseError(misuse: "no statement", sql) }
    self.handle = handle
    guard !hasMore, !sql.utf8.contains(0) else {
      throw DatabaseError(misuse: "more than one statement", sql)
    }
  }

  deinit {
    sqlite3_finalize(handle)
  }

  var row: Row { Row(statement: handle) }
  var parameterCount: Int { Int(sqlite3_bind_parameter_count(handle)) }

  /// - Returns: SQLite's result code.
  func step() -> Int32 { sqlite3_step(handle) }

  func reset() {
    // NB: it repeats the error of the last step, which is known by then.
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// Steps of the virtual machine since the last call.
  func takeSteps() -> Int { Int(sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_VM_STEP, 1)) }

  /// - Returns: SQLite's result code.
  func bind(_ value: Value, at index: Int) -> Int32 {
    let index = Int32(index)
    switch value {
    case .null: return sqlite3_bind_null(handle, index)
    case .integer(let number): return sqlite3_bind_int64(handle, index, number)
    case .real(let number): return sqlite3_bind_double(handle, index, number)
    case .text(var text):
      return text.withUTF8 { buffer in
        buffer.withMemoryRebound(to: CChar.self) { characters in
          csqlite_bind_text(
            handle, index, characters.baseAddress, sqlite3_uint64(characters.count))
        }
      }
    case .blob(let bytes):
      return bytes.withUnsafeBytes { buffer in
        csqlite_bind_blob(handle, index, buffer.baseAddress, sqlite3_uint64(buffer.count))
      }
    }
  }
}
