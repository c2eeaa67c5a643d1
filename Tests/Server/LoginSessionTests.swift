import Contract
import HTTPTypes
import Loyalty
import Testing

struct LoginSessionTests {
  private func sessions(_ bench: Bench, _ token: String) async throws -> [LoginSession] {
    let body = await bench.send(.sessions, token: token).body
    return try Wire.decode(Page<LoginSession>.self, from: body).data
  }

  private func signIn(_ bench: Bench, agent: String) async throws -> SessionTokens {
    let challenge = try await bench.challenge()
    let code = try #require(bench.codes.last)
    let answer = await bench.send(
      .verifyCode,
      body: Wire.encode(CodeVerification(challengeID: challenge.id, code: code)),
      key: Bench.key(), fields: [.userAgent: agent])
    return try Wire.decode(SessionTokens.self, from: answer.body)
  }

  @Test func `sessions say what and when, the last used first`() async throws {
    let bench = try Bench()
    let one = try await signIn(bench, agent: "Phone/1 (\(String(repeating: "x", count: 300)))")
    let start = bench.now
    bench.pass(seconds: 100)
    let other = try await signIn(bench, agent: "Laptop/2")
    let seen = try await sessions(bench, other.accessToken)
    #expect(seen.map(\.isCurrent) == [true, false])
    #expect(seen.map(\.createdAt) == [bench.now, start])
    #expect(seen.map(\.lastUsedAt) == [bench.now, start])
    #expect(seen.first?.device == "Laptop/2" && seen.last?.device?.count == 120)
    bench.pass(seconds: 30)
    _ = await bench.send(.member, token: one.accessToken)
    let used = try await sessions(bench, one.accessToken)
    #expect(used.map(\.isCurrent) == [true, false])
    #expect(used.first?.lastUsedAt == bench.now)
    // To the minute: a second later it is not written again.
    bench.pass(seconds: 1)
    #expect(try await sessions(bench, one.accessToken) == used)
  }

  @Test func `one session ends by its name, twice is the same, another member's stays`()
    async throws
  {
    let bench = try Bench()
    let mine = try await bench.signIn()
    let old = try await bench.signIn()
    let stranger = try await bench.signIn("+79990000001")
    let id = try #require(
      try await sessions(bench, mine.accessToken).first { !$0.isCurrent }?.id)
    let foreign = try #require(try await sessions(bench, stranger.accessToken).first?.id)
    for id in [id, id, foreign, .init("ses_none")] {
      let answer = await bench.send(.endNamedSession(id), token: mine.accessToken)
      #expect(answer.status == .noContent)
    }
    #expect(await bench.send(.member, token: old.accessToken).status == .unauthorized)
    #expect(await bench.refresh(old).status == .unauthorized)
    #expect(await bench.send(.member, token: stranger.accessToken).status == .ok)
    #expect(try await sessions(bench, mine.accessToken).count == 1)
  }

  @Test func `all others end, this one stays`() async throws {
    let bench = try Bench()
    let mine = try await bench.signIn()
    let others = [try await bench.signIn(), try await bench.signIn()]
    for _ in 0..<2 {
      let answer = await bench.send(.endOtherSessions, token: mine.accessToken)
      #expect(answer.status == .noContent)
    }
    for other in others { #expect(await bench.refresh(other).status == .unauthorized) }
    #expect(try await sessions(bench, mine.accessToken).map(\.isCurrent) == [true])
  }

  @Test func `the end of the current one by its name is a logout`() async throws {
    let bench = try Bench()
    let mine = try await bench.signIn()
    let id = try #require(try await sessions(bench, mine.accessToken).first?.id)
    _ = await bench.send(.endNamedSession(id), token: mine.accessToken)
    #expect(await bench.send(.member, token: mine.accessToken).status == .unauthorized)
  }
}
