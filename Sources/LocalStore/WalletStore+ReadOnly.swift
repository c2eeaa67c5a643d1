import Glibc
public import Loyalty
import SQLite

extension WalletStore {
  /// Opens a wallet that may not be written, as it stands; nothing is written beside it.
  ///
  /// What stands in the write-ahead log counts too. SQLite reads such a log only where it may write
  /// beside it, so then the wallet is read from a copy.
  ///
  /// - Parameter problem: why it cannot be written; what is changed fails with it.
  public static func openReadOnly(
    folder: String, problem: StorageProblem
  ) throws(LocalStoreError) -> WalletStore {
    let file = StoreFile(folder: folder, name: "wallet.sqlite")
    try file.check()
    do {
      return WalletStore(reading: try database(file), file, problem: problem)
    } catch {
      throw LocalStoreError(opening: error, file.path)
    }
  }

  private static func database(_ file: StoreFile) throws -> Database {
    guard let size = try size(of: file.path) else {
      // Nobody has put a card into it yet.
      let empty = try Database(path: ":memory:")
      try empty.migrate(WalletSchema.migrations)
      return empty
    }
    let log = try self.size(of: file.path + "-wal") ?? 0
    // NB: what cannot be read so, such as the tables of an older version, is read from a copy.
    if size > 0, log == 0,
      let database = try? Database(immutable: file.path, inspect: WalletSchema.inspect),
      (try? database.read { try WalletRows.cards($0) }) != nil
    {
      return database
    }
    let database = try copy(of: file)
    _ = try database.read { try WalletRows.cards($0) }
    return database
  }

  /// A copy that goes as soon as it is open, wherever this person may write.
  private static func copy(of file: StoreFile) throws -> Database {
    let roots = [getenv("TMPDIR").map { String(cString: $0) }, "/tmp", "/dev/shm"]
    var failure = StorageProblem("/tmp", .noFolder)
    for root in roots.compactMap(\.self) where root.hasPrefix("/") {
      var template = Array("\(root)/loyalhub-XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else {
        failure = StorageProblem(root, code: errno)
        continue
      }
      let copy = StoreFile(
        folder: String(
          decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self),
        name: file.name)
      defer {
        for suffix in ["", "-wal", "-shm"] { unlink(copy.path + suffix) }
        rmdir(copy.folder)
      }
      do throws(StorageProblem) {
        for suffix in ["", "-wal"] where try size(of: file.path + suffix) != nil {
          try PlainFile.copy(file.path + suffix, to: copy.path + suffix)
        }
      } catch {
        failure = error
        continue
      }
      let database = try Database(path: copy.path, inspect: WalletSchema.inspect)
      try database.migrate(WalletSchema.migrations)
      return database
    }
    throw failure
  }

  /// Bytes; `nil` when there is no file.
  private static func size(of path: String) throws(StorageProblem) -> Int? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw StorageProblem(path, code: errno)
    }
    return Int(status.st_size)
  }
}
