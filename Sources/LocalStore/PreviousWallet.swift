import Glibc
import SQLite

/// The one copy of the wallet that is kept beside it, `wallet.sqlite.previous`.
///
/// It is made of a sound wallet only, when cards have come or gone since the last one, and takes the
/// place of that one when it is whole on the disk: killed or out of room before, the old one stays.
struct PreviousWallet {
  private let wallet: StoreFile

  init(of wallet: StoreFile) {
    self.wallet = wallet
  }

  var file: StoreFile { StoreFile(folder: wallet.folder, name: wallet.name + ".previous") }
  private var draft: StoreFile { StoreFile(folder: wallet.folder, name: file.name + ".new") }

  var isThere: Bool { (file.size ?? 0) > 0 }

  /// What can be had of it; no cards when there is none.
  func salvage(withPictures: Bool = true) -> WalletSalvage {
    WalletSalvage(path: file.path, withPictures: withPictures)
  }

  /// Makes the copy when the cards are not those of the last one.
  ///
  /// - Parameter isChanged: whether that is known.
  func keep(_ database: Database, isChanged: Bool = false) {
    // Another process that copies, opens or repairs it now does the same.
    guard let lock = wallet.tryLock(".lock", LOCK_EX) else { return }
    defer { close(lock) }
    guard isChanged || isStale(database) else { return }
    draft.remove()
    defer { draft.remove() }
    draft.makePrivate()
    do {
      let said = try database.read { try $0.first("PRAGMA quick_check(1)") { $0.text(0) } }
      guard said == "ok" else { return wallet.suspect() }
      try database.copy(to: draft.path)
    } catch {
      // NB: without room the copy of before stays; damage is looked into at the next start.
      if (error as? DatabaseError)?.isCorrupt == true { wallet.suspect() }
      return
    }
    _ = file.become(draft)
  }

  private func isStale(_ database: Database) -> Bool {
    let (written, copied) = (wallet.changed, file.changed)
    if isThere, copied >= written { return false }
    // NB: a wallet that cannot be read is not copied.
    guard let now = try? database.read({ try WalletSalvage($0) }) else { return false }
    // What has no cards, without anybody having deleted them here, takes nobody's place.
    if now.cards.isEmpty { return false }
    guard isThere, now.hasSameCards(as: salvage(withPictures: false)) else { return true }
    // So that the next start does not have to compare.
    utimensat(AT_FDCWD, file.path, nil, 0)
    return false
  }
}
