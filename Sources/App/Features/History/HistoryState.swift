public import Loyalty

/// The list of all ledger lines, as far as it has been scrolled.
public struct HistoryState: Hashable, Sendable {
  public var entries: [LedgerEntry] = []
  public var hasMoreLocally = true
  public var hasMoreOnServer = false
  /// A page is being read from the store or fetched from the server.
  public var isLoading = false
  public var selection = 0
  /// The first row on the screen.
  public var top = 0

  public init() {}

  /// Rows that are read from the store at once.
  static let pageSize = 100
}
