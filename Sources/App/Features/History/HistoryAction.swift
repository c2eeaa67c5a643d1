/// What a person can ask of history.
public enum HistoryAction: Hashable, Sendable {
  case search
  case nextFilter
  case select(row: Int)
  case open(row: Int)
  /// The line of the ledger that the open one takes back.
  case openReversed
}

extension HistoryAction {
  var access: Access { .everybody }
}

func performHistory(_ action: HistoryAction, _ state: inout State) -> [Effect] {
  switch action {
  case .search: return state.openSearch()
  case .nextFilter: return state.nextFilter()
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
    if state.tab == .history, let row = state.history.entries.firstIndex(of: line) {
      state.history.list.selection = row
    }
    state.openEntry(line)
  }
  return []
}
