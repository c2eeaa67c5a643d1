import Glibc
import LocalStore
import Synchronization
import TestSupport
import Testing

/// A folder that is gone when the tests are.
struct TemporaryFolder: Sendable {
  let path: String
  private static let made = Mutex<[String]>([])

  init() throws {
    let path = try makeFolder("store")
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
