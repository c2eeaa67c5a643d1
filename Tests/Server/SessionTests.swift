import Contract
import HTTPTypes
import Loyalty
import Testing

struct SessionTests {
  @Test(arguments: [nil, "", "nonsense", "a b"] as [String?])
  func `without a session a member's things stay closed`(token: String?) async throws {
    let bench = try Bench()
    for route in Route.all where route.needsSession {
      let response = await bench.send(route, token: token)
      #expect(response.problem?.code == .unauthenticated)
      #expect(response.fields[.wwwAuthenticate] == "Bearer")
    }
  }

  @Test func `an access token lives for fifteen minutes`() async throws {
    let bench = try Bench()
    let tokens = try await bench.signIn()
    #expect(tokens.expiresIn == 900)
    bench.pass(seconds: 899)
    #expect(await bench.send(.member, token: tokens.accessToken).status == .ok)
    bench.pass(seconds: 1)
    #expect(await bench.send(.member, token: tokens.accessToken).status == .unauthorized)
  }

  @Test func `a lost answer to a refresh can be had once more`() async throws {
    let bench = try Bench()
    let first = try await bench.signIn()
    let second = try Wire.decode(SessionTokens.self, from: await bench.refresh(first).body)
    #expect(second.refreshToken != first.refreshToken)
    bench.pass(seconds: 59)
    let again = try Wire.decode(SessionTokens.self, from: await bench.refresh(first).body)
    #expect(again == second)
    #expect(await bench.send(.member, token: again.accessToken).status == .ok)
  }

  @Test(arguments: [true, false])
  func `a stolen refresh token ends the session`(isQuick: Bool) async throws {
    let bench = try Bench()
    let first = try await bench.signIn()
    let second = try Wire.decode(SessionTokens.self, from: await bench.refresh(first).body)
    if isQuick {
      _ = await bench.refresh(first)
    } else {
      bench.pass(seconds: 61)
    }
    #expect(await bench.refresh(first).status == .unauthorized)
    #expect(await bench.refresh(second).status == .unauthorized)
    #expect(await bench.send(.member, token: second.accessToken).status == .unauthorized)
  }

  @Test func `a token that was replaced long ago ends the session too`() async throws {
    let bench = try Bench()
    let first = try await bench.signIn()
    let second = try Wire.decode(SessionTokens.self, from: await bench.refresh(first).body)
    let third = try Wire.decode(SessionTokens.self, from: await bench.refresh(second).body)
    #expect(await bench.refresh(first).status == .unauthorized)
    #expect(await bench.send(.member, token: third.accessToken).status == .unauthorized)
  }

  @Test func `logging out ends this session and no other`() async throws {
    let bench = try Bench()
    let one = try await bench.signIn()
    let other = try await bench.signIn()
    #expect(await bench.send(.endSession, token: one.accessToken).status == .noContent)
    #expect(await bench.send(.member, token: one.accessToken).status == .unauthorized)
    #expect(await bench.refresh(one).status == .unauthorized)
    #expect(await bench.send(.member, token: other.accessToken).status == .ok)
  }

  @Test func `two servers on one database are one server`() async throws {
    let one = try Bench()
    let other = try Bench(sharing: one)
    let challenge = try await one.challenge()
    let tokens = try Wire.decode(
      SessionTokens.self,
      from: await other.verify(challenge, try #require(one.codes.last)).body)
    #expect(await one.send(.balance, token: tokens.accessToken).status == .ok)
    let fresh = try Wire.decode(SessionTokens.self, from: await one.refresh(tokens).body)
    #expect(try Wire.decode(SessionTokens.self, from: await other.refresh(tokens).body) == fresh)
  }
}
