import Contract
import Foundation
import HTTPTypes
import Loyalty
import SQLite
import Testing

@testable import Server

/// What must not be found by who reads the server's files.
struct SecretTests {
  /// Whether a text stands anywhere in the database's files, its log among them.
  private func isKept(_ text: String, _ path: String) throws -> Bool {
    let wanted = Data(text.utf8)
    return try [path, path + "-wal", path + "-journal"].contains { file in
      guard FileManager.default.fileExists(atPath: file) else { return false }
      return try Data(contentsOf: URL(filePath: file)).range(of: wanted) != nil
    }
  }

  private func secrets(_ tokens: SessionTokens) -> [String] {
    [tokens.accessToken, tokens.refreshToken]
  }

  @Test func `no token is in the files, before and after refresh, logout, deletion and purge`()
    async throws
  {
    let bench = try Bench()
    let (challenge, code) = try await bench.code()
    let key = Bench.key()
    let one = try Wire.decode(
      SessionTokens.self, from: await bench.enter(code, challenge, key: key).body)
    let again = try Wire.decode(
      SessionTokens.self, from: await bench.enter(code, challenge, key: key).body)
    let fresh = try Wire.decode(SessionTokens.self, from: await bench.refresh(again).body)
    let other = try await bench.logIn("+79990000001")
    let all = [one, again, fresh, other].flatMap(secrets)
    let check = { () throws in
      for token in all { #expect(try !isKept(token, bench.path)) }
    }
    try check()
    _ = await bench.send(.endSession, token: other.accessToken)
    try check()
    #expect(
      await bench.send(.deleteMember, token: fresh.accessToken).status == .noContent)
    bench.pass(seconds: 40 * 86_400)
    _ = try bench.server.store.purgeSome(now: bench.now)
    try check()
  }

  @Test func `of a deleted member the files hold no phone, name or card once they are emptied`()
    async throws
  {
    let bench = try Bench()
    let token = try await bench.logIn().accessToken
    let patch = ProfilePatch([.email: "anna@mail.example"])
    _ = await bench.send(
      .changeProfile, body: Wire.encode(patch), token: token, key: Bench.key())
    let card = try #require(try bench.server.store.cards(of: .init("mem_anna")).first)
    let traces = [Bench.anna, "Соколова", "anna@mail.example", card.value]
    for trace in traces { #expect(try isKept(trace, bench.path)) }
    _ = await bench.send(.deleteMember, token: token)
    // Nothing else is due, and nobody waits for that.
    #expect(bench.server.pause <= 1000)
    bench.server.purgeWhatIsDue()
    for trace in traces { #expect(try !isKept(trace, bench.path), "\(trace)") }
  }

  @Test func `who was deleted by a server that was killed is gone with the next start`()
    async throws
  {
    let bench = try Bench()
    let token = try await bench.logIn().accessToken
    _ = await bench.send(.deleteMember, token: token)
    #expect(try isKept(Bench.anna, bench.path))
    // NB: the first one has not emptied the log, as one that is killed has not.
    let next = try Bench(sharing: bench)
    #expect(try !isKept(Bench.anna, next.path))
  }

  @Test func `the phone of who asked for a code goes with the code, from the log as well`()
    async throws
  {
    let bench = try Bench()
    _ = await bench.ask("+79990007788")
    #expect(try isKept("+79990007788", bench.path))
    bench.pass(seconds: 86_400 + 60)
    bench.server.purgeWhatIsDue()
    bench.server.purgeWhatIsDue()
    #expect(try !isKept("+79990007788", bench.path))
  }

  @Test func `a login whose answer was lost gets new tokens, and the first session ends`()
    async throws
  {
    let bench = try Bench()
    let (challenge, code) = try await bench.code()
    let key = Bench.key()
    let first = try Wire.decode(
      SessionTokens.self, from: await bench.enter(code, challenge, key: key).body)
    bench.pass(seconds: 59)
    let answer = await bench.enter(code, challenge, key: key)
    #expect(answer.fields[.cacheControl] == "no-store")
    let second = try Wire.decode(SessionTokens.self, from: answer.body)
    #expect(Set(secrets(first) + secrets(second)).count == 4)
    #expect(await bench.send(.member, token: first.accessToken).status == .unauthorized)
    #expect(await bench.refresh(first).status == .unauthorized)
    #expect(await bench.send(.member, token: second.accessToken).status == .ok)
    bench.pass(seconds: 1)
    #expect(await bench.enter(code, challenge, key: key).problem?.code == .otpInvalid)
    #expect(await bench.send(.member, token: second.accessToken).status == .ok)
  }

  @Test func `only the same request repeats a login, and none that was ended meanwhile`()
    async throws
  {
    let bench = try Bench()
    let (challenge, code) = try await bench.code()
    let key = Bench.key()
    let tokens = try Wire.decode(
      SessionTokens.self, from: await bench.enter(code, challenge, key: key).body)
    #expect(await bench.enter(code, challenge).problem?.code == .otpInvalid)
    #expect(
      await bench.enter(Bench.wrong(code), challenge, key: key).problem?.code == .otpInvalid)
    #expect(await bench.send(.member, token: tokens.accessToken).status == .ok)
    _ = await bench.send(.endSession, token: tokens.accessToken)
    #expect(await bench.enter(code, challenge, key: key).problem?.code == .otpInvalid)
  }

  @Test func `a request for a code is known again by its key, and no other request has it`()
    async throws
  {
    let bench = try Bench()
    let key = Bench.key()
    let first = await bench.ask(key: key)
    #expect(await bench.ask(key: key).body == first.body)
    #expect(bench.codes.count == 1)
    #expect(await bench.ask("+79990000001", key: key).problem?.code == .idempotencyMismatch)
    let kept = try bench.server.store.database.read { connection in
      try connection.query("SELECT scope FROM idempotency") { $0.text(0) }
    }
    #expect(kept.isEmpty)
  }

  @Test func `a code is not found by trying all of them on the database`() async throws {
    let bench = try Bench()
    let (challenge, code) = try await bench.code()
    let proof = try bench.server.store.database.read { connection in
      try connection.first("SELECT code FROM challenge") { $0.text(0) }
    }
    let key = try bench.server.store.phoneKey()
    #expect(proof == key.proof(of: code, for: challenge.id))
    #expect(proof != PhoneKey.random().proof(of: code, for: challenge.id))
  }

  @Test func `what an older version kept is gone from the files after the first start`() throws {
    let path = TemporaryFile.path("old.sqlite")
    let kept = "token-that-is-kept"
    let purged = "token-that-was-purged"
    let old = try #require(ServerSchema.migrations.firstIndex(of: ServerSchema.phones))
    do {
      let database = try Database(path: path)
      try database.migrate(Array(ServerSchema.migrations.prefix(old)))
      try database.transaction { connection in
        let program = try ProgramFolder.shipped(.coffee).program
        try connection.execute(
          "INSERT INTO program VALUES (?, ?)",
          [.text("coffee"), .text(String(decoding: Wire.encode(program), as: UTF8.self))])
        for (index, token) in (0..<50).flatMap({ [($0, kept), ($0 + 50, purged)] }) {
          try connection.execute(
            """
            INSERT INTO idempotency (scope, key, request, status, fields, body, created_at)
            VALUES (?, ?, '', 200, '', ?, 0)
            """,
            [
              .text("/v1/auth/otp/verify -"), .text("key\(index)"),
              .blob(Array("\(token)-\(index)\(String(repeating: "x", count: 300))".utf8)),
            ])
        }
      }
      try database.transaction { connection in
        _ = try connection.execute(
          "DELETE FROM idempotency WHERE CAST(substr(key, 4) AS INTEGER) >= 50")
      }
      database.close()
    }
    #expect(try isKept(kept, path) && isKept(purged, path))
    let server = try LoyaltyServer(
      configuration: ServerConfiguration(database: path), sms: Bench.Telephone { _ in },
      clock: { Instant(milliseconds: 1_795_431_900_000) })
    #expect(try !isKept(kept, path) && !isKept(purged, path))
    server.close()
  }
}
