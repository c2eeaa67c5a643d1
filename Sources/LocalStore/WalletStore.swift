import Glibc
import Loyalty
import SQLite

/// The cards of other businesses: one wallet for the person, whatever server and account they use.
///
/// A file of its own: what the server can send again may be thrown away, these cards may not. It may
/// be used from any thread and by several processes at once.
public final class WalletStore: Sendable {
  let database: Database
  private let file: StoreFile
  /// Why nothing can be written.
  let problem: StorageProblem?
  private let use: WalletUse?

  var previous: PreviousWallet { PreviousWallet(of: file) }

  /// A wallet, and the name of the damaged file that it stands in for, if there was one.
  public typealias Opened = (wallet: WalletStore, asideName: String?)

  /// Opens `wallet.sqlite` in a folder, or makes it; of a damaged file all cards that can still be
  /// had are taken over, from it and from the copy of before, and the file is kept.
  public static func open(folder: String) throws(LocalStoreError) -> Opened {
    let file = StoreFile(folder: folder, name: "wallet.sqlite")
    try file.makeFolder()
    try file.check()
    if !file.isSuspect, !isLost(file) {
      do throws(LocalStoreError) {
        let wallet = try file.locked(LOCK_SH) { () throws(LocalStoreError) in
          try WalletStore(file, unlessDamaged: true)
        }
        wallet.previous.keep(wallet.database)
        return (wallet, nil)
      } catch {
        guard error.kind == .corrupt else { throw error }
      }
    }
    return try file.locked(LOCK_EX) { () throws(LocalStoreError) in try repair(file) }
  }

  /// Whether the file is gone or empty while there are traces that it was not: SQLite would begin a
  /// new one.
  private static func isLost(_ file: StoreFile) -> Bool {
    (file.size ?? 0) == 0
      && (PreviousWallet(of: file).isThere || rebuilt(file).size != nil || file.log.size ?? 0 > 0)
  }

  /// What takes the place of a damaged file once it is whole.
  private static func rebuilt(_ file: StoreFile) -> StoreFile {
    StoreFile(folder: file.folder, name: file.name + ".new")
  }

  /// With the repair lock held: two processes may have found the same damage.
  private static func repair(_ file: StoreFile) throws(LocalStoreError) -> Opened {
    let new = rebuilt(file)
    // A repair that was killed has left all but the name.
    if file.size == nil, new.size != nil, new.log.size == nil, file.become(new) {
      return (try WalletStore(file), file.lastAside ?? file.name)
    }
    do throws(LocalStoreError) {
      guard !isLost(file) else { throw LocalStoreError(kind: .corrupt, message: "no file") }
      let wallet = try WalletStore(file, unlessDamaged: true)
      if !file.isSuspect { return (wallet, nil) }
      if try wallet.read({ try $0.first("PRAGMA quick_check(1)") { $0.text(0) } }) == "ok" {
        file.acquit()
        return (wallet, nil)
      }
    } catch {
      guard error.kind == .corrupt else { throw error }
    }
    var saved = WalletSalvage(path: file.path)
    saved.complete(from: PreviousWallet(of: file).salvage())
    try build(new, of: saved)
    let isThere = file.size != nil
    let name = try file.setAside()
    guard file.become(new) else {
      throw LocalStoreError(StorageProblem(file.path, code: errno))
    }
    // Who was building it held this; nobody opens that name again.
    unlink("\(new.path).use")
    return (try WalletStore(file), isThere ? name : PreviousWallet(of: file).file.name)
  }

  /// A wallet with those cards under the ids that they had, closed and whole on the disk.
  private static func build(_ file: StoreFile, of saved: WalletSalvage) throws(LocalStoreError) {
    file.remove()
    do throws(LocalStoreError) {
      let wallet = try WalletStore(file)
      try wallet.write { connection in
        for (id, filed) in saved.cards.sorted(by: { $0.key < $1.key }) {
          let card = filed.card
          guard
            let id = try WalletRows.insert(
              card, id: id, at: Instant(milliseconds: 0), connection)
          else { continue }
          _ = try WalletRows.add(filed.pictures, to: id, connection)
        }
      }
      _ = try wallet.reporting { try wallet.database.checkpoint() }
    } catch {
      file.remove()
      throw error
    }
  }

  /// - Parameter unlessDamaged: whether to refuse damage that SQLite passes over.
  private init(_ file: StoreFile, unlessDamaged: Bool = false) throws(LocalStoreError) {
    self.file = file
    problem = nil
    if unlessDamaged, WalletStore.isCut(file) {
      throw LocalStoreError(kind: .corrupt, message: "a page or the log is cut or damaged")
    }
    use = WalletUse(file)
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

  /// A wallet that can only be read.
  init(reading database: Database, _ file: StoreFile, problem: StorageProblem) {
    self.database = database
    self.file = file
    self.problem = problem
    use = nil
  }

  /// Whether SQLite would pass over damage: to a log of which it would read only the beginning, or
  /// to a last page of which it would take the end for noughts.
  ///
  /// Looked for only when nobody has the wallet open: what is just being written looks the same.
  private static func isCut(_ file: StoreFile) -> Bool {
    let isWhole = (file.size ?? 0).isMultiple(of: 4096)
    guard !isWhole || file.log.size ?? 0 > 0, let lock = file.tryLock(".use", LOCK_EX) else {
      return false
    }
    defer { Glibc.close(lock) }
    return !isWhole || DatabasePages(path: file.path).hasDamagedLog
  }

  /// After cards have come or gone.
  func keepPrevious() {
    previous.keep(database, isChanged: true)
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

/// Says to others that the wallet is open, as long as it lives.
private final class WalletUse: Sendable {
  private let descriptor: Int32

  /// - Returns: `nil` where no lock can be made, as in a folder that cannot be written.
  init?(_ file: StoreFile) {
    guard let descriptor = file.tryLock(".use", LOCK_SH) else { return nil }
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }
}
