import Contract
import Foundation
import Loyalty
import SQLite
import Testing

@testable import Server

/// Where a server has nothing to serve, it does not start.
struct StartTests {
  private func refusal(_ path: String, seed: Seed? = nil) -> String? {
    do {
      let server = try LoyaltyServer(
        configuration: ServerConfiguration(database: path, seed: seed),
        sms: Bench.Telephone { _ in }, clock: { Instant(milliseconds: 1_795_431_900_000) })
      server.close()
      return nil
    } catch {
      return "\(error)"
    }
  }

  private let words = "there is no program in it"

  @Test func `without a program and a seed no database is made`() throws {
    let path = TemporaryFile.path("server.sqlite")
    #expect(refusal(path)?.contains("the database \(path): \(words)") == true)
    #expect(refusal(path)?.contains("start once with --seed") == true)
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(refusal(":memory:")?.contains(words) == true)
  }

  @Test func `an empty file and a database without a program stay as they are`() throws {
    let path = TemporaryFile.path("server.sqlite")
    #expect(FileManager.default.createFile(atPath: path, contents: Data()))
    #expect(refusal(path)?.contains(words) == true)
    #expect(try Data(contentsOf: URL(filePath: path)).isEmpty)
    // Tables, and nobody has filled them.
    try ServerStore(path: path).database.close()
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(!before.isEmpty && refusal(path)?.contains(words) == true)
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    // The seed is what was missing.
    #expect(refusal(path, seed: .coffee) == nil && refusal(path) == nil)
  }
}
