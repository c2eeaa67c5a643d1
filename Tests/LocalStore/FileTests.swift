import Glibc
import LocalStore
import Loyalty
import SQLite
import Testing

struct FileTests {
  @Test func `only the owner can read any of it, however loose the process is`() async {
    await #expect(processExitsWith: .success) {
      umask(0)
      let folder = try TemporaryFolder()
      let store = try folder.open()
      try Samples.fill(store)
      #expect(try mode(of: folder.path + "/state") == 0o700)
      #expect(try mode(of: folder.store) == 0o700)
      let names = try folder.names()
      #expect(names == ["", "-shm", "-wal", ".lock"].map { "store.sqlite" + $0 })
      for name in names { #expect(try mode(of: "\(folder.store)/\(name)") == 0o600) }
    }
  }

  @Test func `what is made for a repair is private too`() async {
    await #expect(processExitsWith: .success) {
      umask(0)
      let folder = try TemporaryFolder()
      try folder.onceOpen { try Samples.fill($0) }
      try overwrite(folder.file, with: [UInt8](repeating: 7, count: 5000))
      chmod(folder.file, 0o666)
      let opened = try LocalStore.open(folder: folder.store)
      #expect(opened.notice != nil)
      for name in try folder.names() {
        #expect(try mode(of: "\(folder.store)/\(name)") == 0o600, "\(name)")
      }
    }
  }

  @Test func `a store that others could read is made private`() throws {
    let folder = try TemporaryFolder()
    try folder.onceOpen { try Samples.fill($0) }
    chmod(folder.file, 0o644)
    let store = try folder.open()
    try store.save(Samples.member, at: Samples.now)
    for name in try folder.names() {
      #expect(try mode(of: "\(folder.store)/\(name)") == 0o600, "\(name)")
    }
  }

  @Test func `a folder that cannot be used is said so, and nothing is made`() throws {
    let folder = try TemporaryFolder()
    try overwrite(folder.path + "/state", with: [1, 2, 3])
    let error = #expect(throws: LocalStoreError.self) { try LocalStore.open(folder: folder.store) }
    #expect(error?.kind == .unusable)
    #expect(try contents(of: folder.path + "/state") == [1, 2, 3])
  }

  @Test(arguments: ["/", "//", "/.", "/../loyalhub"])
  func `the folder may be written in several ways`(suffix: String) throws {
    let folder = try TemporaryFolder()
    try folder.onceOpen { try Samples.fill($0) }
    let opened = try LocalStore.open(folder: folder.store + suffix)
    #expect(try opened.store.home(latest: 3) == Samples.home())
  }

  @Test func `a newer version's store is refused and left as it is`() throws {
    let folder = try TemporaryFolder()
    try folder.onceOpen { try Samples.fill($0) }
    let version = try setVersion(of: folder, to: 1_000)
    let before = try contents(of: folder.file)
    for _ in 0..<2 {
      let error = #expect(throws: LocalStoreError.self) {
        try LocalStore.open(folder: folder.store)
      }
      #expect(error?.kind == .tooNew)
      #expect(error?.told.reason == .newer)
      #expect(try contents(of: folder.file) == before)
      #expect(try folder.names() == ["store.sqlite", "store.sqlite.lock"])
    }
    try setVersion(of: folder, to: version)
    #expect(try folder.open().home(latest: 3) == Samples.home())
  }

  /// - Returns: the version before.
  @discardableResult
  private func setVersion(of folder: TemporaryFolder, to version: Int) throws -> Int {
    try Database(path: folder.file).transaction {
      let before = try $0.first("PRAGMA user_version") { Int($0.int(0)) }
      try $0.script("PRAGMA user_version = \(version)")
      return try #require(before)
    }
  }
}
