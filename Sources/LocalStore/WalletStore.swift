import Glibc
import Loyalty
import SQLite

/// The cards of other businesses: one wallet for the person, whatever server and account they use.
///
/// A file of its own: what the server can send again may be thrown away, these cards may not. It may
/// be used from any thread and by several processes at once.
public final class WalletStore: Sendable {
  private let database: Database
  private let file: StoreFile
  /// Why nothing can be written.
  let problem: StorageProblem?

  /// A wallet, and the name of the damaged file that it stands in for, if there was one.
  public typealias Opened = (wallet: WalletStore, asideName: String?)

  /// Opens `wallet.sqlite` in a folder, or makes it; of a damaged file all cards that can still be
  /// read are taken over, and the file is kept.
  public static func open(folder: String) throws(LocalStoreError) -> Opened {
    let file = StoreFile(folder: folder, name: "wallet.sqlite")
    try file.makeFolder()
    try file.check()
    if !file.isSuspect {
      do throws(LocalStoreError) {
        return try file.locked(LOCK_SH) { () throws(LocalStoreError) in
          (try WalletStore(file), nil)
        }
      } catch {
        guard error.kind == .corrupt else { throw error }
      }
    }
    return try file.locked(LOCK_EX) { () throws(LocalStoreError) in try repair(file) }
  }

  /// With the repair lock held: two processes may have found the same damage.
  private static func repair(_ file: StoreFile) throws(LocalStoreError) -> Opened {
    do throws(LocalStoreError) {
      let wallet = try WalletStore(file)
      if !file.isSuspect { return (wallet, nil) }
      if try wallet.read({ try $0.first("PRAGMA quick_check(1)") { $0.text(0) } }) == "ok" {
        file.acquit()
        return (wallet, nil)
      }
    } catch {
      guard error.kind == .corrupt else { throw error }
    }
    let name = try file.setAside()
    let wallet = try WalletStore(file)
    let saved = WalletSalvage.cards(in: "\(file.folder)/\(name)")
    try wallet.write { connection in
      for filed in saved {
        let id = try WalletRows.insert(filed.card, at: Instant(milliseconds: 0), connection)
        if let id { _ = try WalletRows.add(filed.pictures, to: id, connection) }
      }
    }
    return (wallet, name)
  }

  private init(_ file: StoreFile) throws(LocalStoreError) {
    self.file = file
    problem = nil
    file.makePrivate()
    do {
      database = try Database(path: file.path, secureDelete: true, inspect: WalletSchema.inspect)
      try database.migrate(WalletSchema.migrations)
      // What the screen needs is read once, so that damage to it is found here.
      _ = try database.read { try WalletRows.cards($0) }
    } catch {
      throw LocalStoreError(opening: error, file.path)
    }
  }

  /// Closes the file; whatever is asked of it later fails.
  func close() { database.close() }

  /// A wallet that can only be read.
  init(reading database: Database, _ file: StoreFile, problem: StorageProblem) {
    self.database = database
    self.file = file
    self.problem = problem
  }

  func read<Result: Sendable>(
    _ body: (Connection) throws -> Result
  ) throws(LocalStoreError) -> Result {
    try reporting { try database.read(body) }
  }

  func write<Result: Sendable>(
    _ body: (Connection) throws -> Result
  ) throws(LocalStoreError) -> Result {
    if let problem { throw LocalStoreError(problem) }
    return try reporting { try database.transaction(body) }
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
}
