import Contract
import HTTPTypes
import Loyalty
import Testing

@testable import Server

/// What is published: what somebody gets who has no session.
struct GuestTests {
  @Test func `a guest gets what is published, in one answer, and nothing of anybody`() async throws
  {
    let bench = try Bench()
    let data = try Changes(await bench.send(.changes(since: nil)).body).data
    #expect(Set(data.keys) == [.program, .promotions, .rewards, .screens, .shops])
  }

  @Test(arguments: [Route.rewards, .promotions, .shops])
  func `what is published needs no session, and a bad one is still refused`(
    _ route: Route
  ) async throws {
    let bench = try Bench()
    #expect(await bench.send(route).status.code == 200)
    #expect(await bench.send(route, token: "forged").status.code == 401)
  }

  @Test func `each reward asks a guest to log in, in their language`() async throws {
    let bench = try Bench()
    let answer = await bench.send(.rewards, fields: [.acceptLanguage: "ru"])
    let rewards = try Wire.decode(Page<Reward>.self, from: answer.body).data
    #expect(rewards.count >= 8)
    for reward in rewards {
      #expect(reward.blockers.map(\.code) == [.unauthenticated])
      #expect(reward.blockers.first?.message == "Войдите, чтобы получить награду.")
    }
  }

  @Test func `offers for some are not shown to a guest, and a guest takes part in none`()
    async throws
  {
    let bench = try Bench()
    let guest = try Wire.decode(Page<Promotion>.self, from: await bench.send(.promotions).body)
    let token = try await bench.signIn().accessToken
    let member = try Wire.decode(
      Page<Promotion>.self, from: await bench.send(.promotions, token: token).body)
    let forSome = Set(
      try ProgramFolder.shipped(.coffee).offers
        .filter { !$0.tiers.isEmpty || !$0.segments.isEmpty }.map(\.id))
    #expect(!forSome.isEmpty && !guest.data.isEmpty)
    #expect(forSome.isDisjoint(with: guest.data.map(\.id)))
    #expect(!forSome.isDisjoint(with: member.data.map(\.id)))
    #expect(guest.data.allSatisfy { !$0.isEnrolled && $0.completedAt == nil })
    #expect(guest.data.compactMap(\.progress).allSatisfy { $0.current == 0 })
  }

  @Test func `a guest cannot take, join or enter anything`() async throws {
    let bench = try Bench()
    let cost = Wire.encode(Redemption(expectedCost: Points(30)))
    for (route, body) in [
      (Route.redemption(.init("rew_syrup")), cost), (.enrollment(.init("prm_five_coffees")), []),
      (.promoCode, Wire.encode(PromoCodeEntry(code: "COFFEE100"))), (.coupons, []),
    ] {
      let answer = await bench.send(route, body: body, key: Bench.key())
      #expect(answer.status.code == 401, "\(route)")
    }
  }
}
