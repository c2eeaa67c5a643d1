import Synchronization

/// A database file with one connection, used by one thread at a time.
///
/// Calls are short and must not be nested: the closure of a transaction works with the connection
/// that it gets.
///
/// NB: `@unchecked Sendable`: the connection is only touched with `lock` held.
public final class Database: @unchecked Sendable {
  private let connection: Connection
  private let lock = Mutex(())

  /// Opens a file, or makes it, with write-ahead logging (https://sqlite.org/wal.html).
  ///
  /// - Parameter busyTimeout: milliseconds to wait for another process that is writing.
  public init(
    path: String, readOnly: Bool = false, busyTimeout: Int32 = 5000
  ) throws(DatabaseError) {
    connection = try Connection(path: path, readOnly: readOnly, busyTimeout: busyTimeout)
    guard !readOnly else { return }
    _ = try connection.query("PRAGMA journal_mode = WAL") { $0.text(0) }
    try connection.script("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;")
  }

  /// Reads in one consistent view.
  public func read<Result>(_ body: (Connection) throws -> Result) throws -> Result {
    try inTransaction("BEGIN", body)
  }

  /// Writes all or nothing; rolled back when the body throws.
  public func transaction<Result>(_ body: (Connection) throws -> Result) throws -> Result {
    try inTransaction("BEGIN IMMEDIATE", body)
  }

  /// Brings the schema up to date; a migration is appended to the list, never edited.
  ///
  /// - Throws: `SchemaTooNew` when a newer version of the program has been here.
  public func migrate(_ migrations: [String]) throws {
    if try version() == migrations.count { return }
    // The version is read again inside: another process may have been first.
    try transaction { connection in
      let version = try connection.first("PRAGMA user_version") { Int($0.int(0)) } ?? 0
      guard version <= migrations.count else {
        throw SchemaTooNew(found: version, known: migrations.count)
      }
      for migration in migrations[version...] { try connection.script(migration) }
      try connection.script("PRAGMA user_version = \(migrations.count)")
    }
  }

  /// A number that changes when another connection has written.
  public func dataVersion() throws -> Int64 {
    try lock.withLock { _ in
      try connection.first("PRAGMA data_version") { $0.int(0) } ?? 0
    }
  }

  private func version() throws -> Int {
    try lock.withLock { _ in
      try connection.first("PRAGMA user_version") { Int($0.int(0)) } ?? 0
    }
  }

  private func inTransaction<Result>(
    _ begin: String, _ body: (Connection) throws -> Result
  ) throws -> Result {
    try lock.withLock { _ in
      try connection.execute(begin)
      do {
        let result = try body(connection)
        try connection.execute("COMMIT")
        return result
      } catch {
        // NB: SQLite may have rolled back by itself; then this fails and changes nothing.
        _ = try? connection.execute("ROLLBACK")
        throw error
      }
    }
  }
}

/// The file was written by a newer version of the program.
public struct SchemaTooNew: Error, Hashable, Sendable, CustomStringConvertible {
  public let found: Int
  public let known: Int

  public var description: String {
    "the database has schema \(found), this program knows \(known): use a newer version"
  }
}
