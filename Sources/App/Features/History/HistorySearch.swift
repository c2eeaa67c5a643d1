import Cells
import Themes

extension State {
  /// Reads the list anew for what is asked for now.
  mutating func reloadHistory() -> [Effect] {
    history.query.text = history.search.text
    history.startOver()
    return [history.firstPage]
  }

  /// What an edit of the search field asks for; nothing when the text is still the same.
  mutating func followHistorySearch() -> [Effect] {
    history.search.text == history.query.text ? [] : reloadHistory()
  }

  mutating func openSearch() -> [Effect] {
    guard isSignedIn, tab == .history, sheets.isEmpty else { return [] }
    history.isSearching = true
    focus = nil
    return []
  }

  mutating func nextFilter() -> [Effect] {
    guard isSignedIn, tab == .history, sheets.isEmpty else { return [] }
    history.query.kind = history.query.kind.next
    return reloadHistory()
  }

  /// Esc takes one step back: from typing to the list, from a choice to the whole list.
  mutating func leaveHistorySearch() -> [Effect]? {
    guard isHistorySearchShown else { return nil }
    history.isSearching = false
    focus = nil
    guard !history.query.isAll else { return [] }
    history.search = TextField(limit: 60)
    history.query = HistoryQuery()
    return reloadHistory()
  }
}

extension State {
  /// Also while Tab has gone on from the field to the filter, before anything is looked for.
  fileprivate var isHistorySearchShown: Bool {
    history.isSearching || !history.query.isAll || focus == .historyFilter
  }
}

/// The field and the filter, where the title would be; `false` when neither is in use.
func drawSearch(_ state: State, in row: Rect, on canvas: inout Canvas) -> Bool {
  let history = state.history
  guard state.isHistorySearchShown else { return false }
  let filter = state.historyFilters
  let width = min(displayWidth(of: filter), max(14, row.width / 2))
  let place = row.inset(left: max(0, row.width - width))
  let isNarrowed = history.query != HistoryQuery(text: history.query.text)
  canvas.write(filter, in: place, isNarrowed ? .accent : .muted)
  canvas.add(
    Element(.historyFilter, .button, filter, bounds: place, action: .history(.nextFilter)))
  let line = SearchLine(id: .search, label: .search, hint: .searchHint)
  drawSearchLine(line, history.search, state, in: row.inset(right: width + 2), on: &canvas)
  return true
}

extension Element.ID {
  static let search: Element.ID = "history.search"
  fileprivate static let historyFilter: Element.ID = "history.filter"
}
