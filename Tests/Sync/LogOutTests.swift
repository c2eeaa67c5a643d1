import Contract
import Foundation
import HTTPTypes
import LocalStore
import Loyalty
import TestSupport
import Testing
import Transport

@testable import Sync

struct LogOutTests {
  @Test func `the member's data go, the program stays, and the server is told`() async throws {
    let bench = try await Bench.synced()
    while try await bench.engine.loadOlder(language: .english) {}
    _ = bench.line.take()
    let program = try bench.contents().home.program
    let session = try #require(try bench.session())
    try await bench.engine.logOut(language: .english)
    #expect(bench.line.take().summary == ["DELETE /v1/me/sessions/current 204"])
    #expect(!bench.engine.isSignedIn)
    let contents = try bench.contents()
    #expect(contents.home.program == program)
    #expect(program != nil)
    #expect(contents.home.member == nil)
    #expect(contents.home.card == nil)
    #expect(contents.home.balance == nil)
    #expect(try bench.contents().ledger.isEmpty)
    #expect(try bench.stored() == [.program])

    var request = Route.member.request()
    request.fields.bearerToken = session.accessToken
    #expect(await bench.backend.respond(to: request).status == .unauthorized)
  }

  @Test func `nothing of the member is left in any file`() async throws {
    let bench = try await Bench.synced()
    let session = try #require(try bench.session())
    let card = try #require(try bench.contents().home.card?.value)
    let secrets = [session.accessToken, session.refreshToken, Backend.anna, card]
    #expect(try secrets.allSatisfy { try bench.files(with: $0).isEmpty == false })
    try await bench.engine.logOut(language: .english)
    for secret in secrets { #expect(try bench.files(with: secret) == []) }
  }

  @Test(arguments: [.offline(.refused), .offline(.timedOut), .garbled] as [TransportError.Kind])
  func `without a server one can sign out as well`(kind: TransportError.Kind) async throws {
    let bench = try await Bench.synced()
    bench.line.answer { _ in .failure(kind) }
    try await bench.engine.logOut(language: .english)
    #expect(!bench.engine.isSignedIn)
    #expect(try bench.stored() == [.program])
  }

  @Test func `an access token that has run out is renewed to end its session`() async throws {
    let bench = try await Bench.synced()
    bench.clock.pass(seconds: 901)
    try await bench.engine.logOut(language: .english)
    #expect(
      bench.line.take().summary
        == ["DELETE /v1/me/sessions/current 204", "POST /v1/auth/refresh 200"])
    #expect(!bench.engine.isSignedIn)
  }

  @Test func `an answer that comes too late is not stored`() async throws {
    let bench = try Bench()
    try await bench.signIn()
    let isAsked = Gate()
    let isOut = Gate()
    bench.line.answer(.changes(since: nil)) { [backend = bench.backend] request in
      let response = await backend.respond(to: request)
      isAsked.open()
      await isOut.wait()
      return .response(response)
    }
    async let pull = failure { try await bench.engine.pull(language: .english) }
    await isAsked.wait()
    try await bench.engine.logOut(language: .english)
    isOut.open()
    #expect(await pull == .signedOut)
    #expect(try bench.stored().isSubset(of: [.program]))
    #expect(try bench.contents().ledger.isEmpty)
    #expect(!bench.engine.isSignedIn)
  }

  @Test func `an answer to the member before does not touch what the next one has`() async throws {
    let bench = try await Bench.synced()
    let isAsked = Gate()
    let isOther = Gate()
    bench.line.answer(.changes(since: nil)) { [backend = bench.backend] request in
      isAsked.open()
      await isOther.wait()
      var request = request
      request.target = Route.changes(since: nil).template
      return .response(await backend.respond(to: request))
    }
    async let pull = failure { try await bench.engine.pull(language: .english) }
    await isAsked.wait()
    bench.line.answer(by: nil)
    try await bench.signIn(Backend.other)
    try await bench.process().engine.pull(language: .english)
    let contents = try bench.contents()
    isOther.open()
    #expect(await pull == .signedOut)
    #expect(try bench.contents() == contents)
    #expect(contents.home.balance?.available == .zero)
    #expect(try bench.stored() == Set(Resource.pulled))
  }

  @Test func `signing out with nobody signed in asks nobody`() async throws {
    let bench = try Bench()
    try await bench.engine.logOut(language: .english)
    #expect(bench.line.take().isEmpty)
  }
}

extension Bench {
  /// Names of the machine's files that hold a text.
  func files(with text: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { name in
      try Data(contentsOf: URL(filePath: path(name))).range(of: Data(text.utf8)) != nil
    }
  }
}
