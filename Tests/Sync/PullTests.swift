import Contract
import HTTPTypes
import LocalStore
import Loyalty
import Synchronization
import TestSupport
import Testing

@testable import Sync

struct PullTests {
  @Test func `without a session comes what is published, and nothing else`() async throws {
    let bench = try Bench()
    #expect(bench.line.take().isEmpty)
    let summary = try await bench.engine.pull(language: .russian)
    #expect(summary == PullSummary(updated: Set(Resource.published)))
    let exchanges = bench.line.take()
    #expect(exchanges.summary == ["GET /v1/changes 200"])
    #expect(exchanges.first?.request.fields[.authorization] == nil)
    #expect(exchanges.first?.request.fields[.acceptLanguage] == "ru")
    #expect(try bench.store.home(latest: 1).program != nil)
    await #expect(throws: SyncFailure.signedOut) {
      try await bench.engine.loadOlder(language: .english)
    }
  }

  @Test func `the first pull shops what the home screen shows`() async throws {
    let bench = try Bench()
    try await bench.signIn()
    _ = bench.line.take()
    let summary = try await bench.engine.pull(language: .english)
    #expect(summary == PullSummary(updated: Set(Resource.pulled)))
    #expect(bench.line.take().summary == ["GET /v1/changes 200"])
    let home = try bench.store.home(latest: 3)
    #expect(home.program?.languages.contains(.russian) == true)
    #expect(home.member?.phone == Backend.anna)
    #expect(home.card?.value.isEmpty == false)
    #expect(home.balance?.pending == Points(35))
    #expect(home.balanceFetchedAt == bench.clock.now)
    #expect(home.latest.count == 3)
    #expect(try bench.contents().ledger.count == PageQuery().limit)
    #expect(try bench.session()?.member == home.member?.id)
    #expect(try bench.session()?.roles == [.member])
  }

  @Test func `a second pull brings nothing but confirmations`() async throws {
    let bench = try await Bench.synced()
    let before = try bench.contents()
    bench.clock.pass(seconds: 60)
    let summary = try await bench.engine.pull(language: .english)
    #expect(summary == PullSummary(confirmed: Set(Resource.pulled)))
    let exchanges = bench.line.take()
    #expect(exchanges.summary == ["GET /v1/changes 200"])
    #expect(exchanges.allSatisfy { $0.request.target.contains("since=") })
    #expect(try bench.contents() == before)
    #expect(try bench.store.home(latest: 0).balanceFetchedAt == bench.clock.now)
  }

  @Test func `what came is told once, and all of it when another process has written`() async throws
  {
    let bench = try await Bench.synced()
    #expect(bench.engine.takeArrived() == Set(Resource.pulled))
    try await bench.engine.pull(language: .english)
    #expect(bench.engine.takeArrived().isEmpty)
    // The points on the way arrive, and it is another process that stores them.
    bench.clock.pass(seconds: 3 * 86_400)
    try await bench.process().engine.pull(language: .english)
    try await bench.engine.pull(language: .english)
    #expect(bench.engine.takeArrived() == Set(Resource.pulled))
    #expect(bench.engine.takeArrived().isEmpty)
  }

  @Test func `what came before a pull failed is told, and what was sent of the outbox`()
    async throws
  {
    let bench = try await Bench.synced()
    _ = bench.engine.takeArrived()
    try bench.engine.set(Preference.Change(category: .points, channel: .push, isEnabled: false))
    bench.line.answer(.changes(since: nil)) { _ in .response(Response(status: .badGateway)) }
    _ = await failure { try await bench.engine.pull(language: .english) }
    // The inbox says whether anything still waits.
    #expect(bench.engine.takeArrived() == [.preferences, .notifications])
  }

  @Test func `only what has changed is sent and written`() async throws {
    let bench = try await Bench.synced()
    let before = try bench.contents()
    // The points on the way arrive.
    bench.clock.pass(seconds: 3 * 86_400)
    let summary = try await bench.engine.pull(language: .english)
    // More points may put more rewards within reach, and time opens and closes promotions
    // and stores.
    let either: Set<Resource> = [.rewards, .promotions, .shops]
    let updated: Set<Resource> = [.balance, .ledger, .explanation, .tier]
    #expect(summary.updated.subtracting(either) == updated)
    #expect(
      summary.confirmed.subtracting(either)
        == Set(Resource.pulled).subtracting(updated).subtracting(either))
    let after = try bench.contents()
    #expect(after.home.balance?.pending == .zero)
    #expect(after.ledger.count > before.ledger.count)
    #expect(after.ledger.suffix(before.ledger.count) == before.ledger[...])
  }

  @Test func `a start with nothing new costs one small answer`() async throws {
    let bench = try await Bench.synced()
    let sizes = Mutex([Int]())
    bench.line.answer { [backend = bench.backend] request in
      let response = await backend.respond(to: request)
      sizes.withLock { $0.append(response.body.count) }
      return .response(response)
    }
    try await bench.engine.pull(language: .english)
    #expect(sizes.withLock(\.self).count == 1)
    #expect(sizes.withLock { $0[0] } < 512)
  }

  @Test(arguments: Effort.sample(Array(Resource.pulled), every: 2, from: 0))
  func `what arrives is kept although something else makes no sense`(
    resource: Resource
  ) async throws {
    let bench = try Bench()
    try await bench.signIn()
    bench.answer(resource) { _ in .json(["unheard": "of"]) }
    let failure = await failure { try await bench.engine.pull(language: .english) }
    #expect(failure?.isGarbled == true)
    // Whose the rest is must be known first.
    let expected: Set<Resource> =
      resource == .member ? [.program] : Set(Resource.pulled).subtracting([resource])
    #expect(try bench.stored() == expected)
    bench.line.answer(by: nil)
    // What was not stored is asked for again.
    let summary = try await bench.engine.pull(language: .english)
    #expect(summary.updated.contains(resource))
    #expect(try bench.stored() == Set(Resource.pulled))
  }

  @Test func `the older of two answers is dropped`() async throws {
    let bench = try await Bench.synced()
    let (other, _) = try bench.process()
    let isAsked = Gate()
    let isNewer = Gate()
    let isFirst = Atomic(true)
    bench.line.answer(.changes(since: nil)) { [backend = bench.backend] request in
      let response = await backend.respond(to: request)
      guard isFirst.exchange(false, ordering: .relaxed) else { return nil }
      isAsked.open()
      await isNewer.wait()
      return .response(response)
    }
    async let older = bench.engine.pull(language: .english)
    await isAsked.wait()
    // The points on the way arrive.
    bench.clock.pass(seconds: 3 * 86_400)
    try await other.pull(language: .english)
    let contents = try bench.contents()
    isNewer.open()
    #expect(try await older == PullSummary())
    #expect(try bench.contents() == contents)
    #expect(contents.home.balance?.pending == .zero)
  }

  @Test func `a token that is no use to the server brings everything`() async throws {
    let bench = try await Bench.synced()
    try bench.store.save(changesToken: "of another version!", at: bench.clock.now)
    let summary = try await bench.engine.pull(language: .english)
    #expect(summary == PullSummary(updated: Set(Resource.pulled)))
  }

  @Test func `a token that would make the next request too large is not kept`() async throws {
    let bench = try Bench()
    bench.line.answer(.changes(since: nil)) { _ in
      .response(.json(["next": String(repeating: "a", count: 100_000)]))
    }
    let failure = await failure { try await bench.engine.pull(language: .english) }
    #expect(failure?.isGarbled == true)
    #expect(try bench.store.changesToken() == nil)
  }
}
