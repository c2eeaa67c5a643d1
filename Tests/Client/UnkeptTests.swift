import App
import Foundation
import Loyalty
import Sync
import Testing
import Transport

@testable import Client

/// Homes in which nothing can be kept.
struct UnkeptTests {
  @Test func `where nothing can be kept the app works in memory and says so once`() async throws {
    try await onThread {
      let server = try Wiring.inProcess.open()
      defer { server.stop() }
      let folder = TemporaryFolder()
      try Data([1]).write(to: URL(filePath: folder.path + "/data"))
      let app = try server.signedIn(home: folder.path)
      #expect(app.text("home.balance")?.hasSuffix("points") == true)
      let told = app.state.toasts.filter { $0.text.contains("Nothing is kept") }
      #expect(told.count == 1)
      #expect(told.first?.text.contains("\(folder.path)/data: is a file, not a folder") == true)
      let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { "\($0)" } ?? []
      #expect(!names.contains { $0.hasSuffix("session.json") || $0.contains(".sqlite") })
      #expect(try Data(contentsOf: URL(filePath: folder.path + "/data")) == Data([1]))
    }
  }

  @Test func `a session that cannot be read keeps the rest from being kept too`() async throws {
    try await onThread {
      let server = try Wiring.inProcess.open()
      defer { server.stop() }
      let folder = TemporaryFolder()
      let session = folder.path + "/state/test/session.json"
      try FileManager.default.createDirectory(atPath: session, withIntermediateDirectories: true)
      let app = try server.launch(home: folder.path)
      try app.wait("the program") { $0.state.program != nil && $0.isIdle }
      #expect(
        app.state.toasts.first?.text.contains("\(session): is a folder, not a file") == true)
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/data"))
    }
  }

  @Test func `what the disk refuses on the way is told as such`() {
    let problem = StorageProblem("/home/anna", .readOnly)
    #expect(Trouble(SyncFailure.store("x", problem)) == .storage(problem))
    #expect(Trouble(SyncFailure.store("x")) == .local(.other))
  }

  @Test func `what has no place is told once, whatever account is opened`() throws {
    let folder = TemporaryFolder()
    let accounts = try Accounts(
      folders: Folders(below: folder.path), opening: "https://127.0.0.1:9")
    #expect(accounts.isNew(.noHome))
    #expect(!accounts.isNew(StorageProblem("/x", .full)))
  }

  @Test func `an account goes by one form of its address, an old one as it was typed`() throws {
    let folder = TemporaryFolder()
    let folders = Folders(below: folder.path)
    let serverAddress = try ServerAddress("https://Shop.example/")
    #expect(
      Accounts.key(for: serverAddress, typed: "https://Shop.example/", folders)
        == "https://shop.example")
    try Folders.make("\(folders.data)/\(Folders.name(for: "https://Shop.example/"))")
    #expect(
      Accounts.key(for: serverAddress, typed: "https://Shop.example/", folders)
        == "https://Shop.example/")
  }
}
