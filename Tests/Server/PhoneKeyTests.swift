import Contract
import Foundation
import Loyalty
import SQLite
import Synchronization
import TestSupport
import Testing

@testable import Server

struct PhoneKeyTests {
  static let text = "4f0a91c27be86d35f2081ca97e4b63d05a17fc8e2490db36e86b75c3129df40a"

  private func open(
    _ path: String, _ source: PhoneKeySource = .file, forgetting: Bool = false
  ) throws -> PhoneKey {
    let store = try ServerStore(
      ServerConfiguration(
        database: path, phoneKey: source, forgetsPhones: forgetting, patience: 20_000),
      needsProgram: false)
    defer { store.database.close() }
    return try store.phoneKey()
  }

  private func remember(_ path: String) throws {
    let database = try Database(path: path)
    try database.transaction { connection in
      _ = try connection.execute("INSERT INTO phone_memory VALUES ('x', 'bought', '', 1, 0)")
    }
    database.close()
  }

  private func refusal(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "nothing"
    } catch {
      return "\(error)"
    }
  }

  @Test func `the key is a file that is the owner's alone, made once and found again`() throws {
    let path = TemporaryFile.path("server.sqlite")
    let key = try open(path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path + ".phone-key")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(attributes[.size] as? Int == 65)
    #expect(try open(path).fingerprint == key.fingerprint)
    // By another way to the same file, too.
    let link = TemporaryFile.path("link.sqlite")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    #expect(try open(link).fingerprint == key.fingerprint)
    #expect(!FileManager.default.fileExists(atPath: link + ".phone-key"))
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        == ["server.sqlite", "server.sqlite.phone-key"])
  }

  @Test func `instances that start at once have one key`() async throws {
    let path = TemporaryFile.path("server.sqlite")
    let keys = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<4 { group.addTask { try open(path).fingerprint } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(keys.count == 1)
  }

  @Test func `a database in memory brings its own`() throws {
    #expect(try open(":memory:").fingerprint != open(":memory:").fingerprint)
  }

  @Test(arguments: [0o640, 0o604, 0o660])
  func `a file that others may read is refused, with what to do`(mode: Int) throws {
    let path = TemporaryFile.path("server.sqlite")
    _ = try open(path)
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: path + ".phone-key")
    #expect(refusal { _ = try open(path) }.contains("chmod 600"))
  }

  @Test(arguments: [
    (ENOSPC, "No space left on device; make room on its disk"),
    (EROFS, "Read-only file system; put the database on a disk that can be written"),
    (EACCES, "Permission denied; the server's user must be able to make it and read it"),
  ])
  func `what the system refuses is said with what helps`(code: Int32, words: String) {
    let refusal = PhoneKeyRefusal.system("/db.phone-key", code).description
    #expect(refusal == "the phone key /db.phone-key: \(words), or set LOYALHUB_PHONE_KEY")
  }

  @Test func `what is no file is refused by its kind and nothing waits for it`() throws {
    let path = TemporaryFile.path("server.sqlite")
    let file = path + ".phone-key"
    let target = TemporaryFile.path("elsewhere")
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: target)
    #expect(refusal { _ = try open(path) }.contains("is a link"))
    try FileManager.default.removeItem(atPath: file)
    #expect(mkfifo(file, 0o600) == 0)
    #expect(refusal { _ = try open(path) }.contains("is a pipe"))
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
    #expect(refusal { _ = try open(path) }.contains("is a folder"))
    // What can be refused before makes no database.
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: [
    "", "secret", String(repeating: "00", count: 32), PhoneKeyTests.text + "0",
    PhoneKeyTests.text + "\n\n",
  ])
  func `what is no key is refused`(contents: String) throws {
    let path = TemporaryFile.path("server.sqlite")
    #expect(
      FileManager.default.createFile(
        atPath: path + ".phone-key", contents: Data(contents.utf8),
        attributes: [.posixPermissions: 0o600]))
    #expect(refusal { _ = try open(path) }.contains("holds no key of 64 hexadecimal digits"))
    let words = refusal { _ = try open(path, .text(contents)) }
    #expect(words.contains("that came by chance"))
    #expect(words.contains("openssl rand -hex 32"))
  }

  @Test func `a key that is lost is refused while phones are remembered by it`() throws {
    let path = TemporaryFile.path("server.sqlite")
    let first = try open(path)
    try FileManager.default.removeItem(atPath: path + ".phone-key")
    // A copy of a database that remembers nobody begins anew.
    let second = try open(path)
    #expect(second.fingerprint != first.fingerprint)
    try remember(path)
    try FileManager.default.removeItem(atPath: path + ".phone-key")
    #expect(refusal { _ = try open(path) }.contains("it is gone"))
    #expect(!FileManager.default.fileExists(atPath: path + ".phone-key"))
    #expect(
      refusal { _ = try open(path, .text(Self.text)) }.contains("LOYALHUB_PHONE_KEY is another key")
    )
    let third = try open(path, forgetting: true)
    #expect(try open(path).fingerprint == third.fingerprint)
  }

  @Test func `a key of the environment is the same for all, or refused`() throws {
    let path = TemporaryFile.path("server.sqlite")
    let key = try open(path, .text(Self.text))
    #expect(!FileManager.default.fileExists(atPath: path + ".phone-key"))
    #expect(try open(path, .text(Self.text.uppercased())).fingerprint == key.fingerprint)
    let other = String(Self.text.reversed())
    #expect(refusal { _ = try open(path, .text(other)) }.contains("set that one on all"))
    #expect(refusal { _ = try open(path) }.contains("set it as on all other instances"))
    #expect(!FileManager.default.fileExists(atPath: path + ".phone-key"))
  }

  @Test func `tools that need none neither make nor read one`() throws {
    let path = TemporaryFile.path("server.sqlite")
    #expect(throws: MissingPhoneKey.self) { try open(path, .none) }
    #expect(!FileManager.default.fileExists(atPath: path + ".phone-key"))
  }

  @Test func `phones are named alike however they are typed, and apart from all else`() throws {
    let key = try #require(PhoneKey(hexadecimal: Self.text))
    let phones = ["+79161234567", "8 916 123-45-67", "9161234567", "007 916 1234567"]
    let names = Set(try phones.map { key.name(of: try #require(PhoneNumber($0))) })
    #expect(names.count == 1)
    #expect(names.first != key.name(of: ClientAddress(key: "+79161234567")))
    #expect(key.hexadecimal == Self.text)
  }
}
