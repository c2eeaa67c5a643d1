import Glibc
import SQLite

/// The client's source of truth: the network writes into it, the screen reads from it.
///
/// It may be used from any thread and by several processes at once. Tokens are never in it.
public final class LocalStore: Sendable {
  let database: Database

  /// Opens `store.sqlite` in a folder, or makes it; a damaged file is set aside and replaced.
  ///
  /// - Returns: the store, and where a damaged file stands now.
  public static func open(
    folder: String
  ) throws(LocalStoreError) -> (store: LocalStore, notice: LocalStoreNotice?) {
    makeFolder(folder)
    let path = folder + "/store.sqlite"
    do {
      return (try LocalStore(path: path), nil)
    } catch {
      guard error.isCorrupt else { throw error }
    }
    let name = try setAside(path, in: folder)
    return (try LocalStore(path: path), LocalStoreNotice(asideName: name))
  }

  private init(path: String) throws(LocalStoreError) {
    let mask = umask(0o077)
    defer { umask(mask) }
    do {
      database = try Database(path: path)
      try database.migrate(Schema.migrations)
      // A file can be damaged behind its first page: what the first screen needs is read once.
      _ = try database.read { try $0.first("SELECT count(*) FROM resource") { $0.int(0) } }
    } catch {
      throw LocalStoreError(error)
    }
  }

  /// A number that changes when another process has written.
  public func dataVersion() throws(LocalStoreError) -> Int64 {
    do { return try database.dataVersion() } catch { throw LocalStoreError(error) }
  }

  func read<Result>(
    _ body: (Connection) throws -> Result
  ) throws(LocalStoreError) -> Result {
    do { return try database.read(body) } catch { throw LocalStoreError(error) }
  }

  func write<Result>(
    _ body: (Connection) throws -> Result
  ) throws(LocalStoreError) -> Result {
    do { return try database.transaction(body) } catch { throw LocalStoreError(error) }
  }

  private static func makeFolder(_ path: String) {
    var prefix = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      prefix +=
        prefix.isEmpty && part.isEmpty
        ? "/"
        : prefix.hasSuffix("/") || prefix.isEmpty
          ? String(part) : "/" + part
      // NB: an existing folder is fine; any other failure shows when the file is opened.
      if prefix != "/" { _ = mkdir(prefix, 0o700) }
    }
  }

  /// Renames the file and its log; the name says when.
  private static func setAside(
    _ path: String, in folder: String
  ) throws(LocalStoreError) -> String {
    var now = time(nil)
    var utc = tm()
    gmtime_r(&now, &utc)
    var stamp = [CChar](repeating: 0, count: 32)
    strftime(&stamp, stamp.count, "%Y%m%d%H%M%S", &utc)
    let text = String(
      decoding: stamp.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var name = "store.sqlite.corrupt-\(text)"
    var number = 1
    while access("\(folder)/\(name)", F_OK) == 0 {
      number += 1
      name = "store.sqlite.corrupt-\(text)-\(number)"
    }
    guard rename(path, "\(folder)/\(name)") == 0 else {
      throw LocalStoreError(
        kind: .unusable, message: "\(path) is damaged and cannot be moved: \(lastError())")
    }
    for suffix in ["-wal", "-shm"] { rename(path + suffix, "\(folder)/\(name)\(suffix)") }
    return name
  }

  private static func lastError() -> String { String(cString: strerror(errno)) }
}

/// A damaged store was replaced; the old file is kept.
public struct LocalStoreNotice: Hashable, Sendable {
  /// The name of the old file, beside the new one.
  public let asideName: String
}
