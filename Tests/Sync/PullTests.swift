import Contract
import HTTPTypes
import LocalStore
import Loyalty
import Testing

@testable import Sync

struct PullTests {
  private static let everything = [
    "/v1/bootstrap", "/v1/me", "/v1/me/balance", "/v1/me/balance/explanation", "/v1/me/cards",
    "/v1/me/coupons", "/v1/me/ledger", "/v1/me/tier", "/v1/rewards",
  ]

  @Test func `without a session only the program is asked for`() async throws {
    let bench = try Bench()
    #expect(bench.line.take().isEmpty)
    let summary = try await bench.engine.pull(language: .russian)
    #expect(summary == PullSummary(updated: [.program]))
    let exchanges = bench.line.take()
    #expect(exchanges.summary == ["GET /v1/bootstrap 200"])
    #expect(exchanges.first?.request.fields[.authorization] == nil)
    #expect(exchanges.first?.request.fields[.acceptLanguage] == "ru")
    #expect(try bench.store.home(latest: 1).program != nil)
    await #expect(throws: SyncFailure.signedOut) {
      try await bench.engine.loadOlder(language: .english)
    }
  }

  @Test func `the first pull stores what the home screen shows`() async throws {
    let bench = try Bench()
    try await bench.signIn()
    _ = bench.line.take()
    let summary = try await bench.engine.pull(language: .english)
    #expect(summary == PullSummary(updated: Set(Resource.allCases)))
    #expect(bench.line.take().summary == Self.everything.map { "GET \($0) 200" })
    let home = try bench.store.home(latest: 3)
    #expect(home.program?.languages.contains(.russian) == true)
    #expect(home.member?.phone == Backend.anna)
    #expect(home.card?.value.isEmpty == false)
    #expect(home.balance?.pending == Points(35))
    #expect(home.balanceFetchedAt == bench.clock.now)
    #expect(home.latest.count == 3)
    #expect(try bench.store.ledgerCount() == PageQuery().limit)
    #expect(try bench.session()?.member == home.member?.id)
    #expect(try bench.session()?.roles == [.member])
  }

  @Test func `a second pull brings nothing but confirmations`() async throws {
    let bench = try await Bench.synced()
    let before = try bench.contents()
    bench.clock.pass(seconds: 60)
    let summary = try await bench.engine.pull(language: .english)
    #expect(summary == PullSummary(confirmed: Set(Resource.allCases)))
    let exchanges = bench.line.take()
    #expect(exchanges.summary == Self.everything.map { "GET \($0) 304" })
    #expect(exchanges.allSatisfy { $0.request.fields[.ifNoneMatch] != nil })
    #expect(try bench.contents() == before)
    #expect(try bench.store.home(latest: 0).balanceFetchedAt == bench.clock.now)
  }

  @Test func `only what has changed is sent and written`() async throws {
    let bench = try await Bench.synced()
    let before = try bench.contents()
    // The points on the way arrive.
    bench.clock.pass(seconds: 3 * 86_400)
    let summary = try await bench.engine.pull(language: .english)
    // More points may put more rewards within reach.
    #expect(summary.updated.subtracting([.rewards]) == [.balance, .ledger, .explanation, .tier])
    #expect(summary.confirmed.subtracting([.rewards]) == [.program, .member, .cards, .coupons])
    let after = try bench.contents()
    #expect(after.home.balance?.pending == .zero)
    #expect(after.ledger.count > before.ledger.count)
    #expect(after.ledger.suffix(before.ledger.count) == before.ledger[...])
  }

  @Test(arguments: Resource.allCases)
  func `what arrives is kept although something else fails`(resource: Resource) async throws {
    let bench = try Bench()
    try await bench.signIn()
    let problem = Problem(.internalError, in: .english)
    bench.line.answer(resource.route) { .response(Response(problem, to: $0)) }
    let failure = await failure { try await bench.engine.pull(language: .english) }
    #expect(failure == .problem(problem))
    // Whose the rest is must be known first.
    let expected: Set<Resource> =
      resource == .member ? [.program] : Set(Resource.allCases).subtracting([resource])
    #expect(try bench.stored() == expected)
    bench.line.answer(by: nil)
    try await bench.engine.pull(language: .english)
    #expect(try bench.stored() == Set(Resource.allCases))
  }

  @Test func `a tag that would make the next request too large is not kept`() async throws {
    let bench = try Bench()
    bench.line.answer(.bootstrap) { request in
      var response = await bench.backend.respond(to: request)
      response.fields[.eTag] = "\"\(String(repeating: "a", count: 100_000))\""
      return .response(response)
    }
    for _ in 0..<2 {
      #expect(
        try await bench.engine.pull(language: .english) == PullSummary(updated: [.program]))
    }
    #expect(bench.line.take().allSatisfy { $0.request.fields[.ifNoneMatch] == nil })
  }
}

extension Resource {
  var route: Route {
    switch self {
    case .program: .bootstrap
    case .member: .member
    case .cards: .cards
    case .balance: .balance
    case .ledger: .ledger(PageQuery())
    case .rewards: .rewards
    case .coupons: .coupons
    case .explanation: .explanation
    case .tier: .tier(whatIf: nil)
    }
  }
}

extension Bench {
  func stored() throws -> Set<Resource> {
    try Set(Resource.allCases.filter { try store.etag(of: $0) != nil })
  }
}
