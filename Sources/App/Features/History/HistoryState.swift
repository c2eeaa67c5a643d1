public import Loyalty

/// The list of all ledger lines: a window of rows around those on the screen.
///
/// However long the history is, only some hundred rows are kept; the others are read from the local
/// store when the list comes near them.
public struct HistoryState: Equatable, Sendable {
  public var entries: [LedgerEntry] = []
  /// Lines that belong to those of `entries`, see `State.links`.
  var linked: [LedgerEntry] = []
  /// What the months come to that have been read.
  public internal(set) var months: [HistoryPeriod: HistoryMonth] = [:]
  /// The first line on the screen of the paper that is open.
  var paperTop = 0
  /// Rows above the first of `entries` that have been let go.
  public var rowsAbove = 0
  public var hasMoreLocally = true
  public var hasMoreOnServer = false
  /// A page is being read from the store or fetched from the server.
  public var isLoading = false
  var isLoadingAbove = false
  /// How far a search has looked when it has not come to the end.
  var resumeAt: HistoryPosition?
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
  /// Rows that are kept when more than `most` have come.
  static let kept = 600
  static let most = 900
}
