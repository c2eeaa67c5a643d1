import Contract
import HTTPTypes
import LocalStore
import Loyalty
import Testing
import Transport

@testable import Sync

struct GuestTests {
  @Test func `what a guest was sent is dropped when somebody has signed in meanwhile`() async throws
  {
    let bench = try Bench()
    bench.line.answer(.changes(since: nil)) {
      [backend = bench.backend, sessions = bench.sessions, clock = bench.clock] request in
      let tokens = SessionTokens(
        accessToken: "a", refreshToken: "r", expiresIn: 900, roles: [.member])
      do {
        try sessions.tryLock()?.save(
          Session(family: "f", member: nil, tokens: tokens, now: clock.now))
      } catch {
        Issue.record(error)
      }
      return .response(await backend.respond(to: request))
    }
    let pull = Pull(engine: bench.engine, family: nil, language: .english)
    #expect(try await pull.changes(isNew: false) == PullSummary())
    #expect(try bench.store.changesToken() == nil)
    #expect(try bench.store.document(.rewards) == nil)
  }

  @Test func `who logs in after looking around gets what is theirs`() async throws {
    let bench = try Bench()
    try await bench.engine.pull(language: .english)
    let published = try #require(try bench.store.document(.rewards))
    try await bench.signIn()
    try await bench.engine.pull(language: .english)
    #expect(try bench.store.document(.rewards) != published)
    #expect(try bench.contents().home.balance != nil)
    try await bench.engine.logOut(language: .english)
    try await bench.engine.pull(language: .english)
    #expect(try bench.store.document(.rewards) == published)
    #expect(try bench.contents().home.balance == nil)
  }
}
