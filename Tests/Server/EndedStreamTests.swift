import Contract
import HTTPTypes
import Loyalty
import Testing

@testable import Server

/// Whoever is signed out hears nothing more.
struct EndedStreamTests {
  private func open(_ bench: Bench, _ tokens: SessionTokens?) async throws -> EventStream {
    var request = Route.events.request()
    request.fields.bearerToken = tokens?.accessToken
    return try #require(await bench.server.answer(to: request).stream)
  }

  /// What can no longer be sent to has ended.
  private func isOpen(_ stream: EventStream) -> Bool { stream.send([1]) }

  @Test func `logging out ends the session's streams at once, and no others`() async throws {
    let bench = try Bench()
    let (mine, other) = (try await bench.logIn(), try await bench.logIn())
    let streams = [try await open(bench, mine), try await open(bench, mine)]
    let others = [try await open(bench, other), try await open(bench, nil)]
    _ = await bench.send(.endSession, token: mine.accessToken)
    #expect(streams.map(isOpen) == [false, false])
    #expect(others.map(isOpen) == [true, true])
  }

  @Test func `whatever ends a session ends its streams`() async throws {
    let bench = try Bench()
    let (mine, other) = (try await bench.logIn(), try await bench.logIn())
    let stream = try await open(bench, other)
    _ = await bench.send(.endOtherSessions, token: mine.accessToken)
    #expect(!isOpen(stream))

    // A refresh token that is shown for a third time.
    let stolen = try await open(bench, mine)
    let fresh = try Wire.decode(SessionTokens.self, from: await bench.refresh(mine).body)
    for _ in 0..<2 { _ = await bench.refresh(mine) }
    #expect(!isOpen(stolen))
    #expect(await bench.send(.member, token: fresh.accessToken).status == .unauthorized)

    // A login that is repeated.
    bench.pass(seconds: 61)
    let (challenge, code) = try await bench.code()
    let key = Bench.key()
    let first = try Wire.decode(
      SessionTokens.self, from: await bench.enter(code, challenge, key: key).body)
    let lost = try await open(bench, first)
    let second = try Wire.decode(
      SessionTokens.self, from: await bench.enter(code, challenge, key: key).body)
    #expect(!isOpen(lost))

    let last = try await open(bench, second)
    _ = await bench.send(.deleteMember, token: second.accessToken)
    #expect(!isOpen(last))
  }

  @Test func `on another instance they end with the next beat`() async throws {
    let bench = try Bench()
    let beside = try Bench(seed: nil, sharing: bench)
    let mine = try await bench.logIn()
    let stream = try await open(beside, mine)
    _ = await bench.send(.endSession, token: mine.accessToken)
    beside.server.beat()
    #expect(!isOpen(stream))
  }
}
