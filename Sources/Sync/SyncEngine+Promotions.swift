public import Contract
public import Loyalty
import Synchronization

extension SyncEngine {
  /// Joins a promotion.
  ///
  /// It is in the store as it is now when this returns, if the disk takes it. Never queued.
  public func join(
    _ id: Promotion.ID, language: Language
  ) async throws(SyncFailure) -> Answer<Promotion> {
    let asker = try asker(language)
    let call = Call(route: .enrollment(id), language: language)
    let promotion = try await once(call, "join \(id)", Promotion.self)
    return Answer(body: promotion, isStored: try asker.keep(promotion))
  }

  /// Leaves a promotion.
  ///
  /// Twice is the same as once. Never queued.
  public func leave(
    _ id: Promotion.ID, language: Language
  ) async throws(SyncFailure) -> Answer<Promotion> {
    let asker = try asker(language)
    let call = Call(route: .leaving(id), language: language)
    let promotion = try await client.send(call).body(Promotion.self)
    return Answer(body: promotion, isStored: try asker.keep(promotion))
  }

  /// Enters a promo code as it was typed.
  ///
  /// What it gave is in the store when this returns, as far as it is a coupon or a promotion and the
  /// disk takes it.
  public func enter(
    promoCode: String, language: Language
  ) async throws(SyncFailure) -> Answer<PromoCodeGift> {
    let asker = try asker(language)
    let call = Call(
      route: .promoCode, language: language, body: Wire.encode(PromoCodeEntry(code: promoCode)))
    let gift = try await once(call, "promo code \(promoCode)", PromoCodeGift.self)
    var isStored = true
    if let promotion = gift.promotion { isStored = try asker.keep(promotion) }
    if let coupon = gift.coupon { isStored = try asker.keep(coupon) && isStored }
    return Answer(body: gift, isStored: isStored)
  }

  /// Sends what must not be done twice.
  ///
  /// An attempt whose end is not known (no answer, or a garbled one) keeps its idempotency key, so
  /// that trying again cannot do it twice.
  private func once<Body: Decodable & Sendable>(
    _ call: Call, _ name: String, _ type: Body.Type
  ) async throws(SyncFailure) -> Body {
    guard let session = try sessions.found() else { throw .signedOut }
    let name = "\(session.family) \(name)"
    let fresh = environment.identifier()
    var call = call
    call.key = openKeys.withLock { keys in
      let key = keys[name] ?? fresh
      keys[name] = key
      return key
    }
    do throws(SyncFailure) {
      let body = try await client.send(call).body(type)
      openKeys.withLock { $0[name] = nil }
      return body
    } catch {
      if case .problem(let problem) = error, problem.status < 500, problem.code != .inProgress {
        openKeys.withLock { $0[name] = nil }
      }
      throw error
    }
  }
}
