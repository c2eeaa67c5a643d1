public import Contract
public import LocalStore
public import Loyalty
import Synchronization

extension SyncEngine {
  /// Keeps a change of the profile until the server has it; it shows at once.
  public func change(_ patch: ProfilePatch) throws(SyncFailure) {
    try post(.profile, patch)
  }

  /// Keeps consents, or that they were taken back, until the server has them; they show at once.
  public func set(_ changes: [Consent.Change]) throws(SyncFailure) {
    try post(.consents, ConsentChanges(changes: changes))
  }

  func settleProfile(
    _ item: OutboxItem, with response: Response, at now: Instant
  ) throws(LocalStoreError) {
    // NB: an answer that cannot be read is replaced by the next pull.
    let member = try? response.body(Member.self)
    try store.settle(item, in: .member) { _ in member == nil ? nil : response.body }
    if let member { try store.save(member, at: now) }
  }

  /// Brings into the store where the member is signed in.
  public func loginSessions(
    language: Language
  ) async throws(SyncFailure) -> Answer<Page<LoginSession>> {
    try await bring(Page<LoginSession>.self, .sessions, as: .sessions, language)
  }

  /// Ends one session of the member, all but this one without an id; twice is the same as once.
  public func endSession(
    _ id: LoginSession.ID?, language: Language
  ) async throws(SyncFailure) {
    let route = id.map(Route.endNamedSession) ?? .endOtherSessions
    try await client.send(Call(route: route, language: language)).checkSuccess()
  }

  /// All that the server keeps about the member, as it was sent.
  public func export(language: Language) async throws(SyncFailure) -> [UInt8] {
    let response = try await client.send(Call(route: .export, language: language))
    return try response.export()
  }

  /// Deletes the account on the server, then all that this machine knows of the member.
  ///
  /// - Returns: whether the server has said so itself. A session that it does not know may have
  ///   ended otherwise, or an earlier attempt was heard and its answer got lost: nothing of the
  ///   member is left here in either case.
  public func deleteAccount(language: Language) async throws(SyncFailure) -> Bool {
    var isConfirmed = true
    do throws(SyncFailure) {
      try await client.send(Call(route: .deleteMember, language: language)).checkSuccess()
    } catch {
      guard error.isOverSession else { throw error }
      isConfirmed = false
    }
    let lock = try await client.keeper.lock()
    try writing.withLock { _ throws(SyncFailure) in
      try lock.clear()
      try storing { () throws(LocalStoreError) in try store.forget() }
    }
    return isConfirmed
  }
}

extension SyncFailure {
  /// Whether the server does not know the session any more.
  fileprivate var isOverSession: Bool {
    switch self {
    case .signedOut: true
    case .problem(let problem): problem.code == .unauthenticated
    case .offline, .garbled, .tooLarge, .store, .unsupported, .cancelled: false
    }
  }
}

extension Member {
  /// As it will be when the server has an intent; others' intents change nothing.
  public mutating func apply(_ item: OutboxItem) {
    guard item.kind == .profile, let patch = try? Wire.decode(ProfilePatch.self, from: item.body)
    else { return }
    apply(patch)
  }
}

extension Consents {
  /// As they will be when the server has an intent; others' intents change nothing.
  public mutating func apply(_ item: OutboxItem) {
    guard item.kind == .consents,
      let wanted = try? Wire.decode(ConsentChanges.self, from: item.body)
    else { return }
    for change in wanted.changes {
      guard let place = consents.firstIndex(where: { $0.id == change.id }) else { continue }
      consents[place].givenAt = change.isGiven ? item.createdAt : nil
      consents[place].givenVersion = change.isGiven ? change.version : nil
    }
  }
}
