import Glibc
import LocalStore
import Loyalty
import SQLite
import Testing

struct PlainFileTests {
  /// What may stand in the place of a file of ours.
  enum Kind: CaseIterable {
    case folder
    case pipe
    case link
    case socket

    var occupant: StorageProblem.Occupant {
      switch self {
      case .folder: .folder
      case .pipe: .pipe
      case .link: .link
      case .socket: .socket
      }
    }

    func make(at path: String) throws {
      switch self {
      case .folder: try #require(mkdir(path, 0o700) == 0)
      case .pipe: try #require(mkfifo(path, 0o600) == 0)
      case .link: try #require(symlink("/etc/hostname", path) == 0)
      case .socket: try #require(mknod(path, S_IFSOCK | 0o600, 0) == 0)
      }
    }
  }

  @Test(arguments: Kind.allCases)
  func `what is no file is refused by its name, at once, and stays`(kind: Kind) throws {
    for suffix in ["", "-wal", "-shm", "-journal", ".lock", ".suspect"] {
      let folder = try TemporaryFolder()
      try folder.onceOpen { _ in }
      for wallet in [false, true] {
        let path = (wallet ? folder.store + "/wallet.sqlite" : folder.file) + suffix
        unlink(path)
        try kind.make(at: path)
        let error = #expect(throws: LocalStoreError.self) {
          if wallet {
            _ = try WalletStore.open(folder: folder.store)
          } else {
            _ = try LocalStore.open(folder: folder.store)
          }
        }
        #expect(error?.problem == StorageProblem(path, .occupied(kind.occupant)))
        var status = stat()
        #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG)
      }
    }
  }

  @Test func `a link to a folder is as good as the folder`() throws {
    let folder = try TemporaryFolder()
    try #require(mkdir(folder.path + "/elsewhere", 0o700) == 0)
    try #require(symlink(folder.path + "/elsewhere", folder.path + "/state") == 0)
    try folder.onceOpen { try Samples.fill($0) }
    #expect(access(folder.path + "/elsewhere/loyalhub/store.sqlite", F_OK) == 0)
  }

  @Test func `a file in the place of a folder is named`() throws {
    let folder = try TemporaryFolder()
    try overwrite(folder.path + "/state", with: [1])
    #expect(throws: StorageProblem(folder.path + "/state", .occupied(.file))) {
      try PlainFile.makeFolder(folder.store)
    }
  }

  @Test func `a link that leads nowhere is no folder`() throws {
    let folder = try TemporaryFolder()
    try #require(symlink(folder.path + "/gone", folder.path + "/state") == 0)
    #expect(throws: StorageProblem(folder.path + "/state", .noFolder)) {
      try PlainFile.makeFolder(folder.store)
    }
  }

  @Test func `a trial leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    try PlainFile.makeFolder(folder.store)
    try PlainFile.probe(folder.store)
    #expect(try folder.names() == [])
    #expect(throws: StorageProblem.self) { try PlainFile.probe("/proc/self") }
  }

  @Test func `a store in memory holds what a kept one holds, and no file`() throws {
    let folder = try TemporaryFolder()
    let store = try LocalStore.inMemory()
    try Samples.fill(store)
    #expect(try store.home(latest: 3) == Samples.home())
    withExtendedLifetime(try store.changesLock()) {}
    #expect(access(folder.store, F_OK) != 0)
    #expect(access(":memory:", F_OK) != 0)
  }
}
