import LocalStore
public import Loyalty
import Synchronization
import WalletFiles

/// The person's cards of other businesses, the same whatever server and account they use.
///
/// The file is opened when it is first needed. It may be used from any thread.
public final class Wallet: Sendable {
  private let folders: Folders
  private let clock: CalendarClock
  private let opened = Mutex<WalletStore?>(nil)
  let pictures = WalletPictures()

  public init(folders: Folders, clock: CalendarClock = .system()) {
    self.folders = folders
    self.clock = clock
  }

  /// All cards, in the order in which they came.
  public func cards() throws(WalletFileProblem) -> [LocalCard] {
    try using { store throws(LocalStoreError) in try store.cards() }
  }

  /// Those of them that have pictures.
  func pictured() throws(WalletFileProblem) -> Set<LocalCard.ID> {
    try using { store throws(LocalStoreError) in try store.pictured() }
  }

  /// Takes what can be had of a file, and says what was left out.
  ///
  /// - Parameter language: of a pass's own words.
  public func read(
    _ path: String, password: String? = nil, in language: Language
  ) throws(WalletFileProblem) -> WalletImport {
    let contents = try file(path, password).read(in: language)
    let result = try using { store throws(LocalStoreError) in
      try store.add(contents.cards, at: clock.now)
    }
    var report = try result.get()
    report.left = contents.left
    return report
  }

  /// Writes all cards to a new file.
  ///
  /// - Returns: how many they are.
  public func write(_ path: String, password: String? = nil) throws(WalletFileProblem) -> Int {
    let cards = try using { store throws(LocalStoreError) in try store.picturedCards() }
    try file(path, password).write(cards)
    return cards.count
  }

  /// NB: cards end decades from now, and a file has their days as moments of that time.
  private func file(_ path: String, _ password: String?) -> WalletFile {
    WalletFile(
      path: folders.expanded(path), password: password, zone: .system(around: clock.now, years: 80))
  }

  func save(
    _ card: LocalCard, over base: LocalCard?
  ) throws(WalletFileProblem) -> LocalCard.ID? {
    try using { store throws(LocalStoreError) in try store.save(card, over: base, at: clock.now) }
  }

  func delete(_ id: LocalCard.ID) throws(WalletFileProblem) {
    try using { store throws(LocalStoreError) in try store.delete(id) }
  }

  func markUsed(_ id: LocalCard.ID) throws(WalletFileProblem) {
    try using { store throws(LocalStoreError) in try store.markUsed(id, at: clock.now) }
  }

  /// Opens the file when that has not been done.
  ///
  /// - Returns: the name of a damaged file that was set aside.
  @discardableResult
  public func openStore() throws(WalletFileProblem) -> String? {
    do {
      return try opened.withLock { store in
        guard store == nil else { return nil }
        if let problem = folders.problem { throw LocalStoreError(problem) }
        do throws(LocalStoreError) {
          let opened = try WalletStore.open(folder: folders.data)
          store = opened.wallet
          return opened.asideName
        } catch {
          guard let problem = error.problem else { throw error }
          store = try Wallet.openReadOnly(folders.data, problem)
          return nil
        }
      }
    } catch let error as LocalStoreError {
      throw Wallet.problem(error)
    } catch {
      throw .wallet("\(error)")
    }
  }

  /// What cannot be written may still be read; when it cannot, the first reason counts.
  private static func openReadOnly(
    _ folder: String, _ problem: StorageProblem
  ) throws(LocalStoreError) -> WalletStore {
    do throws(LocalStoreError) {
      return try WalletStore.openReadOnly(folder: folder, problem: problem)
    } catch {
      throw error.problem == nil ? error : LocalStoreError(problem)
    }
  }

  private static func problem(_ error: LocalStoreError) -> WalletFileProblem {
    Log.shared.write("wallet: \(error.logged)")
    return .storage(error.told)
  }

  func using<Result>(
    _ body: (WalletStore) throws(LocalStoreError) -> Result
  ) throws(WalletFileProblem) -> Result {
    try openStore()
    guard let store = opened.withLock({ $0 }) else { throw .wallet("not open") }
    do throws(LocalStoreError) {
      return try body(store)
    } catch {
      throw Wallet.problem(error)
    }
  }
}
