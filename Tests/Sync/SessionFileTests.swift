import Contract
import Foundation
import LocalStore
import Loyalty
import Testing

@testable import Sync

struct SessionFileTests {
  @Test func `only the owner can read a session`() async throws {
    let bench = try await Bench.synced()
    let inner = SessionFile(folder: bench.path("a/b"))
    let session = try #require(try bench.session())
    try #require(try inner.tryLock()).write(session)
    #expect(try mode(bench.path("session.json")) == 0o600)
    #expect(try mode(bench.path("session.lock")) == 0o600)
    #expect(try mode(bench.path("a")) == 0o700)
    #expect(try mode(bench.path("a/b")) == 0o700)
    #expect(try mode(bench.path("a/b/session.json")) == 0o600)
    #expect(try inner.read() == session)
  }

  @Test func `looking for a session makes no file`() throws {
    let folder = try TemporaryFolder()
    #expect(try SessionFile(folder: folder.path + "/new").read() == nil)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/new"))
  }

  @Test(arguments: [
    "", "{}", "null", "[]", "\0\0\0\0", "{\"family\": \"a\", \"access_to", "\u{FEFF}{}",
    String(repeating: "[", count: 60_000), String(repeating: "x", count: 1 << 20),
  ])
  func `a session that makes no sense signs nobody in`(text: String) async throws {
    let bench = try await Bench.synced()
    try Data(text.utf8).write(to: URL(filePath: bench.path("session.json")))
    #expect(!bench.engine.isSignedIn)
    #expect(!FileManager.default.fileExists(atPath: bench.path("session.json")))
    #expect(FileManager.default.fileExists(atPath: bench.path("session.garbled.json")))
    // As a guest sees it now.
    let summary = try await bench.engine.pull(language: .english)
    #expect(summary == .guestAfterMember)
    try await bench.signIn()
    try await bench.engine.pull(language: .english)
    // There may be a token in what was set aside.
    try await bench.engine.logOut(language: .english)
    #expect(!FileManager.default.fileExists(atPath: bench.path("session.garbled.json")))
  }

  @Test func `half a session that another process is about to replace stays`() async throws {
    let bench = try await Bench.synced()
    let session = try #require(try bench.session())
    let lock = try #require(try bench.sessions.tryLock())
    try Data("{".utf8).write(to: URL(filePath: bench.path("session.json")))
    #expect(!bench.engine.isSignedIn)
    try lock.write(session)
    #expect(try bench.session() == session)
  }

  @Test func `a session is replaced as a whole`() async throws {
    let bench = try await Bench.synced()
    let path = bench.path("session.json")
    let session = try #require(try bench.session())
    let old = try Data(contentsOf: URL(filePath: path))
    // Whoever has the old file open reads the old session to its end.
    try FileManager.default.linkItem(atPath: path, toPath: bench.path("old"))
    var other = session
    other.family = String(repeating: "b", count: 1000)
    try #require(try bench.sessions.tryLock()).write(other)
    #expect(try Data(contentsOf: URL(filePath: bench.path("old"))) == old)
    #expect(try bench.session() == other)
    #expect(!FileManager.default.fileExists(atPath: bench.path("session.json.new")))
  }

  @Test func `what a crash left beside the session does no harm`() async throws {
    let bench = try await Bench.synced()
    let session = try #require(try bench.session())
    // Half written, for all to read, and another's file by a link.
    let victim = bench.path("victim")
    try Data("mine".utf8).write(to: URL(filePath: victim))
    try FileManager.default.createSymbolicLink(
      atPath: bench.path("session.json.new"), withDestinationPath: victim)
    #expect(try bench.session() == session)
    try #require(try bench.sessions.tryLock()).write(session)
    #expect(try String(contentsOfFile: victim, encoding: .utf8) == "mine")
    #expect(try mode(bench.path("session.json")) == 0o600)
    #expect(try bench.session() == session)
  }

  @Test func `readers never meet half a session`() async throws {
    let bench = try await Bench.synced()
    let session = try #require(try bench.session())
    let lock = try #require(try bench.sessions.tryLock())
    async let writing: Void = {
      for number in 0..<200 {
        var next = session
        next.family = String(repeating: "f", count: number * 20)
        try lock.write(next)
        await Task.yield()
      }
    }()
    for _ in 0..<200 {
      #expect(try bench.sessions.contents().session?.member == session.member)
      await Task.yield()
    }
    try await writing
  }

  @Test func `one at a time may change it`() throws {
    let folder = try TemporaryFolder()
    let file = SessionFile(folder: folder.path)
    var lock = try file.tryLock()
    #expect(lock != nil)
    #expect(try SessionFile(folder: folder.path).tryLock() == nil)
    lock = nil
    #expect(try file.tryLock() != nil)
  }

  @Test func `printing a session shows no token`() async throws {
    let session = try #require(try await Bench.synced().session())
    for text in ["\(session)", String(reflecting: session), "\([session])"] {
      #expect(!text.contains(session.accessToken))
      #expect(!text.contains(session.refreshToken))
    }
  }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }
}
