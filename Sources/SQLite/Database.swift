import Synchronization

/// A database file with one connection, used by one thread at a time.
///
/// Calls wait for each other, so they must be short, and must not be nested (that traps): the
/// closure of a transaction works with the connection that it gets.
///
/// The connection is only touched with `lock` held, and cannot leave a closure, not being `Sendable`.
// NB: unchecked, as the compiler does not see that the lock is held.
public final class Database: @unchecked Sendable {
  private var connection: Connection?
  private let lock = Mutex(())

  /// Opens a file, or makes it, with write-ahead logging (https://sqlite.org/wal.html).
  ///
  /// - Parameters:
  ///   - busyTimeout: milliseconds to wait for another process that is writing.
  ///   - secureDelete: overwrites what is deleted, so that it cannot be found in the file.
  ///   - inspect: refuses the file by throwing, before anything in it is changed.
  public init(
    path: String, readOnly: Bool = false, busyTimeout: Int32 = 5000, secureDelete: Bool = false,
    inspect: (Connection) throws(DatabaseError) -> Void = { _ in }
  ) throws(DatabaseError) {
    guard !path.utf8.contains(0) else { throw DatabaseError(misuse: "NUL in the path", path) }
    let connection = try Connection(path: path, readOnly: readOnly, busyTimeout: busyTimeout)
    self.connection = connection
    try inspect(connection)
    OpenDatabases.add(self)
    guard !readOnly else { return }
    try Database.useWriteAheadLog(connection)
    try connection.script(
      """
      PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;
      PRAGMA secure_delete = \(secureDelete ? "ON" : "OFF");
      """)
  }

  /// Opens a file that nobody changes meanwhile, where nothing may be written beside it; what stands
  /// in its write-ahead log is not seen.
  public init(
    immutable path: String, inspect: (Connection) throws(DatabaseError) -> Void = { _ in }
  ) throws(DatabaseError) {
    guard !path.utf8.contains(0) else { throw DatabaseError(misuse: "NUL in the path", path) }
    let connection = try Connection(immutable: path)
    self.connection = connection
    try inspect(connection)
  }

  /// Waits for what is under way, moves the write-ahead log into the file and closes it; whatever is
  /// asked of it later is refused.
  public func close() {
    lock.withLock { _ in connection = nil }
  }

  /// Closes all databases of this process, before it leaves.
  public static func closeAll() {
    for database in OpenDatabases.take() { database.close() }
  }

  /// Reads in one consistent view; a write inside may fail when somebody else has written meanwhile.
  public func read<Result: Sendable>(_ body: (Connection) throws -> Result) throws -> Result {
    try inTransaction("BEGIN", body)
  }

  /// Writes all or nothing; rolled back when the body throws.
  public func transaction<Result: Sendable>(
    _ body: (Connection) throws -> Result
  ) throws -> Result {
    try inTransaction("BEGIN IMMEDIATE", body)
  }

  /// Writes all or nothing, as `transaction`, and says what it is about.
  ///
  /// One process at a time writes a file of SQLite, so that the locks are one; an engine with
  /// concurrent writers takes them in their order, and makes the transaction serializable where none
  /// is named.
  public func write<Result: Sendable>(
    locking locks: [Lock], _ body: (Connection) throws -> Result
  ) throws -> Result {
    try transaction(body)
  }

  /// Brings the schema up to date; a migration is appended to the list, never edited.
  ///
  /// - Throws: `SchemaTooNew` when a newer version of the program has been here; the file is left
  ///   as it is.
  public func migrate(_ migrations: [String]) throws {
    let isCurrent = try lock.withLock { _ in
      try Database.version(opened(), known: migrations.count) == migrations.count
    }
    if isCurrent { return }
    try transaction { connection in
      // Again inside: another process may have been first.
      let version = try Database.version(connection, known: migrations.count)
      for migration in migrations[version...] { try connection.script(migration) }
      try connection.script("PRAGMA user_version = \(migrations.count)")
    }
  }

  /// A number that changes when another connection has written.
  public func dataVersion() throws(DatabaseError) -> Int64 {
    try lock.withLock { _ throws(DatabaseError) in
      try opened().first("PRAGMA data_version") { $0.int(0) } ?? 0
    }
  }

  /// Moves the write-ahead log into the file and empties it.
  ///
  /// - Returns: `false` when somebody else was reading or writing; then some of it stays.
  @discardableResult
  public func checkpoint() throws(DatabaseError) -> Bool {
    try lock.withLock { _ throws(DatabaseError) in
      try opened().first("PRAGMA wal_checkpoint(TRUNCATE)") { $0.int(0) } == 0
    }
  }

  /// Writes all that is in the database into a new file, or an empty one; damage is met and thrown.
  public func copy(to path: String) throws(DatabaseError) {
    try lock.withLock { _ throws(DatabaseError) in
      _ = try opened().execute("VACUUM INTO ?", [.text(path)])
    }
  }

  /// NB: the switch does not wait for others who open a new file at the same time, as it writes in
  /// a transaction that has read; one that starts by writing does wait, and then they are done.
  private static func useWriteAheadLog(_ connection: Connection) throws(DatabaseError) {
    var attempts = 100
    while true {
      do throws(DatabaseError) {
        return try connection.script("PRAGMA journal_mode = WAL")
      } catch {
        attempts -= 1
        guard error.isBusy, attempts > 0 else { throw error }
      }
      try connection.script("BEGIN EXCLUSIVE; ROLLBACK")
    }
  }

  private static func version(_ connection: Connection, known: Int) throws -> Int {
    let version = try connection.first("PRAGMA user_version") { Int($0.int(0)) } ?? 0
    guard (0...known).contains(version) else { throw SchemaTooNew(found: version, known: known) }
    return version
  }

  /// To be called with `lock` held.
  private func opened() throws(DatabaseError) -> Connection {
    guard let connection else { throw .closed }
    return connection
  }

  private func inTransaction<Result: Sendable>(
    _ begin: String, _ body: (Connection) throws -> Result
  ) throws -> Result {
    let (result, promised) = try lock.withLock { _ in
      let connection = try opened()
      try connection.execute(begin)
      do {
        let result = try body(connection)
        try connection.execute("COMMIT")
        return (result, connection.takePromised())
      } catch {
        _ = connection.takePromised()
        // NB: when the rollback fails too, the cause of it all is still the first error.
        if connection.isInTransaction { _ = try? connection.execute("ROLLBACK") }
        throw error
      }
    }
    for action in promised { action() }
    return result
  }
}
