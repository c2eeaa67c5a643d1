import Contract
import HTTPTypes
import LocalStore
import Loyalty
import Testing
import Transport

@testable import Sync

struct RedeemTests {
  private static let reward = Reward.ID("rew_syrup")
  private static let cost = Points(30)
  private static let path = "/v1/rewards/rew_syrup/redemptions"

  @Test func `the coupon is in the store, and the tries of one attempt share a key`() async throws {
    let bench = try await Bench.synced()
    _ = bench.engine.takeArrived()
    bench.line.answer { [backend = bench.backend] request in
      guard request.target == Self.path, bench.waits.take().isEmpty else { return nil }
      // The server has acted, and its answer gets lost.
      _ = await backend.respond(to: request)
      return .failure(.offline(.dropped))
    }
    let coupon = try await bench.engine.redeem(
      Self.reward, expectedCost: Self.cost, language: .english)
    let exchanges = bench.line.take().filter { $0.path == Self.path }
    #expect(exchanges.map(\.status) == [nil, 201])
    #expect(Set(exchanges.map { $0.request.fields[.idempotencyKey] }).count == 1)
    let body = try #require(try bench.store.document(.coupons))
    let stored = try Wire.decode(Page<Coupon>.self, from: body).data
    #expect(stored.map(\.state) == [.active, .used, .expired])
    #expect(stored.first == coupon.body && coupon.isStored)
    #expect(bench.engine.takeArrived() == [.coupons])
  }

  @Test func `trying again after silence cannot spend twice`() async throws {
    let bench = try await Bench.synced()
    bench.line.answer { [backend = bench.backend] request in
      guard request.target == Self.path else { return nil }
      _ = await backend.respond(to: request)
      return .failure(.offline(.timedOut))
    }
    let lost = await failure {
      _ = try await bench.engine.redeem(Self.reward, expectedCost: Self.cost, language: .english)
    }
    #expect(lost?.isOffline == true)
    bench.line.answer(by: nil)
    let first = try await bench.engine.redeem(
      Self.reward, expectedCost: Self.cost, language: .english)
    try await bench.engine.pull(language: .english)
    let body = try #require(try bench.store.document(.coupons))
    let coupons = try Wire.decode(Page<Coupon>.self, from: body).data
    #expect(coupons.filter { $0.state == .active } == [first.body])
    let second = try await bench.engine.redeem(
      Self.reward, expectedCost: Self.cost, language: .english)
    #expect(first.body.id != second.body.id)
  }

  /// A server that fails may have acted before it did.
  @Test(arguments: [500, 507])
  func `an attempt that the server failed at keeps its key`(status: Int) async throws {
    let bench = try await Bench.synced()
    bench.line.answer { [backend = bench.backend] request in
      guard request.target == Self.path else { return nil }
      _ = await backend.respond(to: request)
      let problem = Problem(status: status, code: .init(rawValue: "internal"), title: "Broken")
      return .response(Response(problem, to: request))
    }
    let failed = await failure {
      _ = try await bench.engine.redeem(Self.reward, expectedCost: Self.cost, language: .english)
    }
    #expect(failed != nil)
    bench.line.answer(by: nil)
    _ = try await bench.engine.redeem(Self.reward, expectedCost: Self.cost, language: .english)
    let keys = bench.line.take().filter { $0.path == Self.path }
      .map { $0.request.fields[.idempotencyKey] }
    #expect(keys.count > 1 && Set(keys).count == 1)
  }

  @Test func `a refusal ends the attempt and shops nothing`() async throws {
    let bench = try await Bench.synced()
    let before = try bench.store.document(.coupons)
    for _ in 0..<2 {
      let failure = await failure {
        _ = try await bench.engine.redeem(Self.reward, expectedCost: Points(1), language: .english)
      }
      #expect(failure?.problem?.code == .priceChanged)
    }
    let keys = bench.line.take().compactMap { $0.request.fields[.idempotencyKey] }
    #expect(Set(keys).count == 2)
    #expect(try bench.store.document(.coupons) == before)
  }
}
