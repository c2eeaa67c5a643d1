import Foundation
import Loyalty
import Testing

@testable import Client

/// What goes from the disk when a machine is to forget, and what does not.
struct ForgettingTests {
  private func make(_ path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(filePath: path))
  }

  private func files(_ root: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root).filter { path in
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(
        atPath: "\(root)/\(path)", isDirectory: &isFolder)
      return isThere && !isFolder.boolValue
    }.sorted()
  }

  private func fill(_ folders: Folders, beside other: String) throws {
    for path in [
      "\(folders.config)/config.yaml", "\(folders.config)/accounts.json",
      "\(folders.data)/shop-1/store.sqlite", "\(folders.data)/wallet.sqlite",
      "\(folders.data)/wallet.sqlite-wal", "\(folders.state)/shop-1/session.json",
      "\(folders.state)/loyalhub.log", "\(other)/mine.txt",
    ] { try make(path) }
    // A link goes; what it leads to is somebody else's.
    try FileManager.default.createSymbolicLink(
      atPath: "\(folders.data)/link", withDestinationPath: other)
    try ForgettingPlan(accounts: [], takesWallet: false).write(folders)
  }

  @Test func `all goes but the wallet, and nothing that a link leads to`() throws {
    let root = TemporaryFolder()
    let folders = Folders(below: root.path + "/home")
    try fill(folders, beside: root.path + "/other")
    #expect(ForgettingFolders(folders: folders, takesWallet: false).remove() == [])
    #expect(
      try files(root.path) == [
        "home/data/wallet.sqlite", "home/data/wallet.sqlite-wal", "other/mine.txt",
      ])
    #expect(!ForgettingPlan.exists(folders))
    // Once more, as who was killed in the middle does.
    #expect(ForgettingFolders(folders: folders, takesWallet: true).remove() == [])
    #expect(try files(root.path) == ["other/mine.txt"])
  }

  @Test func `a plan outlives what goes before it, and half a plan keeps the wallet`() throws {
    let root = TemporaryFolder()
    let folders = Folders(below: root.path)
    #expect(ForgettingPlan.read(folders) == nil)
    let plan = ForgettingPlan(accounts: ["https://a.example"], takesWallet: true)
    try plan.write(folders)
    #expect(ForgettingPlan.read(folders) == plan)
    try Data("{".utf8).write(to: URL(filePath: ForgettingPlan.path(folders)))
    #expect(ForgettingPlan.read(folders) == ForgettingPlan(accounts: [], takesWallet: false))
  }

  @Test func `one takes all away when nobody else is there`() throws {
    let root = TemporaryFolder()
    let folders = Folders(below: root.path)
    let (one, other) = (OpenWindows(), OpenWindows())
    #expect(one.enter(folders) && other.enter(folders))
    #expect(!one.claim(folders))
    // Who was refused is still there for others.
    #expect(!other.claim(folders))
    other.leave(folders)
    #expect(one.claim(folders) && !other.enter(folders))
    one.leave(folders)
    #expect(other.enter(folders))
    other.leave(folders)
  }

  @Test func `who has logged in by a link has an account beside the one of before`() throws {
    let root = TemporaryFolder()
    let folders = Folders(below: root.path)
    let file = AccountFile(folder: folders.config)
    // The only one needs no list.
    _ = try Accounts(folders: folders, opening: "https://a.example").keepCurrent()
    #expect(try file.read().contents.accounts == [])
    let accounts = try Accounts(
      folders: folders, opening: "https://b.example", beside: "https://a.example")
    #expect(try accounts.keepCurrent() == nil)
    let contents = try file.read().contents
    #expect(contents.accounts.map(\.server) == ["https://a.example", "https://b.example"])
    #expect(contents.current == "https://b.example")
  }
}
