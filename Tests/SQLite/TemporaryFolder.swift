import Glibc
import SQLite
import Synchronization
import TestSupport
import Testing

/// A folder that is gone when the tests are.
struct TemporaryFolder: Sendable {
  let path: String
  private static let made = Mutex<[String]>([])

  init() throws {
    let path = try makeFolder("sqlite")
    self.path = path
    TemporaryFolder.made.withLock { made in
      // NB: not in a `deinit`: a database may outlive the last mention of its folder.
      if made.isEmpty {
        atexit { TemporaryFolder.made.withLock { for path in $0 { TemporaryFolder.remove(path) } } }
      }
      made.append(path)
    }
  }

  var database: String { path + "/test.sqlite" }

  private static func remove(_ path: String) {
    for name in ["", "-wal", "-shm"] { unlink(path + "/test.sqlite" + name) }
    rmdir(path)
  }

  func open(busyTimeout: Int32 = 5000) throws -> Database {
    try Database(path: database, busyTimeout: busyTimeout)
  }

  /// A database with one table of numbers.
  func openNumbers(busyTimeout: Int32 = 5000) throws -> Database {
    let database = try open(busyTimeout: busyTimeout)
    try database.migrate(["CREATE TABLE number (n INTEGER PRIMARY KEY) STRICT"])
    return database
  }
}

/// What a test throws itself.
struct Sabotage: Error, Equatable {}

/// The bytes of a file.
///
/// NB: not while this process has it open as a database: closing it here drops SQLite's locks.
func contents(of path: String) throws -> [UInt8] {
  let file = try #require(fopen(path, "r"))
  defer { fclose(file) }
  var bytes: [UInt8] = []
  while true {
    let byte = getc(file)
    if byte == EOF { return bytes }
    bytes.append(UInt8(byte))
  }
}

func overwrite(_ path: String, with bytes: [UInt8]) throws {
  let file = try #require(fopen(path, "w"))
  let count = fwrite(bytes, 1, bytes.count, file)
  try #require(fclose(file) == 0 && count == bytes.count)
}

extension Database {
  var numbers: [Int64] {
    get throws {
      try read { try $0.query("SELECT n FROM number ORDER BY n") { $0.int(0) } }
    }
  }

  func insert(_ number: Int64) throws {
    try transaction { try $0.insert(number) }
  }
}

extension Connection {
  func insert(_ number: Int64) throws {
    try execute("INSERT INTO number VALUES (?)", [.integer(number)])
  }
}
