import Contract
import HTTPTypes
import Loyalty
import Testing

@testable import Server

struct ChangesTests {
  private func changes(
    _ bench: Bench, since: String?, token: String?
  ) async throws -> Changes {
    let response = await bench.send(.changes(since: since), token: token)
    #expect(response.status == .ok)
    return try Changes(response.body)
  }

  @Test func `each body is what the route of the resource answers with`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let all = try await changes(bench, since: nil, token: token)
    let routes: [Resource: Route] = [
      .program: .bootstrap, .member: .member, .cards: .cards, .balance: .balance,
      .ledger: .ledger(PageQuery()), .rewards: .rewards, .coupons: .coupons,
      .explanation: .explanation, .tier: .tier(whatIf: nil), .promotions: .promotions,
      .stamps: .stamps,
    ]
    for (resource, route) in routes {
      #expect(all.data[resource] == (await bench.send(route, token: token)).body, "\(resource)")
    }
  }

  @Test func `who asks with the token of before gets what is new, at any time`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let first = try await changes(bench, since: nil, token: token)
    bench.pass(seconds: 5)
    let same = try await changes(bench, since: first.next, token: token)
    #expect(same.data.isEmpty)
    #expect(same.next == first.next)
    // What comes by time alone comes too: the points on the way arrive.
    bench.pass(seconds: 3 * 86_400)
    let fresh = try await bench.signIn().accessToken
    let later = try await changes(bench, since: first.next, token: fresh)
    #expect(later.data[.balance] != nil)
    #expect(later.data[.member] == nil)
    #expect(try await changes(bench, since: later.next, token: fresh).data.isEmpty)
  }

  @Test func `a guest gets what everybody may see, and a bad session nothing`() async throws {
    let bench = try Bench()
    let guest = try await changes(bench, since: nil, token: nil)
    #expect(Set(guest.data.keys) == [.program, .promotions, .rewards, .screens, .shops])
    #expect(await bench.send(.changes(since: nil), token: "bad").status == .unauthorized)
    // Whoever signs in with a guest's token gets the rest.
    let token = try await bench.signIn().accessToken
    let mine = try await changes(bench, since: guest.next, token: token)
    #expect(mine.data[.program] == nil)
    #expect(mine.data[.balance] != nil)
  }

  @Test(arguments: ["", "%%%", "AAAA", String(repeating: "A", count: 4000), "Ж"])
  func `a token that says nothing brings everything`(since: String) async throws {
    let bench = try Bench()
    #expect(try await changes(bench, since: since, token: nil).data.count == 5)
  }

  @Test func `a purchase brings all that follows from it, and only that`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let before = try await changes(bench, since: nil, token: token)
    let card = try #require(try bench.server.store.cards(of: .init("mem_anna")).first)
    _ = try bench.server.sell(
      TillPurchase(
        card: card.value, amount: Money(amount: 40_000, currency: "RUB"), categories: ["coffee"]),
      key: "sale")
    let after = try await changes(bench, since: before.next, token: token)
    for resource in [Resource.balance, .ledger, .explanation, .tier] {
      #expect(after.data[resource] != nil)
    }
    for resource in [Resource.member, .cards, .shops, .program] {
      #expect(after.data[resource] == nil)
    }
    #expect(
      after.data[.explanation] == (await bench.send(.explanation, token: token)).body)
    // A day later the tier's window is another one, whatever else is the same.
    bench.pass(seconds: 600)
    #expect(try await changes(bench, since: after.next, token: token).data.isEmpty)
  }

  @Test func `a very long history adds up, and the hours of shops follow the day`() async throws {
    let bench = try Bench()
    let phone = try #require(PhoneNumber("+79990100000"))
    #expect(try bench.server.fillHistory(of: phone, count: 3000) >= 3000)
    let token = try await bench.signIn(phone.e164).accessToken
    let explanation = try Wire.decode(
      BalanceExplanation.self, from: await bench.send(.explanation, token: token).body)
    #expect(explanation.addsUp)
    #expect(explanation.lots.count < 200)
    let first = try await changes(bench, since: nil, token: token)
    bench.pass(seconds: 86_400)
    let fresh = try await bench.signIn(phone.e164).accessToken
    let next = try await changes(bench, since: first.next, token: fresh)
    #expect(next.data[.shops] != nil)
    #expect(next.data[.tier] != nil)
  }
}
