import Glibc
import Loyalty
import TestSupport
import Testing

@testable import LocalStore

/// Damage that is not where the first screen looks.
struct LateDamageTests {
  private static let lines = 400
  private static let pageSize = 4096

  @Test func `a zeroed page never gives wrong data, and is found by the next start`() throws {
    let folder = try TemporaryFolder()
    try folder.onceOpen { try Samples.fill($0, lines: Self.lines) }
    let sound = try contents(of: folder.file)
    #expect(sound.count / Self.pageSize > 20)
    var found = 0
    var foundLate = 0
    let starts = Array(stride(from: 0, to: sound.count, by: Self.pageSize))
    for start in Effort.sample(starts, every: 2, from: 0) {
      let folder = try TemporaryFolder()
      try folder.onceOpen { _ in }
      var damaged = sound
      let page = start..<start + Self.pageSize
      damaged.replaceSubrange(page, with: repeatElement(0, count: Self.pageSize))
      try overwrite(folder.file, with: damaged)
      let first = try LocalStore.open(folder: folder.store).notice
      if first == nil { foundLate += try readAll(folder) ? 0 : 1 }
      guard let notice = try first ?? LocalStore.open(folder: folder.store).notice else {
        #expect(try readAll(folder), "page \(start / Self.pageSize + 1)")
        continue
      }
      found += 1
      #expect(try contents(of: "\(folder.store)/\(notice.asideName)") == damaged)
      try folder.onceOpen { store throws in
        try Samples.fill(store)
        #expect(try store.home(latest: 3) == Samples.home())
      }
    }
    #expect(found > Effort.count(10, long: 20))
    #expect(foundLate > Effort.count(2, long: 5))
  }

  @Test func `a false alarm costs nothing`() throws {
    let folder = try TemporaryFolder()
    try folder.onceOpen { try Samples.fill($0) }
    try overwrite(folder.file + ".suspect", with: [])
    try folder.onceOpen { (store) throws in #expect(try store.home(latest: 3) == Samples.home()) }
    #expect(access(folder.file + ".suspect", F_OK) != 0)
  }

  @Test func `whoever still holds the damaged file does the new one no harm`() throws {
    let folder = try TemporaryFolder()
    try folder.onceOpen { try Samples.fill($0, lines: Self.lines) }
    let replacement = try withExtendedLifetime(try folder.open()) { old in
      _ = try old.home(latest: 1)
      try overwrite(folder.file + ".suspect", with: [])
      try zeroLastPages(folder)
      let opened = try LocalStore.open(folder: folder.store)
      #expect(opened.notice != nil)
      try Samples.fill(opened.store)
      // It may fail or be lost, but not land in the new file.
      _ = try? old.save(Samples.bareProgram, at: Samples.now)
      return opened.store
    }
    #expect(try replacement.home(latest: 3) == Samples.home())
    try replacement.save(changesToken: "t", at: Samples.now)
    #expect(try folder.open().home(latest: 3) == Samples.home())
  }

  /// In place, as a failing disk would.
  ///
  /// NB: through a truncation, as closing a descriptor of it here would drop SQLite's locks.
  private func zeroLastPages(_ folder: TemporaryFolder) throws {
    var status = stat()
    try #require(stat(folder.file, &status) == 0)
    try #require(truncate(folder.file, status.st_size / 8192 * 4096) == 0)
    try #require(truncate(folder.file, status.st_size) == 0)
  }

  /// - Returns: `false` when the store says that it is damaged; what it shows must be right.
  private func readAll(_ folder: TemporaryFolder) throws -> Bool {
    let store = try folder.open()
    do {
      let home = try store.home(latest: 3)
      let ledger = try store.ledger(limit: .max)
      #expect(home == Samples.home(lines: Self.lines))
      #expect(ledger == Samples.ledger(Self.lines))
      try store.merge(
        newest: ledger, nextCursor: nil, hasMore: false, at: Samples.now)
      return true
    } catch {
      #expect(error.kind == .corrupt)
      return false
    }
  }
}
