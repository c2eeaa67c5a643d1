public import Loyalty

/// A place in the history, newest first: after this line.
public struct HistoryPosition: Equatable, Sendable {
  public var createdAt: Instant
  public var id: LedgerEntry.ID

  public init(createdAt: Instant, id: LedgerEntry.ID) {
    self.createdAt = createdAt
    self.id = id
  }

  init(_ entry: LedgerEntry) {
    self.init(createdAt: entry.createdAt, id: entry.id)
  }
}

/// Rows of the history as the local store holds them.
public struct HistoryPage: Equatable, Sendable {
  /// Where the page begins; `nil` is the newest row.
  public var after: HistoryPosition?
  public var entries: [LedgerEntry]
  /// Lines that take back some of them, and those that they take back.
  public var linked: [LedgerEntry]
  /// Whether the local store has still older rows.
  public var hasMoreLocally: Bool
  /// Whether the server may have rows that are not in the local store.
  public var hasMoreOnServer: Bool
  /// What was asked for.
  public var query: HistoryQuery
  /// How far was looked, when that was not to the end: no frame waits for a long search.
  public var resumeAt: HistoryPosition?

  public init(
    after: HistoryPosition?, entries: [LedgerEntry], hasMoreLocally: Bool, hasMoreOnServer: Bool,
    query: HistoryQuery = HistoryQuery(), resumeAt: HistoryPosition? = nil,
    linked: [LedgerEntry] = []
  ) {
    self.linked = linked
    self.query = query
    self.after = after
    self.entries = entries
    self.hasMoreLocally = hasMoreLocally
    self.hasMoreOnServer = hasMoreOnServer
    self.resumeAt = resumeAt
  }
}

/// Rows that stand above those that are kept, newest first.
public struct NewerHistory: Equatable, Sendable {
  /// Which row the last of them stands right above.
  public var before: HistoryPosition
  public var entries: [LedgerEntry]
  /// Whether the local store has still newer ones.
  public var hasMore: Bool
  public var query: HistoryQuery

  public init(
    before: HistoryPosition, entries: [LedgerEntry], hasMore: Bool, query: HistoryQuery
  ) {
    self.before = before
    self.entries = entries
    self.hasMore = hasMore
    self.query = query
  }
}
