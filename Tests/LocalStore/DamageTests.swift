import Glibc
import SQLite
import Testing

@testable import LocalStore

/// A damaged store is set aside with its bytes, a new one works, and the member is told.
struct DamageTests {
  enum Damage: CaseIterable {
    case garbage
    case zeroes
    case halved
    case cutWithinAPage
    case cutToItsHeader
    case schemaOverwritten

    func applied(to bytes: [UInt8]) -> [UInt8] {
      switch self {
      case .garbage: (0..<bytes.count).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ 3) }
      case .zeroes: [UInt8](repeating: 0, count: bytes.count)
      case .halved: Array(bytes[..<(bytes.count / 8192 * 4096)])
      case .cutWithinAPage: Array(bytes[..<(bytes.count / 2 + 100)])
      case .cutToItsHeader: Array(bytes[..<50])
      case .schemaOverwritten:
        bytes[..<100] + [UInt8](repeating: 0xA5, count: 3996) + bytes[4096...]
      }
    }
  }

  @Test(arguments: Damage.allCases)
  func `a damaged file is set aside and replaced`(damage: Damage) throws {
    let folder = try TemporaryFolder()
    try folder.onceOpen { try Samples.fill($0, lines: 500) }
    var asides: [String: [UInt8]] = [:]
    for _ in 0..<3 {
      let damaged = damage.applied(to: try contents(of: folder.file))
      try overwrite(folder.file, with: damaged)
      let name = try openDamaged(folder)
      #expect(asides[name] == nil)
      asides[name] = damaged
      try folder.onceOpen { store throws in
        #expect(try store.home(latest: 3) == Samples.home(lines: 500))
      }
    }
    for (name, bytes) in asides {
      #expect(name.hasPrefix("store.sqlite."))
      #expect(try contents(of: "\(folder.store)/\(name)") == bytes)
    }
  }

  @Test func `an empty file has nothing to keep and becomes a store`() throws {
    let folder = try TemporaryFolder()
    try folder.onceOpen { try Samples.fill($0) }
    try overwrite(folder.file, with: [])
    try folder.onceOpen { store throws in
      #expect(try store.home(latest: 3) == Samples.emptyHome)
      try Samples.fill(store)
      #expect(try store.home(latest: 3) == Samples.home())
    }
    #expect(try folder.names() == ["store.sqlite", "store.sqlite.lock"])
  }

  /// Expects a notice of what is there, and fills the new store.
  private func openDamaged(_ folder: TemporaryFolder) throws -> String {
    let opened = try LocalStore.open(folder: folder.store)
    let name = try #require(opened.notice?.asideName)
    #expect(try folder.names().contains(name))
    #expect(try opened.store.home(latest: 3) == Samples.emptyHome)
    #expect(try opened.store.ledgerCount() == 0)
    try Samples.fill(opened.store, lines: 500)
    #expect(try opened.store.home(latest: 3) == Samples.home(lines: 500))
    return name
  }
}
