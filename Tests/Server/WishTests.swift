import Contract
import HTTPTypes
import Loyalty
import SQLite
import Testing

@testable import Server

struct WishTests {
  private struct Member {
    let bench: Bench
    let token: String
    let rewards: [Reward.ID]

    init() async throws {
      bench = try Bench()
      token = try await bench.signIn().accessToken
      rewards = try Wire.decode(
        Page<Reward>.self, from: await bench.send(.rewards, token: token).body
      ).data.map(\.id)
    }

    func set(
      _ changes: [Wishes.Change], key: String = Bench.key()
    ) async -> Response {
      await bench.send(
        .setWishes, body: Wire.encode(WishChanges(changes: changes)), token: token, key: key)
    }

    func wishes() async throws -> Wishes {
      try Wire.decode(Wishes.self, from: await bench.send(.wishes, token: token).body)
    }
  }

  @Test func `a goal takes the place of the one before, favourites stand beside each other`()
    async throws
  {
    let member = try await Member()
    let (one, other) = (member.rewards[0], member.rewards[1])
    #expect(try await member.wishes() == Wishes())
    let answer = await member.set([
      .init(reward: one, kind: .goal, isSet: true),
      .init(reward: one, kind: .favourite, isSet: true),
    ])
    #expect(answer.status == .ok)
    member.bench.pass(seconds: 5)
    _ = await member.set([
      .init(reward: other, kind: .goal, isSet: true),
      .init(reward: other, kind: .favourite, isSet: true),
    ])
    #expect(try await member.wishes() == Wishes(goal: other, favourites: [other, one]))
    // To take back what is not there changes nothing, and twice is as good as once.
    for _ in 0..<2 {
      _ = await member.set([
        .init(reward: one, kind: .goal, isSet: false),
        .init(reward: one, kind: .favourite, isSet: false),
      ])
    }
    #expect(try await member.wishes() == Wishes(goal: other, favourites: [other]))
  }

  @Test func `a reward that is not offered is refused, and so is a flood`() async throws {
    let member = try await Member()
    let gone = Wishes.Change(reward: .init("rew_gone"), kind: .goal, isSet: true)
    #expect(await member.set([gone]).status == .unprocessableContent)
    let taken = Wishes.Change(reward: .init("rew_gone"), kind: .goal, isSet: false)
    #expect(await member.set([taken]).status == .ok)
    #expect(await member.set([]).status == .unprocessableContent)
    #expect(
      await member.set(Array(repeating: taken, count: 51)).status == .unprocessableContent)
    #expect(try await member.wishes() == Wishes())
  }

  @Test func `what was redeemed is no goal any more, and stays a favourite`() async throws {
    let member = try await Member()
    let page = try Wire.decode(
      Page<Reward>.self, from: await member.bench.send(.rewards, token: member.token).body)
    let reward = try #require(page.data.first { $0.blockers.isEmpty })
    let other = try #require(page.data.first { $0.id != reward.id })
    _ = await member.set([
      .init(reward: reward.id, kind: .goal, isSet: true),
      .init(reward: reward.id, kind: .favourite, isSet: true),
    ])
    let answer = await member.bench.send(
      .redemption(reward.id), body: Wire.encode(Redemption(expectedCost: reward.cost)),
      token: member.token, key: Bench.key())
    #expect(answer.status == .created)
    #expect(try await member.wishes() == Wishes(favourites: [reward.id]))
    // What is saved for stays when something else is taken.
    _ = await member.set([.init(reward: other.id, kind: .goal, isSet: true)])
    _ = await member.bench.send(
      .redemption(reward.id), body: Wire.encode(Redemption(expectedCost: reward.cost)),
      token: member.token, key: Bench.key())
    #expect(try await member.wishes().goal == other.id)
  }

  @Test func `wishes come with a pull, and go with their member`() async throws {
    let member = try await Member()
    _ = await member.set([.init(reward: member.rewards[0], kind: .favourite, isSet: true)])
    let changes = try Changes(
      await member.bench.send(.changes(since: nil), token: member.token).body)
    let body = try #require(changes.data[.wishes])
    #expect(try Wire.decode(Wishes.self, from: body).favourites == [member.rewards[0]])
    #expect(await member.bench.send(.deleteMember, token: member.token).status == .noContent)
    let left = try member.bench.server.store.database.read { connection in
      try connection.first("SELECT count(*) FROM wish") { $0.int(0) }
    }
    #expect(left == 0)
  }
}
