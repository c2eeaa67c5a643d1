import Glibc
import Loyalty
import Testing

@testable import LocalStore

/// Of a damaged wallet nothing is lost that is still on the disk, there or in the copy beside it.
struct SalvageTests {
  private static let now = Instant(milliseconds: 1_795_431_900_000)
  private static let page = 4096

  /// As many cards as an importer has brought, some with long notes, groups and pictures.
  private static let many = (0..<2360).map { number in
    PicturedCard(
      LocalCard(
        name: "Shop \(number % 40)", number: "2012\(number)", symbology: .code128,
        note: number % 100 == 0 ? String(repeating: "ё", count: 1900) + "м" : "note \(number)",
        expiresOn: Day("2027-12-31"), groups: number % 7 == 0 ? ["Food, drink", "B"] : [],
        rest: ["headercolor": "-\(number)"]),
      pictures: number % 500 == 0
        ? ["front": (0..<9000).map { UInt8(truncatingIfNeeded: $0) }] : [:])
  }

  /// Files of a wallet with all of them: whole, and as it is when the app is killed, with its log.
  private static let files = Result {
    () throws -> (whole: [UInt8], killed: [UInt8], log: [UInt8]) in
    let folder = try TemporaryFolder()
    let file = folder.store + "/wallet.sqlite"
    _ = try WalletStore.open(folder: folder.store)
    let empty = try contents(of: file)
    var log: [UInt8] = []
    do {
      let wallet = try WalletStore.open(folder: folder.store).wallet
      #expect(try wallet.add(many, at: now) == .success(.init(added: many.count)))
      log = try withExtendedLifetime(wallet) { try contents(of: file + "-wal") }
    }
    return (try contents(of: file), empty, log)
  }

  /// A wallet that nobody has open, without a copy.
  private func wallet(_ cards: [PicturedCard]? = nil) throws -> (TemporaryFolder, String) {
    let folder = try TemporaryFolder()
    let file = folder.store + "/wallet.sqlite"
    try StoreFile(folder: folder.store).makeFolder()
    guard let cards else {
      try overwrite(file, with: try Self.files.get().whole)
      return (folder, file)
    }
    let opened = try WalletStore.open(folder: folder.store)
    #expect(try opened.wallet.add(cards, at: Self.now) == .success(.init(added: cards.count)))
    unlink(file + ".previous")
    return (folder, file)
  }

  private func reopened(_ folder: TemporaryFolder) throws -> [PicturedCard] {
    let opened = try WalletStore.open(folder: folder.store)
    #expect(opened.asideName != nil)
    return try opened.wallet.picturedCards()
  }

  @Test func `a wallet that is one page short loses what stood on that page, and no more`() throws {
    let (folder, file) = try wallet()
    try overwrite(file, with: try contents(of: file).dropLast(Self.page))
    let saved = try reopened(folder)
    #expect(saved.count >= 2290)
    print("one page short: \(saved.count) of 2360")
    // Each that came back is the one that it was.
    let whole = Dictionary(uniqueKeysWithValues: Self.many.map { ($0.card.number, $0) })
    for card in saved {
      var bare = card.card
      bare.id = .init("")
      let old = try #require(whole[bare.number])
      #expect(bare.note == old.card.note && bare.expiresOn == old.card.expiresOn)
    }
  }

  @Test(arguments: [
    (0.75, 1300), (0.5, 700), (0.25, 200), (0.02, 0), (0.9999, 2300),
  ])
  func `a wallet that is cut anywhere gives back the cards before the cut`(
    _ part: Double, _ least: Int
  ) throws {
    let (folder, file) = try wallet()
    let bytes = try contents(of: file)
    try overwrite(file, with: bytes.prefix(Int(Double(bytes.count) * part)))
    let saved = try reopened(folder)
    #expect(saved.count >= least)
    print("cut to \(part): \(saved.count) of 2360")
  }

  @Test func `a head of garbage, or the way to the pages gone, costs no card`() throws {
    for wiped in [1, 2] {
      let (folder, file) = try wallet()
      var bytes = try contents(of: file)
      bytes.replaceSubrange(
        (wiped - 1) * Self.page..<wiped * Self.page,
        with: [UInt8](repeating: wiped == 1 ? 0xA5 : 0, count: Self.page))
      try overwrite(file, with: bytes)
      let saved = try reopened(folder)
      #expect(saved.count == 2360)
      #expect(saved.first?.card.groups == ["Food, drink", "B"])
      #expect(saved.first?.pictures == Self.many.first?.pictures)
      #expect(saved.first?.card.note == Self.many.first?.card.note)
      #expect(saved.last?.card.rest == ["headercolor": "-2359"])
    }
  }

  @Test func `pages of noughts cost what stood on them`() throws {
    let (folder, file) = try wallet()
    var bytes = try contents(of: file)
    for number in stride(from: 10, to: bytes.count / Self.page, by: 10) {
      bytes.replaceSubrange(
        number * Self.page..<(number + 1) * Self.page,
        with: [UInt8](repeating: 0, count: Self.page))
    }
    try overwrite(file, with: bytes)
    let saved = try reopened(folder)
    #expect(saved.count > 2000)
    print("each tenth page gone: \(saved.count) of 2360")
  }

  /// The app was killed, so that all is in the log, and then the log was damaged.
  @Test(arguments: [[0], [16], [24 + 32 + 100], [32 + 3 * 4120 + 8, 32 + 9 * 4120 + 2000]])
  func `what a damaged log holds is not passed over`(_ places: [Int]) throws {
    let (folder, file) = try wallet()
    try overwrite(file, with: try Self.files.get().killed)
    var log = try Self.files.get().log
    try #require(log.count > 100 * Self.page)
    for place in places { log[place] ^= 0xFF }
    try overwrite(file + "-wal", with: log)
    let saved = try reopened(folder)
    print("log damaged at \(places): \(saved.count) of 2360")
    #expect(saved.count >= 2280)
  }

  @Test func `a sound log is read by SQLite, and nothing is set aside`() throws {
    let (folder, file) = try wallet()
    try overwrite(file, with: try Self.files.get().killed)
    try overwrite(file + "-wal", with: try Self.files.get().log)
    let again = try WalletStore.open(folder: folder.store)
    #expect(again.asideName == nil)
    #expect(try again.wallet.cards().count == 2360)
  }

  @Test func `the copy of before gives what is nowhere else`() throws {
    let (folder, file) = try wallet()
    do {
      let wallet = try WalletStore.open(folder: folder.store).wallet
      let card = LocalCard(name: "New", number: "1")
      #expect(try wallet.save(card, at: Self.now) != nil)
    }
    var bytes = try contents(of: file)
    for number in 20..<40 {
      bytes.replaceSubrange(
        number * Self.page..<(number + 1) * Self.page,
        with: [UInt8](repeating: 0, count: Self.page))
    }
    try overwrite(file, with: bytes)
    let saved = try reopened(folder)
    #expect(saved.filter { $0.card.name != "New" }.count == 2360)
    #expect(saved.contains { $0.card.name == "New" })
    #expect(saved.first?.card.groups == ["Food, drink", "B"])
  }

  @Test func `a wallet that is gone or empty comes back from its copy`() throws {
    for isEmpty in [false, true] {
      let (folder, file) = try wallet()
      _ = try WalletStore.open(folder: folder.store)
      if isEmpty { try overwrite(file, with: []) } else { unlink(file) }
      #expect(try reopened(folder).count == 2360)
      #expect(access(file + ".new.use", F_OK) != 0, "nothing of the repair stays")
    }
  }

  @Test func `the copy is made of a sound wallet only, when cards have changed`() throws {
    let (folder, file) = try wallet([PicturedCard(LocalCard(name: "A", number: "1"))])
    func inode() -> UInt64 {
      var status = stat()
      return stat(file + ".previous", &status) == 0 ? UInt64(status.st_ino) : 0
    }
    _ = try WalletStore.open(folder: folder.store)
    let first = inode()
    #expect(first != 0)
    #expect(try mode(of: file + ".previous") == 0o600)
    // Using a card changes nothing that is worth a copy.
    do {
      let wallet = try WalletStore.open(folder: folder.store).wallet
      try wallet.markUsed(.init("1"), at: Self.now)
    }
    _ = try WalletStore.open(folder: folder.store)
    #expect(inode() == first)
    do {
      let wallet = try WalletStore.open(folder: folder.store).wallet
      #expect(try wallet.save(LocalCard(name: "B", number: "2"), at: Self.now) != nil)
    }
    _ = try WalletStore.open(folder: folder.store)
    let second = WalletSalvage(path: file + ".previous")
    #expect(second.cards.count == 2)
    // Damage of which no reader knows yet.
    var bytes = try contents(of: file)
    let picture = bytes.count - Self.page
    bytes.replaceSubrange(picture..<bytes.count, with: [UInt8](repeating: 0xA5, count: Self.page))
    try overwrite(file, with: bytes)
    var times = [timespec(), timespec()]
    times[1].tv_sec = 4_000_000_000
    utimensat(AT_FDCWD, file, times, 0)
    _ = try? WalletStore.open(folder: folder.store)
    #expect(WalletSalvage(path: file + ".previous").cards.count == 2)
  }

  @Test func `a deleted card is in no copy, and comes back from none`() throws {
    let cards = ["A", "B"].map { PicturedCard(LocalCard(name: $0, number: "1")) }
    let (folder, file) = try wallet(cards)
    do {
      let wallet = try WalletStore.open(folder: folder.store).wallet
      try wallet.delete(.init("1"))
    }
    #expect(WalletSalvage(path: file + ".previous").cards.keys.sorted() == [2])
    unlink(file)
    #expect(try reopened(folder).map(\.card.name) == ["B"])
  }

  @Test func `a copy that was not finished, and a repair that was killed, do no harm`() throws {
    let (folder, file) = try wallet()
    _ = try WalletStore.open(folder: folder.store)
    try overwrite(file + ".previous.new", with: [1, 2, 3])
    // A rebuilt wallet stood ready when the old one had just been moved away.
    rename(file, file + ".corrupt-1")
    try overwrite(file + ".new", with: try contents(of: file + ".previous"))
    let saved = try reopened(folder)
    #expect(saved.count == 2360)
    // One that was being built when the damaged file was still there counts for nothing.
    try overwrite(file + ".new", with: [UInt8](repeating: 7, count: 5000))
    #expect(try WalletStore.open(folder: folder.store).wallet.cards().count == 2360)
  }
}
