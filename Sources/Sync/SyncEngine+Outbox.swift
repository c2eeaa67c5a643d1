public import Contract
public import LocalStore
public import Loyalty
import Synchronization

extension SyncEngine {
  /// Keeps read marks until the server has them; they show at once.
  public func markRead(_ ids: [Notification.ID]) throws(SyncFailure) {
    var rest = ids[...]
    while !rest.isEmpty {
      try post(.readMarks, ReadMarks(ids: Array(rest.prefix(ReadMarks.limits.upperBound))))
      rest = rest.dropFirst(ReadMarks.limits.upperBound)
    }
  }

  /// Keeps a switch until the server has it; it shows at once.
  public func set(_ change: Preference.Change) throws(SyncFailure) {
    try post(.preferences, PreferenceChanges(changes: [change]))
  }

  /// Keeps a wish until the server has it; it shows at once.
  public func set(_ change: Wishes.Change) throws(SyncFailure) {
    try post(.wishes, WishChanges(changes: [change]))
  }

  func post(_ kind: OutboxItem.Kind, _ body: some Encodable) throws(SyncFailure) {
    let item = OutboxItem(
      kind: kind, key: environment.identifier(), body: Wire.encode(body),
      createdAt: environment.now())
    try writing.withLock { _ throws(SyncFailure) in
      guard try sessions.found() != nil else { throw .signedOut }
      try storing { () throws(LocalStoreError) in try store.post(item) }
    }
  }

  /// Sends what waits, in order, each with its own key until it is answered.
  ///
  /// What the server refuses for good cannot be sent any better later: it goes, and is told.
  /// Anything else stays, and so does all that comes after it.
  ///
  /// - Returns: what the server refused.
  @discardableResult
  public func sendOutbox(language: Language) async throws(SyncFailure) -> [OutboxRefusal] {
    guard let session = try sessions.found(), let member = session.member else { return [] }
    let pull = Pull(engine: self, family: session.family, language: language)
    var refusals: [OutboxRefusal] = []
    while let item = try await nextItem(of: member) {
      let call = Call(
        route: item.kind.route ?? .readNotifications, language: language, body: item.body,
        key: item.key)
      do throws(SyncFailure) {
        let response = try await client.send(call)
        try response.checkSuccess()
        try pull.write { () throws(LocalStoreError) in try settle(item, with: response) }
        arrivals.withLock { $0.add(item.kind.resources) }
      } catch {
        guard case .problem(let problem) = error, problem.isFinal else { throw error }
        refusals.append(OutboxRefusal(item: item, problem: problem))
        try pull.write { () throws(LocalStoreError) in
          try store.settle(item, in: nil) { _ in nil }
        }
        arrivals.withLock { $0.add(item.kind.resources) }
      }
    }
    return refusals
  }

  /// The oldest that this version can send; only the member's own.
  private func nextItem(of member: Member.ID) async throws(SyncFailure) -> OutboxItem? {
    try storing { () throws(LocalStoreError) in
      guard try store.home(latest: 0).member?.id == member else { return nil }
      return try store.outbox().first { $0.kind.route != nil }
    }
  }

  private func settle(
    _ item: OutboxItem, with response: Response
  ) throws(LocalStoreError) {
    let now = environment.now()
    switch item.kind {
    case .readMarks:
      try store.settle(item, in: .notifications) { body in
        // NB: what cannot be read is replaced by the next pull.
        guard var page = try? Wire.decode(Page<Notification>.self, from: body) else { return nil }
        page.apply(item, at: now)
        return Wire.encode(page)
      }
    case .profile: try settleProfile(item, with: response, at: now)
    case .consents:
      let isWhole = (try? response.body(Consents.self)) != nil
      try store.settle(item, in: .consents) { _ in isWhole ? response.body : nil }
    case .wishes:
      let isWhole = (try? response.body(Wishes.self)) != nil
      try store.settle(item, in: .wishes) { _ in isWhole ? response.body : nil }
    default:
      let isWhole = (try? response.body(Preferences.self)) != nil
      try store.settle(item, in: .preferences) { _ in isWhole ? response.body : nil }
    }
  }
}

extension OutboxItem.Kind {
  /// What is shown with it as long as it waits; the inbox says whether anything does.
  var resources: Set<Resource> {
    switch self {
    case .preferences: [.notifications, .preferences]
    case .profile: [.notifications, .member]
    case .consents: [.notifications, .consents]
    case .wishes: [.notifications, .wishes]
    default: [.notifications]
    }
  }

  /// `nil` for what another version of the program has put there.
  var route: Route? {
    switch self {
    case .readMarks: .readNotifications
    case .preferences: .setPreferences
    case .profile: .changeProfile
    case .consents: .setConsents
    case .wishes: .setWishes
    default: nil
    }
  }
}

extension Problem {
  /// Whether the same request can never succeed.
  var isFinal: Bool {
    (400..<500).contains(status) && ![401, 408, 425, 426, 429].contains(status)
      && code != .inProgress
  }
}

extension Page<Notification> {
  /// As it will be when the server has an intent; others' intents change nothing.
  public mutating func apply(_ item: OutboxItem, at now: Instant) {
    guard item.kind == .readMarks,
      let marks = try? Wire.decode(ReadMarks.self, from: item.body)
    else { return }
    let ids = Set(marks.ids)
    for index in data.indices where data[index].readAt == nil && ids.contains(data[index].id) {
      data[index].readAt = now
    }
  }
}

extension Preferences {
  /// As they will be when the server has an intent; others' intents change nothing.
  public mutating func apply(_ item: OutboxItem) {
    guard item.kind == .preferences,
      let wanted = try? Wire.decode(PreferenceChanges.self, from: item.body)
    else { return }
    for change in wanted.changes {
      guard let place = categories.firstIndex(where: { $0.category == change.category })
      else { continue }
      categories[place][change.channel] = change.isEnabled
    }
  }
}

extension Wishes {
  /// As they will be when the server has an intent; others' intents change nothing.
  public mutating func apply(_ item: OutboxItem) {
    guard item.kind == .wishes,
      let wanted = try? Wire.decode(WishChanges.self, from: item.body)
    else { return }
    for change in wanted.changes { apply(change) }
  }
}
