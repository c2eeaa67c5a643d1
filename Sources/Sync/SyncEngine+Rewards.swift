import Contract
public import Loyalty
import Synchronization

/// What a member wants to take, and at which price.
struct RedeemAttempt: Hashable, Sendable {
  var reward: Reward.ID
  var cost: Points
}

extension SyncEngine {
  /// Spends points on a reward; the coupon is in the store when this returns, if the disk takes it.
  ///
  /// Never queued. An attempt whose end is not known (no answer, or a garbled one) keeps its
  /// idempotency key, so that trying again cannot spend twice.
  public func redeem(
    _ reward: Reward.ID, expectedCost: Points, language: Language
  ) async throws(SyncFailure) -> Answer<Coupon> {
    let asker = try asker(language)
    let attempt = RedeemAttempt(reward: reward, cost: expectedCost)
    let fresh = environment.identifier()
    let key = openAttempts.withLock { attempts in
      let key = attempts[attempt] ?? fresh
      attempts[attempt] = key
      return key
    }
    let body = Redemption(expectedCost: expectedCost)
    let call = Call(
      route: .redemption(reward), language: language, body: Wire.encode(body), key: key)
    let coupon: Coupon
    do throws(SyncFailure) {
      coupon = try await client.send(call).body(Coupon.self)
    } catch {
      if case .problem(let problem) = error, problem.status < 500, problem.code != .inProgress {
        close(attempt)
      }
      throw error
    }
    close(attempt)
    // Whoever has signed out meanwhile has spent the points all the same.
    let isStored = (try? asker.keep(coupon)) ?? false
    return Answer(body: coupon, isStored: isStored)
  }

  private func close(_ attempt: RedeemAttempt) {
    openAttempts.withLock { $0[attempt] = nil }
  }
}
