import Glibc
import Synchronization

/// A database file with one connection that writes, used by one thread at a time, and where that was
/// asked for some that only read beside it.
///
/// Whatever a thread asks for while a transaction of its own is under way **joins it**: a `read` sees
/// what was written in it, a `write` is a part of it that is taken back alone when its body throws,
/// and `afterCommit` waits for the end of it all. A `write` inside a `read` throws `NeedsToWrite`.
/// A transaction belongs to its thread: it ends before the call returns, and nothing in it may wait
/// for another thread that uses the same database.
///
/// A connection is only touched with its lock held, and cannot leave a closure, not being `Sendable`.
// NB: unchecked, as the compiler does not see that the lock is held.
public final class Database: @unchecked Sendable {
  private var connection: Connection?
  /// What it was asked to do.
  public let work = Work()
  private let lock = Mutex(())
  private let readers: Readers?
  private let units = UnitsUnderWay()
  /// Without links.
  private let path: String
  /// With `lock` held; `nil` where nobody else has to do with it.
  private var files: FilesInUse?
  /// Transactions that have written, with `lock` held.
  private var writes = 0

  /// Opens a file, or makes it, with write-ahead logging (https://sqlite.org/wal.html).
  ///
  /// - Parameters:
  ///   - busyTimeout: milliseconds to wait for another process that is writing.
  ///   - secureDelete: overwrites what is deleted, so that it cannot be found in the file.
  ///   - readers: connections beside the one that writes, so that reads never wait for writes; a
  ///     database in memory has none.
  ///   - inspect: refuses the file by throwing, before anything in it is changed.
  public init(
    path: String, readOnly: Bool = false, busyTimeout: Int32 = 5000, secureDelete: Bool = false,
    readers: Int = 0, inspect: (Connection) throws(DatabaseError) -> Void = { _ in }
  ) throws(DatabaseError) {
    guard !path.utf8.contains(0) else { throw DatabaseError(misuse: "NUL in the path", path) }
    let connection = try Connection(path: path, readOnly: readOnly, busyTimeout: busyTimeout)
    self.connection = connection
    self.path = FilesInUse.real(path)
    connection.work = work
    try inspect(connection)
    if !readOnly {
      try Database.useWriteAheadLog(connection)
      try connection.script(
        """
        PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;
        PRAGMA journal_size_limit = \(Database.longestLog);
        PRAGMA secure_delete = \(secureDelete ? "ON" : "OFF");
        """)
    }
    let isShared = readers > 0 && !readOnly && path != ":memory:" && !path.isEmpty
    files = isShared ? FilesInUse(path) : nil
    self.readers = isShared ? try Readers(readers, path: path, busyTimeout: busyTimeout, work) : nil
    OpenDatabases.add(self)
  }

  /// Opens a file that nobody changes meanwhile, where nothing may be written beside it; what stands
  /// in its write-ahead log is not seen.
  public init(
    immutable path: String, inspect: (Connection) throws(DatabaseError) -> Void = { _ in }
  ) throws(DatabaseError) {
    guard !path.utf8.contains(0) else { throw DatabaseError(misuse: "NUL in the path", path) }
    let connection = try Connection(immutable: path)
    self.connection = connection
    self.path = path
    files = nil
    readers = nil
    try inspect(connection)
  }

  /// Waits for what is under way, moves the write-ahead log into the file and closes it; whatever is
  /// asked of it later is refused.
  public func close() {
    // NB: the last connection empties the log, and must be able to write.
    readers?.close()
    lock.withLock { _ in connection = nil }
  }

  /// Closes all databases of this process, before it leaves.
  public static func closeAll() {
    for database in OpenDatabases.takeAll() { database.close() }
  }

  /// Reads in one consistent view.
  ///
  /// Where there are readers, nothing can be written in it; else a write inside may fail when
  /// somebody else has written meanwhile.
  public func read<Result: Sendable>(_ body: (Connection) throws -> Result) throws -> Result {
    if let unit = units.current { return try body(unit.connection) }
    let (result, promised) =
      if let readers {
        try readers.withConnection { try run(on: $0, isWriting: false, body) }
      } else {
        try lock.withLock { _ in try run(on: opened(), isWriting: false, body) }
      }
    for action in promised { action() }
    return result
  }

  /// Writes all or nothing; rolled back when the body throws.
  public func transaction<Result: Sendable>(
    _ body: (Connection) throws -> Result
  ) throws -> Result {
    try write(locking: [], body)
  }

  /// Writes all or nothing, and says what it is about.
  ///
  /// One process at a time writes a file of SQLite, so that the locks are one; an engine with
  /// concurrent writers takes them in their order, and makes the transaction serializable where none
  /// is named.
  ///
  /// - Parameter milliseconds: for which another process may go on writing before this one is told
  ///   that it is busy; `nil` is the database's own, and 0 waits for no other thread either.
  public func write<Result: Sendable>(
    locking locks: [Lock], within milliseconds: Int? = nil, _ body: (Connection) throws -> Result
  ) throws -> Result {
    if let unit = units.current {
      guard unit.isWriting else { throw NeedsToWrite() }
      return try unit.connection.part(body)
    }
    let done: (Result, promised: [@Sendable () -> Void])? =
      if milliseconds == 0 {
        try lock.withLockIfAvailable { _ in try runWriting(within: milliseconds, body) }
      } else {
        try lock.withLock { _ in try runWriting(within: milliseconds, body) }
      }
    guard let (result, promised) = done else { throw DatabaseError.busy }
    for action in promised { action() }
    return result
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
  ///
  /// Where there are readers, it changes also when this database has, and waits for nobody.
  public func dataVersion() throws -> Int64 {
    if let readers { return try readers.version() }
    return try lock.withLock { _ in
      try opened().first("PRAGMA data_version") { $0.int(0) } ?? 0
    }
  }

  /// Moves the write-ahead log into the file and empties it.
  ///
  /// - Parameter milliseconds: for which others may go on; whoever writes waits for it too. `nil` is
  ///   the database's own.
  /// - Returns: `false` when somebody else was reading or writing; then some of it stays.
  @discardableResult
  public func checkpoint(within milliseconds: Int32? = nil) throws(DatabaseError) -> Bool {
    try lock.withLock { _ throws(DatabaseError) in
      let connection = try opened()
      var isEmpty = false
      try connection.waiting(milliseconds: milliseconds ?? connection.busyTimeout) {
        () throws(DatabaseError) in
        isEmpty = try connection.first("PRAGMA wal_checkpoint(TRUNCATE)") { $0.int(0) } == 0
      }
      return isEmpty
    }
  }

  /// Writes the whole file anew, without what was deleted from it; takes its size once more on the
  /// disk meanwhile.
  public func vacuum() throws(DatabaseError) {
    try lock.withLock { _ throws(DatabaseError) in try opened().script("VACUUM") }
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

  /// Shows each statement before it runs, and lets it be refused: for tests of one thread.
  func observe(_ observer: (@Sendable (String) throws(DatabaseError) -> Void)?) {
    lock.withLock { _ in connection?.observer = observer }
    readers?.observe(observer)
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

  /// To be called with `lock` held.
  private func runWriting<Result: Sendable>(
    within milliseconds: Int?, _ body: (Connection) throws -> Result
  ) throws -> (Result, promised: [@Sendable () -> Void]) {
    let connection = try opened()
    try files?.check()
    let done = try run(on: connection, isWriting: true, within: milliseconds, body)
    files?.noteLog()
    if readers != nil { shortenLog(connection) }
    return done
  }

  private func run<Result: Sendable>(
    on connection: Connection, isWriting: Bool, within milliseconds: Int? = nil,
    _ body: (Connection) throws -> Result
  ) throws -> (Result, promised: [@Sendable () -> Void]) {
    if isWriting {
      try connection.beginWriting(within: milliseconds)
    } else {
      try connection.execute("BEGIN")
    }
    let unit = Unit(connection, isWriting: isWriting)
    units.add(unit)
    defer { units.remove(unit) }
    do {
      let result = try body(connection)
      try connection.execute("COMMIT")
      return (result, connection.finish())
    } catch {
      _ = connection.finish()
      // NB: when the rollback fails too, the cause of it all is still the first error.
      if connection.isInTransaction { _ = try? connection.execute("ROLLBACK") }
      throw error
    }
  }

  /// Bytes of the log beyond which it is emptied, and that are left of the file when SQLite begins it
  /// anew: it is some 4 MB (1000 pages) while nobody stays for long, and a burst of writes beside
  /// short readers must not make it grow again each time.
  private static let longestLog = 16 << 20
  /// Transactions after which it is looked at.
  private static let writesBetween = 256

  /// Whether the log has grown beside somebody who reads for long, and takes its room still.
  public var hasLongLog: Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > Self.longestLog
  }

  /// Empties a log that has grown: SQLite does it by itself only in a moment without readers, which
  /// may never come where they overlap.
  private func shortenLog(_ connection: Connection) {
    writes += 1
    guard writes.isMultiple(of: Self.writesBetween), hasLongLog else { return }
    // NB: a reader that stays longer than that is no failure: the next time comes.
    try? connection.waiting(milliseconds: 100) { () throws(DatabaseError) in
      _ = try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }
}
