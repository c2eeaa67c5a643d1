import Glibc
import LocalStore
import Synchronization
import Testing

/// A folder that is gone when the tests are.
struct TemporaryFolder: Sendable {
  let path: String
  private static let made = Mutex<[String]>([])

  init() throws {
    var template = Array("/tmp/loyalhub-store-XXXXXX".utf8CString)
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

  /// Where the store is: not there yet.
  var store: String { path + "/state/loyalhub" }
  var file: String { store + "/store.sqlite" }

  func open() throws -> LocalStore {
    let opened = try LocalStore.open(folder: store)
    try #require(opened.notice == nil)
    return opened.store
  }

  /// Closes the store after the body, so that its file is whole.
  func onceOpen(_ body: (LocalStore) throws -> Void) throws {
    try body(open())
  }

  func names() throws -> [String] {
    TemporaryFolder.names(in: try #require(opendir(store)))
  }

  private static func names(in listing: OpaquePointer) -> [String] {
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ path: String) {
    if let listing = opendir(path) {
      for name in names(in: listing) { remove("\(path)/\(name)") }
    }
    Glibc.remove(path)
  }
}

func mode(of path: String) throws -> mode_t {
  var status = stat()
  try #require(stat(path, &status) == 0, "\(path)")
  return status.st_mode & 0o777
}

/// The bytes of a file.
///
/// NB: not while this process has it open as a database: closing it here drops SQLite's locks.
func contents(of path: String) throws -> [UInt8] {
  let file = try #require(fopen(path, "r"))
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { return bytes }
    bytes += buffer[..<count]
  }
}

func overwrite(_ path: String, with bytes: some Collection<UInt8>) throws {
  let bytes = Array(bytes)
  let file = try #require(fopen(path, "w"))
  let count = fwrite(bytes, 1, bytes.count, file)
  try #require(fclose(file) == 0 && count == bytes.count)
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
