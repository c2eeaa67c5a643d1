import Contract
import Foundation
import HTTPTypes
import LocalStore
import Loyalty
import Synchronization
import Testing
import Transport

@testable import Sync

struct RefreshTests {
  /// The machine's clock tells it that the token has run out, or the server's 401 does.
  @Test(arguments: [true, false])
  func `twenty at once across an expiry refresh once`(knowsExpiry: Bool) async throws {
    let bench = try await Bench.synced(hasOwnClock: !knowsExpiry)
    let old = try #require(try bench.session())
    bench.clock.pass(seconds: 901)
    try await withThrowingTaskGroup { group in
      for _ in 0..<20 {
        group.addTask { _ = try await bench.engine.pull(language: .english) }
      }
      try await group.waitForAll()
    }
    let exchanges = bench.line.take()
    #expect(exchanges.count(of: .refreshSession) == 1)
    #expect(exchanges.contains { $0.status == 401 } == !knowsExpiry)
    let new = try #require(try bench.session())
    #expect(new.accessToken != old.accessToken)
    #expect((new.family, new.member) == (old.family, old.member))
  }

  @Test func `a token that is about to end is renewed before it is used`() async throws {
    let bench = try await Bench.synced()
    bench.clock.pass(seconds: 879)
    try await bench.engine.pull(language: .english)
    #expect(bench.line.take().count(of: .refreshSession) == 0)
    bench.clock.pass(seconds: 1)
    try await bench.engine.pull(language: .english)
    let exchanges = bench.line.take()
    #expect(exchanges.count(of: .refreshSession) == 1)
    #expect(exchanges.allSatisfy { $0.status == 200 || $0.status == 304 })
  }

  @Test func `the lost answer of a refresh is had once more`() async throws {
    let bench = try await Bench.synced()
    bench.clock.pass(seconds: 901)
    let isFirst = Atomic(true)
    bench.line.answer(.refreshSession) { request in
      guard isFirst.exchange(false, ordering: .relaxed) else { return nil }
      _ = await bench.backend.respond(to: request)
      return .failure(.offline(.dropped))
    }
    try await bench.engine.pull(language: .english)
    #expect(bench.line.take().count(of: .refreshSession) == 2)
    #expect(bench.engine.isSignedIn)
  }

  @Test(
    arguments: [
      .failure(.offline(.refused)), .failure(.offline(.timedOut)), .failure(.truncated),
      .failure(.garbled), .response(Response(status: .serviceUnavailable)),
      .response(Response(status: .internalServerError)),
      .response(.json(["access_token": "a"])),
    ] as [Line.Answer])
  func `a refresh that fails signs nobody out`(answer: Line.Answer) async throws {
    let bench = try await Bench.synced()
    let session = try bench.session()
    bench.clock.pass(seconds: 901)
    bench.line.answer(.refreshSession) { _ in answer }
    let failure = await failure { try await bench.engine.pull(language: .english) }
    #expect(failure?.isOffline == true || failure?.isGarbled == true)
    #expect(try bench.session() == session)
    bench.line.answer(by: nil)
    try await bench.engine.pull(language: .english)
  }

  @Test func `without room for new tokens none are asked for`() async throws {
    let bench = try await Bench.synced()
    let session = try bench.session()
    bench.clock.pass(seconds: 901)
    try FileManager.default.createDirectory(
      atPath: bench.path("session.json.new"), withIntermediateDirectories: false)
    let failure = await failure { try await bench.engine.pull(language: .english) }
    guard case .store = failure else {
      Issue.record("not of the store: \(String(describing: failure))")
      return
    }
    #expect(bench.line.take().count(of: .refreshSession) == 0)
    #expect(try bench.session() == session)
  }

  @Test(arguments: [true, false])
  func `a session that the server has ended is over here too`(isStale: Bool) async throws {
    let bench = try await Bench.synced()
    try await bench.revoke()
    if isStale { bench.clock.pass(seconds: 901) }
    await #expect(throws: SyncFailure.signedOut) {
      try await bench.engine.pull(language: .english)
    }
    #expect(!bench.engine.isSignedIn)
    #expect(bench.line.take().count(of: .refreshSession) == 1)
    #expect(!FileManager.default.fileExists(atPath: bench.path("session.json")))
    // From here on nobody is signed in.
    let summary = try await bench.engine.pull(language: .english)
    #expect(summary == .guestAfterMember)
    try await bench.signIn()
    try await bench.engine.pull(language: .english)
  }
}

extension Bench {
  /// As when the member ends the session on another device.
  func revoke() async throws {
    var request = Route.endSession.request()
    request.fields.bearerToken = try #require(try session()).accessToken
    let response = await backend.respond(to: request)
    #expect(response.status == .noContent)
  }
}
