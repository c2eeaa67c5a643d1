import Contract
import HTTPTypes
import LocalStore
import Loyalty
import Testing
import Transport

@testable import Sync

/// The profile and the account, with and without a connection.
struct ProfileTests {
  private func member(_ store: LocalStore) throws -> Member {
    try Wire.decode(Member.self, from: try #require(try store.document(.member)))
  }

  private func writes(_ bench: Bench) -> [Line.Exchange] {
    bench.line.take().filter { [.patch, .delete].contains($0.request.method) }
  }

  @Test func `a change of the profile waits, is sent once, and takes its place`() async throws {
    let bench = try await Bench.synced()
    bench.line.answer { _ in .failure(.offline(.dropped)) }
    try bench.engine.change(ProfilePatch([.firstName: "Аня"]))
    try bench.engine.set([
      Consent.Change(id: .init("marketing"), isGiven: true, version: "2026-01")
    ])
    let keys = try bench.store.outbox().map(\.key)
    _ = await failure { try await bench.engine.pull(language: .english) }
    #expect(try bench.store.outbox().map(\.key) == keys)
    _ = bench.line.take()
    bench.line.answer(by: nil)
    #expect(try await bench.engine.sendOutbox(language: .english).isEmpty)
    let sent = writes(bench)
    #expect(sent.map { $0.request.fields[.idempotencyKey] } == keys)
    // Before any pull the store has the answer, the first frame's name too.
    #expect(try member(bench.store).name == "Аня Соколова")
    #expect(try bench.contents().home.member?.name == "Аня Соколова")
    let body = try #require(try bench.store.document(.consents))
    let given = try Wire.decode(Consents.self, from: body).consents.filter(\.isGiven)
    #expect(given.map(\.id.rawValue) == ["terms", "marketing"])
    try await bench.engine.pull(language: .english)
    #expect(writes(bench).isEmpty)
    #expect(try bench.store.outbox().isEmpty)
  }

  @Test func `a refused profile comes back with what was typed`() async throws {
    let bench = try await Bench.synced()
    let patch = ProfilePatch([.email: "nonsense", .city: "Тверь"])
    try bench.engine.change(patch)
    try bench.engine.set(
      Preference.Change(category: .init(rawValue: "weather"), channel: .push, isEnabled: true))
    let summary = try await bench.engine.pull(language: .english)
    #expect(summary.refusals.map(\.item.kind) == [.profile, .preferences])
    let first = try #require(summary.refusals.first)
    #expect(try Wire.decode(ProfilePatch.self, from: first.item.body) == patch)
    #expect(first.problem.errors.map(\.pointer) == ["/email"])
    #expect(try member(bench.store).city == nil)
    #expect(try bench.store.outbox().isEmpty)
  }

  @Test func `what waits shows at once`() async throws {
    let bench = try await Bench.synced()
    try bench.engine.change(ProfilePatch([.lastName: nil]))
    try bench.engine.set([Consent.Change(id: .init("profiling"), isGiven: true, version: "v")])
    var member = try member(bench.store)
    var consents = try Wire.decode(
      Consents.self, from: try #require(try bench.store.document(.consents)))
    for item in try bench.store.outbox() {
      member.apply(item)
      consents.apply(item)
    }
    #expect(member.name == "Анна")
    let profiling = consents.consents.last
    #expect(profiling?.givenAt == bench.clock.now && profiling?.givenVersion == "v")
  }

  @Test func `deleting the account leaves nothing on the machine`() async throws {
    let bench = try await Bench.synced()
    try bench.engine.change(ProfilePatch([.city: "Тверь"]))
    #expect(try await bench.engine.deleteAccount(language: .english))
    #expect(!bench.engine.isSignedIn)
    #expect(try bench.stored() == [.program])
    #expect(try bench.files(with: Backend.anna) == [])
    #expect(try bench.store.outbox().isEmpty)
  }

  @Test func `a deletion whose answer got lost is done by its repetition`() async throws {
    let bench = try await Bench.synced()
    bench.line.answer { [backend = bench.backend] request in
      _ = await backend.respond(to: request)
      return .failure(.offline(.timedOut))
    }
    let failure = await failure {
      _ = try await bench.engine.deleteAccount(language: .english)
    }
    #expect(failure?.isOffline == true)
    // The member sees their data until they know.
    #expect(bench.engine.isSignedIn)
    bench.line.answer(by: nil)
    #expect(try await !bench.engine.deleteAccount(language: .english))
    #expect(!bench.engine.isSignedIn)
    #expect(try bench.stored() == [.program])
  }

  @Test func `offline nothing is deleted`() async throws {
    let bench = try await Bench.synced()
    let before = try bench.contents()
    bench.line.answer { _ in .failure(.offline(.refused)) }
    let failure = await failure {
      _ = try await bench.engine.deleteAccount(language: .english)
    }
    #expect(failure?.isOffline == true)
    #expect(bench.engine.isSignedIn)
    #expect(try bench.contents() == before)
  }

  @Test func `sessions name this program, and others end`() async throws {
    let bench = try await Bench.synced()
    // The session of before stays on the server.
    try await bench.signIn()
    let sessions = try await bench.engine.loginSessions(language: .english)
    #expect(sessions.body.data.map(\.device) == ["Loyalhub-TUI", "Loyalhub-TUI"])
    #expect(sessions.body.data.count(where: \.isCurrent) == 1)
    try await bench.engine.endSession(nil, language: .english)
    try await bench.engine.endSession(.init("ses_none"), language: .english)
    let left = try await bench.engine.loginSessions(language: .english)
    #expect(left.body.data.count == 1)
    // What was answered last is what stands in the store.
    let stored = try #require(try bench.store.document(.sessions))
    #expect(try Wire.decode(Page<LoginSession>.self, from: stored) == left.body)
    #expect(bench.engine.takeArrived().contains(.sessions))
  }

  @Test func `an export is kept byte for byte, and nonsense is none`() async throws {
    let bench = try await Bench.synced()
    _ = bench.line.take()
    let bytes = try await bench.engine.export(language: .english)
    // Of 100,000 lines it is 54 MB, which a small server works on for a while.
    let limits = try #require(bench.line.take().last { $0.path == "/v1/me/export" }).limits
    #expect(limits.body >= 54_000_000)
    #expect(try #require(limits.total) >= .seconds(60))
    #expect(try #require(limits.stall) >= .seconds(60))
    #expect(try Wire.decode(MemberExport.self, from: bytes).member.phone == Backend.anna)
    bench.line.answer(.export) { _ in .response(.json(["un": "heard"])) }
    let failure = await failure { _ = try await bench.engine.export(language: .english) }
    #expect(failure?.isGarbled == true)
  }
}
