import CSQLite
import Glibc

/// What SQLite refused, with the statement but never with its arguments.
public struct DatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Extended result code (https://sqlite.org/rescode.html).
  public let code: Int32
  public let message: String
  public let sql: String?
  /// `errno` of the call that the system refused; 0 when it refused none.
  public let systemError: Int32

  public init(code: Int32, message: String, sql: String? = nil, systemError: Int32 = 0) {
    self.code = code
    self.message = message
    self.sql = sql
    self.systemError = systemError
  }

  /// The program is leaving.
  static let closed = DatabaseError(code: SQLITE_MISUSE, message: "the database is closed")

  /// Another thread of this process writes.
  static let busy = DatabaseError(code: SQLITE_BUSY, message: "another thread is writing")

  /// The file was removed or replaced while it was open (`SQLITE_READONLY_DBMOVED`).
  static let moved = DatabaseError(
    code: SQLITE_READONLY | 4 << 8, message: "the file was removed or replaced")

  /// The same of the write-ahead log beside it, or of its index.
  static let logMoved = DatabaseError(
    code: moved.code, message: "the file's log was removed or replaced")

  /// The system does not let anybody see which file stands there now.
  ///
  /// - Parameter code: `errno`.
  static func hidden(_ code: Int32) -> DatabaseError {
    DatabaseError(
      code: SQLITE_CANTOPEN, message: "the file cannot be looked at", systemError: code)
  }

  /// What the connection complains about.
  init(_ connection: OpaquePointer, _ sql: String?) {
    self.init(
      code: sqlite3_extended_errcode(connection),
      message: String(cString: sqlite3_errmsg(connection)), sql: sql,
      systemError: sqlite3_system_errno(connection))
  }

  /// A file that is sound but not what was to be opened.
  public init(notADatabase message: String) {
    self.init(code: SQLITE_NOTADB, message: message)
  }

  /// A mistake of the caller that SQLite itself would pass over.
  init(misuse message: String, _ sql: String) {
    self.init(code: SQLITE_MISUSE, message: message, sql: sql)
  }

  /// The code without its extension.
  public var primaryCode: Int32 { code & 0xff }
  /// The file is damaged, or is no database.
  public var isCorrupt: Bool { primaryCode == SQLITE_CORRUPT || primaryCode == SQLITE_NOTADB }
  /// The file is no database at all.
  public var isNotADatabase: Bool { primaryCode == SQLITE_NOTADB }
  /// Somebody else holds the lock for longer than the busy timeout.
  public var isBusy: Bool { primaryCode == SQLITE_BUSY || primaryCode == SQLITE_LOCKED }
  /// The disk has no room, a quota is used up, or the file may not grow.
  ///
  /// NB: SQLite calls only the first of these full; of any other write that fails it has often lost
  /// the system's reason.
  public var isFull: Bool {
    primaryCode == SQLITE_FULL
      || code == DatabaseError.writeRefused && [0, EDQUOT, EFBIG].contains(systemError)
  }
  /// `SQLITE_IOERR_WRITE`, a macro that Swift does not import.
  private static let writeRefused = SQLITE_IOERR | 3 << 8
  public var isReadOnly: Bool { primaryCode == SQLITE_READONLY }
  /// The file was removed, or another one put in its place, while it was open.
  public var isMoved: Bool { code == DatabaseError.moved.code }
  /// It is the log beside the file.
  public var isLogMoved: Bool { self == .logMoved }
  /// The system did not let the file be opened, read or written; `systemError` says why.
  public var isSystemRefusal: Bool {
    primaryCode == SQLITE_CANTOPEN || primaryCode == SQLITE_IOERR
  }
  /// It is the disk, or another process on it, and nothing that was asked for: what has failed may
  /// succeed later.
  public var isOfStorage: Bool { isFull || isReadOnly || isBusy || isSystemRefusal }
  /// The statement does not fit the tables: a wrong word in it, or a schema that is not ours.
  public var isSchemaMismatch: Bool { primaryCode == SQLITE_ERROR }

  public var description: String {
    "SQLite \(code): \(message)" + (sql.map { " in: \($0)" } ?? "")
  }
}
