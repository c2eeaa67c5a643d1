import Glibc
import SQLite

/// The client's source of truth: the network writes into it, the screen reads from it.
///
/// It may be used from any thread and by several processes at once. Tokens are never in it.
public final class LocalStore: Sendable {
  let database: Database
  let file: StoreFile

  public typealias Opened = (store: LocalStore, notice: LocalStoreNotice?)

  /// Opens `store.sqlite` in a folder, or makes it; a damaged file is set aside and replaced.
  ///
  /// - Returns: the store, and where a damaged file stands now.
  public static func open(
    folder: String
  ) throws(LocalStoreError) -> Opened {
    let file = StoreFile(folder: folder)
    try file.makeFolder()
    try file.check()
    if !file.isSuspect {
      do throws(LocalStoreError) {
        return try file.locked(LOCK_SH) { () throws(LocalStoreError) in (try LocalStore(file), nil)
        }
      } catch {
        guard error.kind == .corrupt else { throw error }
      }
    }
    return try file.locked(LOCK_EX) { () throws(LocalStoreError) in try repair(file) }
  }

  /// A store that goes with the process, where nothing can be kept.
  public static func inMemory() throws(LocalStoreError) -> LocalStore {
    try LocalStore(.inMemory)
  }

  /// With the repair lock held: two processes may have found the same damage, and the second must
  /// not set aside what is new.
  private static func repair(_ file: StoreFile) throws(LocalStoreError) -> Opened {
    var cause = "pages of it are damaged"
    do throws(LocalStoreError) {
      let store = try LocalStore(file)
      if !file.isSuspect { return (store, nil) }
      if try store.isSound() {
        file.acquit()
        return (store, nil)
      }
    } catch {
      guard error.kind == .corrupt else { throw error }
      cause = error.message
    }
    let name = try file.setAside()
    return (try LocalStore(file), LocalStoreNotice(asideName: name, cause: cause))
  }

  private init(_ file: StoreFile) throws(LocalStoreError) {
    self.file = file
    file.makePrivate()
    do {
      database = try Database(path: file.path, secureDelete: true, inspect: StoreSchema.inspect)
      try database.migrate(StoreSchema.migrations)
      // What the first screen needs is read once, so that damage to it is found here.
      _ = try database.read { try LocalStore.home($0, latest: 1) }
    } catch {
      throw LocalStoreError(opening: error, file.path)
    }
  }

  /// Closes the stores and wallets of this process; whatever is asked of them later fails.
  public static func closeAll() {
    Database.closeAll()
  }

  func read<Result: Sendable>(
    _ body: (Connection) throws -> Result
  ) throws(LocalStoreError) -> Result {
    try reporting { try database.read(body) }
  }

  func write<Result: Sendable>(
    _ body: (Connection) throws -> Result
  ) throws(LocalStoreError) -> Result {
    try reporting { try database.transaction(body) }
  }

  /// Damage that is found late is noted beside the file, so that the next start looks into it.
  private func reporting<Result>(_ body: () throws -> Result) throws(LocalStoreError) -> Result {
    do {
      return try body()
    } catch {
      let error = LocalStoreError(error, file.path)
      if error.kind == .corrupt { file.suspect() }
      throw error
    }
  }

  /// Looks at every page of the file.
  private func isSound() throws(LocalStoreError) -> Bool {
    try read { try $0.first("PRAGMA quick_check(1)") { $0.text(0) } == "ok" }
  }
}

/// A damaged store was replaced; the old file is kept.
public struct LocalStoreNotice: Hashable, Sendable {
  /// The name of the old file, beside the new one.
  public let asideName: String
  /// What was wrong with it, for the log.
  public let cause: String
}
