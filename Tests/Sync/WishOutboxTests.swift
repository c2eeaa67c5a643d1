import Contract
import LocalStore
import Loyalty
import Testing
import Transport

@testable import Sync

/// Goals and favourites that were set without a connection.
struct WishOutboxTests {
  private func wishes(_ store: LocalStore) throws -> Wishes {
    let body = try #require(try store.document(.wishes))
    return try Wire.decode(Wishes.self, from: body)
  }

  private func rewards(_ store: LocalStore) throws -> [Reward.ID] {
    let body = try #require(try store.document(.rewards))
    return try Wire.decode(Page<Reward>.self, from: body).data.map(\.id)
  }

  private func set(
    _ bench: Bench, _ reward: Reward.ID, _ kind: Wishes.Kind = .goal, isSet: Bool = true
  ) throws {
    try bench.engine.set(Wishes.Change(reward: reward, kind: kind, isSet: isSet))
  }

  @Test func `what was wished for offline is sent in its order, by whoever comes after a kill`()
    async throws
  {
    let bench = try await Bench.synced()
    let ids = try rewards(bench.store)
    bench.line.answer { _ in .failure(.offline(.dropped)) }
    try set(bench, ids[0])
    try set(bench, ids[1])
    try set(bench, ids[2], .favourite)
    try set(bench, ids[2], .favourite, isSet: false)
    _ = await failure { try await bench.engine.pull(language: .english) }
    let kept = try bench.store.outbox().map(\.key)
    #expect(kept.count == 4)
    bench.line.answer(by: nil)
    let next = try bench.process()
    try await next.engine.pull(language: .english)
    #expect(try next.store.outbox().isEmpty)
    #expect(try wishes(next.store) == Wishes(goal: ids[1]))
  }

  @Test func `a wish for a reward that is gone is told, and the others are kept`() async throws {
    let bench = try await Bench.synced()
    let id = try #require(try rewards(bench.store).first)
    try set(bench, .init("rew_gone"))
    try set(bench, id, .favourite)
    let summary = try await bench.engine.pull(language: .english)
    #expect(summary.refusals.map(\.item.kind) == [.wishes])
    #expect(try wishes(bench.store) == Wishes(favourites: [id]))
    #expect(try bench.store.outbox().isEmpty)
  }
}
