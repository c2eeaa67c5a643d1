import Content
import Contract
import LocalStore
import Loyalty
import Synchronization

/// One request for what changed, for one session or for nobody.
struct Pull: Sendable {
  let engine: SyncEngine
  /// The login that asks; what arrives after it has ended is dropped.
  let family: String?
  let language: Language

  /// Asks, and stores what came; each resource on its own.
  ///
  /// - Parameter isNew: nobody knows yet whose session it is, so that nothing stored may be taken
  ///   for theirs.
  func changes(isNew: Bool) async throws(SyncFailure) -> PullSummary {
    let store = engine.store
    let known = try storing { () throws(LocalStoreError) in try store.changesToken() }
    engine.arrivals.withLock { $0.begin(at: known) }
    let route = Route.changes(since: isNew ? nil : known)
    let response = try await engine.client.send(Call(route: route, language: language))
    let changes = try response.changes()
    let report = try apply(changes, over: known)
    engine.followed.withLock { $0.lastID = changes.lastEventID }
    if family != nil, report.failures[.member] == nil {
      let member = try storing { () throws(LocalStoreError) in
        try store.home(latest: 0).member?.id
      }
      try await name(member)
    }
    if let failure = report.failure { throw failure }
    return report.summary
  }

  private func apply(
    _ changes: Changes, over known: String?
  ) throws(SyncFailure) -> PullReport {
    let store = engine.store
    let lock = try storing { () throws(LocalStoreError) in try store.changesLock() }
    defer { withExtendedLifetime(lock) {} }
    var report = PullReport()
    guard try isSignedIn() else { throw .signedOut }
    // Somebody has signed in meanwhile: what a guest may see is not what they see.
    if family == nil, try engine.sessions.found() != nil { return report }
    // Another process was first: this answer may be older than what it has stored.
    guard try storing({ () throws(LocalStoreError) in try store.changesToken() }) == known else {
      engine.arrivals.withLock { $0.add(Set(Resource.pulled)) }
      return report
    }
    report.add(apply(changes))
    engine.arrivals.withLock { $0.add(report.summary.updated) }
    guard report.failures.isEmpty else { return report }
    try write { () throws(LocalStoreError) in
      try store.save(changesToken: changes.next, at: engine.environment.now())
    }
    engine.arrivals.withLock { $0.end(at: changes.next) }
    return report
  }

  /// What came of each resource that an answer may bring; whose they are comes first.
  func apply(_ changes: Changes) -> [Resource: PullReport.Outcome] {
    var outcomes: [Resource: PullReport.Outcome] = [:]
    let resources = family == nil ? Resource.published : Resource.pulled
    for resource in resources {
      // No data of two members must mix.
      if case .failed = outcomes[.member] { break }
      do throws(SyncFailure) {
        outcomes[resource] =
          try changes.data[resource].map { body throws(SyncFailure) in
            try store(body, as: resource)
            return .updated
          } ?? .confirmed
      } catch {
        outcomes[resource] = .failed(error)
      }
    }
    return outcomes
  }

  func store(_ body: [UInt8], as resource: Resource) throws(SyncFailure) {
    let store = engine.store
    let now = engine.environment.now()
    switch resource {
    case .program:
      let bootstrap = try read(Bootstrap.self, body)
      try write { () throws(LocalStoreError) in
        try store.save(
          bootstrap.program, intro: Wire.encode(bootstrap.intro), at: now)
      }
    case .member: try member(try read(Member.self, body), body)
    case .cards:
      let cards = try read(Page<Card>.self, body)
      try write { () throws(LocalStoreError) in try store.save(cards.data, at: now) }
    case .balance:
      let balance = try read(Balance.self, body)
      try write { () throws(LocalStoreError) in try store.save(balance, at: now) }
    case .ledger:
      let page = try read(Page<LedgerEntry>.self, body)
      try page.check(PageQuery())
      try write { () throws(LocalStoreError) in
        try store.merge(
          newest: page.data, nextCursor: page.page.nextCursor, hasMore: page.page.hasMore, at: now)
      }
    case .rewards: try document(Page<Reward>.self, body, resource)
    case .coupons: try document(Page<Coupon>.self, body, resource)
    case .wishes: try document(Wishes.self, body, resource)
    case .explanation: try document(BalanceExplanation.self, body, resource)
    case .tier: try document(TierStatus.self, body, resource)
    case .notifications: try document(Page<Notification>.self, body, resource)
    case .preferences: try document(Preferences.self, body, resource)
    case .shops: try document(Page<Shop>.self, body, resource)
    case .referral: try document(Referral.self, body, resource)
    case .promotions: try document(Page<Promotion>.self, body, resource)
    case .stamps: try document(Page<StampCard>.self, body, resource)
    case .consents: try document(Consents.self, body, resource)
    case .screens: try document(ScreenPage.self, body, resource)
    case .sessions: try document(Page<LoginSession>.self, body, resource)
    case .drafts: try document(Page<Screen>.self, body, resource)
    case .contentChoices: try document(ContentChoices.self, body, resource)
    }
  }

  /// NB: the body as well: the profile shows more of it than the first frame does.
  private func member(_ member: Member, _ body: [UInt8]) throws(SyncFailure) {
    let store = engine.store
    let now = engine.environment.now()
    try write { () throws(LocalStoreError) in
      if let stored = try store.home(latest: 0).member?.id, stored != member.id {
        try store.forget()
      }
      try store.save(member, at: now)
      try store.save(document: body, of: .member, at: now)
    }
  }

  /// Notes in the session whose it is.
  private func name(_ member: Member.ID?) async throws(SyncFailure) {
    guard try engine.sessions.found()?.member != member else { return }
    let lock = try await engine.client.keeper.lock()
    guard var session = try lock.found(), session.family == family else { throw .signedOut }
    session.member = member
    try lock.save(session)
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
