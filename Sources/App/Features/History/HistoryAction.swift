import Loyalty

/// What a person can ask of history.
public enum HistoryAction: Equatable, Sendable {
  case search
  case nextFilter
  /// To the month before the one that is shown, or after it.
  case previousMonth
  case nextMonth
  /// Only what happened where the selected line did, or all again.
  case togglePlace
  case select(row: Int)
  case open(row: Int)
  /// The line of the ledger that the open one takes back.
  case openReversed
  /// One of the lines that take back the open one.
  case openReturn(Int)
}

extension HistoryAction {
  var access: Access { .everybody }
}

func performHistory(_ action: HistoryAction, _ state: inout State) -> [Effect] {
  switch action {
  case .search: return state.openSearch()
  case .nextFilter: return state.nextFilter()
  case .previousMonth: return state.stepMonth(-1)
  case .nextMonth: return state.stepMonth(1)
  case .togglePlace: return state.togglePlace()
  case .select(let row):
    guard state.history.entries.indices.contains(row) else { return [] }
    state.history.list.selection = row
  case .open(let row):
    guard state.history.entries.indices.contains(row) else { return [] }
    state.history.list.selection = row
    state.openEntry(state.history.entries[row])
  case .openReversed:
    guard case .entry(let entry) = state.sheets.last ?? state.selectedDetail?.sheet,
      let line = state.reversed(by: entry)
    else { return [] }
    state.follow(line)
  case .openReturn(let index):
    guard case .entry(let entry) = state.sheets.last ?? state.selectedDetail?.sheet else {
      return []
    }
    let returns = state.returns(of: entry)
    guard returns.indices.contains(index) else { return [] }
    state.follow(returns[index])
  }
  return []
}

extension State {
  /// Opens a line that is linked to the open one, and selects it where it is in the list.
  fileprivate mutating func follow(_ line: LedgerEntry) {
    if tab == .history, let row = history.entries.firstIndex(of: line) {
      history.list.selection = row
    }
    // To and fro, no sheet is opened above itself.
    if sheets.count > 1, sheets[sheets.count - 2] == .entry(line) {
      sheets.removeLast()
      history.paperTop = 0
      focus = links(of: line).first?.id
      return
    }
    openEntry(line)
  }
}
