import Contract
import LocalStore
public import Loyalty
import Synchronization

/// What a member wants to take, and at which price.
struct RedeemAttempt: Hashable, Sendable {
  var reward: Reward.ID
  var cost: Points
}

extension SyncEngine {
  /// Spends points on a reward; the coupon is in the store when this returns.
  ///
  /// Never queued. An attempt whose end is not known (no answer, or a garbled one) keeps its
  /// idempotency key, so that trying again cannot spend twice.
  public func redeem(
    _ reward: Reward.ID, expectedCost: Points, language: Language
  ) async throws(SyncFailure) -> Coupon {
    guard let session = try sessions.found() else { throw .signedOut }
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
    let pull = Pull(engine: self, family: session.family, language: language)
    do throws(SyncFailure) {
      try pull.write { () throws(LocalStoreError) in try keepCoupon(coupon) }
    } catch {
      // NB: the points are spent and the coupon is the member's; the next pull stores it.
    }
    return coupon
  }

  private func close(_ attempt: RedeemAttempt) {
    openAttempts.withLock { $0[attempt] = nil }
  }

  /// Puts the coupon before those that are stored, for the case that the pull does not come through.
  func keepCoupon(_ coupon: Coupon) throws(LocalStoreError) {
    var coupons: [Coupon] = []
    if let body = try store.document(.coupons) {
      // NB: a document that cannot be read is replaced by the next pull.
      coupons = (try? Wire.decode(Page<Coupon>.self, from: body).data) ?? []
    }
    coupons.removeAll { $0.id == coupon.id }
    coupons.insert(coupon, at: 0)
    let page = Page(data: coupons, page: PageInfo(nextCursor: nil, hasMore: false))
    try store.save(
      document: Wire.encode(page), of: .coupons, at: environment.now())
  }
}
