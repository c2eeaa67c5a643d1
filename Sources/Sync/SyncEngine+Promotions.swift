public import Contract
import LocalStore
public import Loyalty
import Synchronization

extension SyncEngine {
  /// Joins a promotion.
  ///
  /// It is in the store as it is now when this returns. Never queued.
  public func join(
    _ id: Promotion.ID, language: Language
  ) async throws(SyncFailure) -> Promotion {
    let call = Call(route: .enrollment(id), language: language)
    return try await changed(try await once(call, "join \(id)", Promotion.self), language)
  }

  /// Leaves a promotion.
  ///
  /// Twice is the same as once. Never queued.
  public func leave(
    _ id: Promotion.ID, language: Language
  ) async throws(SyncFailure) -> Promotion {
    let call = Call(route: .leaving(id), language: language)
    return try await changed(try await client.send(call).body(Promotion.self), language)
  }

  /// Enters a promo code as it was typed.
  ///
  /// What it gave is in the store when this returns, as far as it is a coupon or a promotion.
  public func enter(
    promoCode: String, language: Language
  ) async throws(SyncFailure) -> PromoCodeGift {
    let call = Call(
      route: .promoCode, language: language, body: Wire.encode(PromoCodeEntry(code: promoCode)))
    let gift = try await once(call, "promo code \(promoCode)", PromoCodeGift.self)
    if let promotion = gift.promotion { _ = try await changed(promotion, language) }
    if let coupon = gift.coupon {
      try writing(language) { () throws(LocalStoreError) in try keepCoupon(coupon) }
    }
    return gift
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

  /// Puts the promotion in the place of the stored one, for the case that the pull does not come
  /// through.
  private func changed(
    _ promotion: Promotion, _ language: Language
  ) async throws(SyncFailure) -> Promotion {
    try writing(language) { () throws(LocalStoreError) in
      guard let body = try store.document(.promotions),
        // NB: a document that cannot be read is replaced by the next pull.
        var page = try? Wire.decode(Page<Promotion>.self, from: body)
      else { return }
      let place = page.data.firstIndex { $0.id == promotion.id }
      if let place { page.data[place] = promotion } else { page.data.insert(promotion, at: 0) }
      try store.save(
        document: Wire.encode(page), of: .promotions, at: environment.now())
    }
    return promotion
  }

  /// NB: what the server did is done; when it cannot be stored, the next pull stores it.
  private func writing(
    _ language: Language, _ body: () throws(LocalStoreError) -> Void
  ) throws(SyncFailure) {
    guard let session = try sessions.found() else { return }
    do throws(SyncFailure) {
      try Pull(engine: self, family: session.family, language: language).write(body)
    } catch {
      guard case .store = error else { throw error }
    }
  }
}
