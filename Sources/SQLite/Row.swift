import CSQLite

/// The current row of a running query; it is valid only inside the closure that reads it.
public struct Row {
  let statement: OpaquePointer

  public func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(statement, column) == SQLITE_NULL
  }

  public func int(_ column: Int32) -> Int64 {
    sqlite3_column_int64(statement, column)
  }

  public func optionalInt(_ column: Int32) -> Int64? {
    isNull(column) ? nil : int(column)
  }

  public func real(_ column: Int32) -> Double {
    sqlite3_column_double(statement, column)
  }

  /// Text in UTF-8, embedded NULs included; what is not UTF-8 is repaired.
  public func text(_ column: Int32) -> String {
    guard let bytes = sqlite3_column_text(statement, column) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  public func optionalText(_ column: Int32) -> String? {
    isNull(column) ? nil : text(column)
  }

  public func blob(_ column: Int32) -> [UInt8] {
    guard let bytes = sqlite3_column_blob(statement, column) else { return [] }
    let count = Int(sqlite3_column_bytes(statement, column))
    return Array(UnsafeRawBufferPointer(start: bytes, count: count))
  }

  public func bool(_ column: Int32) -> Bool { int(column) != 0 }
}
