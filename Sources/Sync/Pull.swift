import Contract
import LocalStore
import Loyalty
import Synchronization

/// One pass over the server's resources, for one session or for nobody.
struct Pull: Sendable {
  let engine: SyncEngine
  /// The login that asks; what arrives after it has ended is dropped.
  let family: String?
  let language: Language

  func all(_ resources: [Resource]) async -> [Resource: PullReport.Outcome] {
    await withTaskGroup(of: (Resource, PullReport.Outcome).self) { group in
      for resource in resources {
        group.addTask { (resource, await outcome(of: resource)) }
      }
      var outcomes: [Resource: PullReport.Outcome] = [:]
      for await (resource, outcome) in group { outcomes[resource] = outcome }
      return outcomes
    }
  }

  /// NB: a function of its own: with typed throws inside the child task's closure, Swift 6.3 mixes
  /// up result and error in release builds, and the program crashes.
  private func outcome(of resource: Resource) async -> PullReport.Outcome {
    do throws(SyncFailure) {
      return try await one(resource)
    } catch {
      return .failed(error)
    }
  }

  private func one(_ resource: Resource) async throws(SyncFailure) -> PullReport.Outcome {
    let store = engine.store
    switch resource {
    case .program:
      return try await pull(Bootstrap.self, .bootstrap, resource) {
        (body, tag, now) throws(LocalStoreError) in
        try store.save(body.program, etag: tag, at: now)
      }
    case .member: return try await member()
    case .cards:
      return try await pull(Page<Card>.self, .cards, resource) {
        (body, tag, now) throws(LocalStoreError) in
        try store.save(body.data, etag: tag, at: now)
      }
    case .balance:
      return try await pull(Balance.self, .balance, resource) {
        (body, tag, now) throws(LocalStoreError) in
        try store.save(body, etag: tag, at: now)
      }
    case .ledger:
      let query = PageQuery()
      return try await pull(Page<LedgerEntry>.self, .ledger(query), resource) {
        (body) throws(SyncFailure) in
        try body.check(query)
      } save: { (body, tag, now) throws(LocalStoreError) in
        try store.merge(
          newest: body.data, nextCursor: body.page.nextCursor, hasMore: body.page.hasMore,
          etag: tag, at: now)
      }
    case .rewards: return try await document(Page<Reward>.self, .rewards, resource)
    case .coupons: return try await document(Page<Coupon>.self, .coupons, resource)
    case .explanation: return try await document(BalanceExplanation.self, .explanation, resource)
    case .tier: return try await document(TierStatus.self, .tier(whatIf: nil), resource)
    case .promotions: return try await document(Page<Promotion>.self, .promotions, resource)
    case .stamps: return try await document(Page<StampCard>.self, .stamps, resource)
    }
  }

  private func member() async throws(SyncFailure) -> PullReport.Outcome {
    let store = engine.store
    let outcome = try await pull(Member.self, .member, .member) {
      (body, tag, now) throws(LocalStoreError) in
      if let stored = try store.home(latest: 0).member?.id, stored != body.id {
        try store.forget()
      }
      try store.save(body, etag: tag, at: now)
    }
    let stored = try storing { () throws(LocalStoreError) in try store.home(latest: 0).member?.id }
    try await name(stored)
    return outcome
  }

  /// Notes in the session whose it is.
  private func name(_ member: Member.ID?) async throws(SyncFailure) {
    guard try engine.sessions.found()?.member != member else { return }
    let lock = try await engine.client.keeper.lock()
    guard var session = try lock.found(), session.family == family else { throw .signedOut }
    session.member = member
    try lock.save(session)
  }

  private func pull<Body: Decodable & Sendable>(
    _ type: Body.Type, _ route: Route, _ resource: Resource,
    check: (Body) throws(SyncFailure) -> Void = { _ in },
    save: (Body, String?, Instant) throws(LocalStoreError) -> Void
  ) async throws(SyncFailure) -> PullReport.Outcome {
    let store = engine.store
    let known = try storing { () throws(LocalStoreError) in try store.etag(of: resource) }
    switch try await engine.client.get(type, route, language, tag: known) {
    case .notModified:
      try write { () throws(LocalStoreError) in
        try store.confirm(resource, at: engine.environment.now())
      }
      return .confirmed
    case .fresh(let body, let tag):
      try check(body)
      try write { () throws(LocalStoreError) in
        try save(body, tag, engine.environment.now())
      }
      return .updated
    }
  }

  /// Writes to the store, unless the member has signed out since the request was sent.
  func write(_ body: () throws(LocalStoreError) -> Void) throws(SyncFailure) {
    try engine.writing.withLock { _ throws(SyncFailure) in
      guard try isSignedIn() else { throw .signedOut }
      try storing(body)
      guard try isSignedIn() else {
        // Another process has signed out between: what it wiped must not come back.
        try storing { () throws(LocalStoreError) in try engine.store.forget() }
        throw .signedOut
      }
    }
  }

  private func isSignedIn() throws(SyncFailure) -> Bool {
    guard let family else { return true }
    return try engine.sessions.found()?.family == family
  }
}
