import Loyalty

extension HistoryState {
  /// What reads the rows after those that are here.
  var nextPage: Effect {
    let position = entries.last.map { HistoryPosition(createdAt: $0.createdAt, id: $0.id) }
    return .loadHistory(after: position, limit: HistoryState.pageSize, query)
  }

  /// What reads the newest rows.
  var firstPage: Effect { .loadHistory(after: nil, limit: HistoryState.pageSize, query) }

  /// Adds a page where it belongs; the selected line stays selected while rows arrive above it.
  mutating func add(_ page: HistoryPage) -> [Effect] {
    // What was asked for before the last key does not matter any more.
    guard page.query == query else { return [] }
    let selected = entries.indices.contains(selection) ? entries[selection].id : nil
    isLoading = false
    hasMoreOnServer = page.hasMoreOnServer
    if let after = page.after {
      guard entries.last?.id == after.id else { return [] }
      entries += page.entries
      hasMoreLocally = page.hasMoreLocally
    } else {
      addNewest(page)
    }
    // Whoever has not scrolled sees what is new.
    if selection > 0, let selected, let row = entries.firstIndex(where: { $0.id == selected }) {
      list.top = max(0, top + row - selection)
      list.selection = row
    }
    list.selection = min(selection, max(0, entries.count - 1))
    return []
  }

  private mutating func addNewest(_ page: HistoryPage) {
    // NB: keep what was scrolled to, when the new page reaches down to it.
    if let last = page.entries.last, let overlap = entries.firstIndex(where: { $0.id == last.id }) {
      entries = page.entries + entries[(overlap + 1)...]
    } else {
      entries = page.entries
      hasMoreLocally = page.hasMoreLocally
    }
  }

  /// Moves the selection, and asks for more rows when it comes near the end of what is here.
  mutating func move(_ move: Move, pageHeight: Int) -> [Effect] {
    guard !entries.isEmpty else { return [] }
    list.move(move, count: entries.count, height: pageHeight)
    return moreWhenNeeded(height: pageHeight)
  }

  mutating func keepSelectionVisible(height: Int) {
    list.show(count: entries.count, height: height)
  }

  private mutating func moreWhenNeeded(height: Int) -> [Effect] {
    guard !isLoading, selection + 2 * max(1, height) >= entries.count else { return [] }
    if hasMoreLocally {
      isLoading = true
      return [nextPage]
    }
    guard hasMoreOnServer else { return [] }
    isLoading = true
    return [.pullOlder]
  }
}
