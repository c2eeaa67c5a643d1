import Contract
import HTTPTypes
import Loyalty
import Testing
import Transport

@testable import Sync

/// What a promo code is sent with, so that it counts once.
struct PromoCodeTests {
  private func keys(_ bench: Bench) -> [String?] {
    bench.line.take().filter { $0.path == Route.promoCode.template }
      .map { $0.request.fields[.idempotencyKey] }
  }

  @Test func `a code that worked is a new attempt the next time`() async throws {
    let bench = try await Bench.synced()
    let gift = try await bench.engine.enter(promoCode: "COFFEE100", language: .english)
    #expect(gift.body.points == Points(100))
    // The server says that it was used, rather than the answer of before once more.
    let second = await failure {
      _ = try await bench.engine.enter(promoCode: "COFFEE100", language: .english)
    }
    #expect(second?.problem?.status == 422)
    let keys = keys(bench)
    #expect(keys.count == 2 && Set(keys).count == 2)
  }

  @Test func `a code whose answer got lost is sent again with its key, and counts once`()
    async throws
  {
    let bench = try await Bench.synced()
    bench.line.answer(.promoCode) { [backend = bench.backend] request in
      _ = await backend.respond(to: request)
      return .failure(.offline(.timedOut))
    }
    let lost = await failure {
      _ = try await bench.engine.enter(promoCode: "COFFEE100", language: .english)
    }
    #expect(lost?.isOffline == true)
    bench.line.answer(by: nil)
    let gift = try await bench.engine.enter(promoCode: "COFFEE100", language: .english)
    #expect(gift.body.points == Points(100))
    let keys = keys(bench)
    #expect(keys.count > 1 && Set(keys).count == 1)
  }

  @Test func `a code that was refused is a new attempt the next time`() async throws {
    let bench = try await Bench.synced()
    for _ in 0..<2 {
      let refused = await failure {
        _ = try await bench.engine.enter(promoCode: "NOTHING", language: .english)
      }
      #expect(refused?.problem != nil)
    }
    #expect(Set(keys(bench)).count == 2)
  }
}
