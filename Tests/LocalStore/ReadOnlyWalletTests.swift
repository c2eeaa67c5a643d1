import Glibc
import Loyalty
import SQLite
import Testing

@testable import LocalStore

struct ReadOnlyWalletTests {
  private let problem = StorageProblem("/home", .readOnly)

  @Test(arguments: [true, false])
  func `a wallet that may not be written is read, with what its log holds`(hasLog: Bool) throws {
    let folder = try TemporaryFolder()
    let wallet = try WalletStore.open(folder: folder.store).wallet
    let card = LocalCard(name: "Bakery", number: "4006381333931")
    _ = try wallet.save(card, at: Samples.now)
    if !hasLog { wallet.database.close() }
    // As it stands on a disk that cannot be written: a copy, with the log or without one.
    let frozen = try TemporaryFolder()
    try PlainFile.makeFolder(frozen.store)
    for suffix in ["", "-wal"] where access(folder.store + "/wallet.sqlite" + suffix, F_OK) == 0 {
      try overwrite(
        frozen.store + "/wallet.sqlite" + suffix,
        with: try contents(of: folder.store + "/wallet.sqlite" + suffix))
    }
    let before = try frozen.names()
    #expect(before.contains("wallet.sqlite-wal") == hasLog)
    let reader = try WalletStore.openReadOnly(folder: frozen.store, problem: problem)
    #expect(try reader.cards().map(\.name) == ["Bakery"])
    let error = #expect(throws: LocalStoreError.self) { try reader.save(card, at: Samples.now) }
    #expect(error?.problem == problem)
    #expect(try frozen.names() == before)
    withExtendedLifetime(wallet) {}
  }

  @Test func `where there is no wallet there are no cards`() throws {
    let folder = try TemporaryFolder()
    let reader = try WalletStore.openReadOnly(folder: folder.store, problem: problem)
    #expect(try reader.cards().isEmpty)
    #expect(access(folder.store, F_OK) != 0)
  }
}
