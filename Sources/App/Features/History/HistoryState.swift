public import Loyalty

/// The list of all ledger lines, as far as it has been scrolled.
public struct HistoryState: Hashable, Sendable {
  public var entries: [LedgerEntry] = []
  public var hasMoreLocally = true
  public var hasMoreOnServer = false
  /// A page is being read from the store or fetched from the server.
  public var isLoading = false
  public var list = ListState()

  public init() {}

  public var selection: Int { list.selection }
  var top: Int { list.top }

  /// Rows that are read from the store at once.
  static let pageSize = 100
}
