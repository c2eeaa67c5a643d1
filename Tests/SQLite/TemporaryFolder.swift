import Glibc
import SQLite
import Synchronization
import Testing

/// A folder that is gone when the tests are.
struct TemporaryFolder: Sendable {
  let path: String
  private static let made = Mutex<[String]>([])

  init() throws {
    var template = Array("/tmp/loyalhub-sqlite-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let path = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
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

/// Runs a body on threads of its own, which may wait for each other.
///
/// NB: `#expect` there would fail a test run but no test; see `check`.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) throws {
  let jobs = (0..<count).map { index in Job { try body(index) } }
  var threads: [pthread_t] = []
  for job in jobs {
    var thread = pthread_t()
    let result = pthread_create(
      &thread, nil,
      { raw in
        if let raw { Unmanaged<Job>.fromOpaque(raw).takeRetainedValue().run() }
        return nil
      }, Unmanaged.passRetained(job).toOpaque())
    try #require(result == 0)
    threads.append(thread)
  }
  for thread in threads { pthread_join(thread, nil) }
  for job in jobs {
    if let failure = job.failure.withLock({ $0 }) { throw failure }
  }
}

/// Expects something on a thread that does not know which test it works for.
func check(_ isTrue: Bool, line: Int = #line) throws {
  struct Failure: Error { let line: Int }
  if !isTrue { throw Failure(line: line) }
}

private final class Job: Sendable {
  let body: @Sendable () throws -> Void
  let failure = Mutex<(any Error)?>(nil)

  init(_ body: @escaping @Sendable () throws -> Void) {
    self.body = body
  }

  func run() {
    do { try body() } catch { failure.withLock { $0 = error } }
  }
}
