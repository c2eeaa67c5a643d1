import Contract
import LocalStore
import Loyalty
import Synchronization

/// What the server has answered, and where it is now.
public struct Answer<Body: Sendable>: Sendable {
  public let body: Body
  /// Whether the local store holds it; else it is nowhere but here, until the server tells it again.
  public let isStored: Bool
}

extension SyncEngine {
  /// What writes in the name of whoever is signed in now: what is answered after that has ended is
  /// dropped.
  func asker(_ language: Language) throws(SyncFailure) -> Pull {
    guard let session = try sessions.found() else { throw .signedOut }
    return Pull(engine: self, family: session.family, language: language)
  }

  /// Asks for what no pull brings, and stores it as it was sent.
  func bring<Body: Decodable & Sendable>(
    _ type: Body.Type, _ route: Route, as resource: Resource, _ language: Language
  ) async throws(SyncFailure) -> Answer<Body> {
    let asker = try asker(language)
    let response = try await client.send(Call(route: route, language: language))
    let body = try response.body(type)
    return Answer(body: body, isStored: try asker.keep(resource) { _ in response.body })
  }
}

extension Pull {
  /// Puts what the server has done into the store, for the case that no pull comes through.
  ///
  /// - Parameter change: makes the new body out of the stored one; `nil` leaves it as it is.
  /// - Returns: whether it is there. What the server did is done although the disk does not take it.
  func keep(
    _ resource: Resource, _ change: ([UInt8]?) -> [UInt8]?
  ) throws(SyncFailure) -> Bool {
    let store = engine.store
    var isStored = false
    do throws(SyncFailure) {
      try write { () throws(LocalStoreError) in
        guard let body = change(try store.document(resource)) else { return }
        try store.save(document: body, of: resource, at: engine.environment.now())
        isStored = true
      }
    } catch {
      guard case .store = error else { throw error }
      return false
    }
    if isStored { engine.arrivals.withLock { $0.add([resource]) } }
    return isStored
  }

  /// The coupon stands before those that are stored.
  func keep(_ coupon: Coupon) throws(SyncFailure) -> Bool {
    try keep(.coupons) { body in
      // NB: a document that cannot be read is replaced by the next pull.
      let stored = body.flatMap { try? Wire.decode(Page<Coupon>.self, from: $0) }?.data ?? []
      let coupons = [coupon] + stored.filter { $0.id != coupon.id }
      return Wire.encode(Page(data: coupons, page: PageInfo(nextCursor: nil, hasMore: false)))
    }
  }

  /// The promotion stands in the place of the stored one, or before all others.
  func keep(_ promotion: Promotion) throws(SyncFailure) -> Bool {
    try keep(.promotions) { body in
      // NB: a document that is missing or cannot be read is replaced by the next pull.
      guard var page = body.flatMap({ try? Wire.decode(Page<Promotion>.self, from: $0) }) else {
        return nil
      }
      let place = page.data.firstIndex { $0.id == promotion.id }
      if let place { page.data[place] = promotion } else { page.data.insert(promotion, at: 0) }
      return Wire.encode(page)
    }
  }
}
