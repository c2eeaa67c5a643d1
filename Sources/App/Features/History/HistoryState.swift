public import Loyalty

/// The list of all ledger lines, as far as it has been scrolled.
public struct HistoryState: Hashable, Sendable {
  public var entries: [LedgerEntry] = []
  public var hasMoreLocally = true
  public var hasMoreOnServer = false
  /// A page is being read from the store or fetched from the server.
  public var isLoading = false
  public var list = ListState()
  public var query = HistoryQuery()
  /// What is typed to search for; the query follows it.
  public var search = TextField(limit: 60)
  /// Whether what is typed goes into the search.
  public var isSearching = false

  public init() {}

  public var selection: Int { list.selection }
  var top: Int { list.top }

  /// Rows that are read from the store at once.
  static let pageSize = 100
}
