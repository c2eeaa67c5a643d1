import Loyalty

extension HistoryState {
  /// What reads the rows after those that are here.
  var nextPage: Effect {
    let position = resumeAt ?? entries.last.map(HistoryPosition.init)
    return .load(.history(.page(after: position, limit: HistoryState.pageSize, query)))
  }

  /// What reads the newest rows.
  var firstPage: Effect { .load(newest) }
  var newest: Load { .history(.page(after: nil, limit: HistoryState.pageSize, query)) }

  /// Adds a page where it belongs; the selected line stays selected while rows arrive above it.
  mutating func add(_ page: HistoryPage) -> [Effect] {
    // What was asked for before the last key does not matter any more.
    guard page.query == query else { return [] }
    hasMoreOnServer = page.hasMoreOnServer
    let known = Set(page.linked.map(\.id))
    linked = linked.filter { !known.contains($0.id) } + page.linked
    if let after = page.after {
      guard resumeAt.map({ $0 == after }) ?? (entries.last?.id == after.id) else { return [] }
      entries += page.entries
      addPage(page)
      letGoAbove()
    } else if rowsAbove == 0 {
      let selected = entries.indices.contains(selection) ? entries[selection].id : nil
      addNewest(page)
      // Whoever has not scrolled sees what is new.
      if selection > 0, let selected, let row = entries.firstIndex(where: { $0.id == selected }) {
        list.top = max(0, top + row - selection)
        list.selection = row
      }
    }
    list.selection = min(selection, max(0, entries.count - 1))
    return searchOn()
  }

  /// Adds rows that had been let go, or that have come meanwhile, above the others.
  mutating func add(_ newer: NewerHistory) {
    isLoadingAbove = false
    guard newer.query == query, entries.first?.id == newer.before.id else { return }
    entries = newer.entries + entries
    list.selection += newer.entries.count
    list.top += newer.entries.count
    rowsAbove = newer.hasMore ? max(1, rowsAbove - newer.entries.count) : 0
    guard entries.count > HistoryState.most else { return }
    let kept = max(HistoryState.kept, selection + HistoryState.pageSize)
    guard kept < entries.count else { return }
    entries.removeLast(entries.count - kept)
    hasMoreLocally = true
    resumeAt = nil
    isLoading = false
  }

  private mutating func addNewest(_ page: HistoryPage) {
    // NB: keep what was scrolled to, when the new page reaches down to it.
    if let last = page.entries.last, let overlap = entries.firstIndex(where: { $0.id == last.id }) {
      entries = page.entries + entries[(overlap + 1)...]
      isLoading = false
    } else if page.resumeAt == nil || !page.entries.isEmpty || entries.isEmpty {
      entries = page.entries
      addPage(page)
    }
  }

  private mutating func addPage(_ page: HistoryPage) {
    isLoading = false
    hasMoreLocally = page.hasMoreLocally
    resumeAt = page.resumeAt
  }

  /// A search that has not found a screenful yet goes on, after whatever waits, and then beyond
  /// what is stored.
  private mutating func searchOn() -> [Effect] {
    guard resumeAt != nil, !isLoading, selection + HistoryState.pageSize > entries.count else {
      return []
    }
    guard hasMoreLocally || hasMoreOnServer else { return [] }
    isLoading = true
    return [hasMoreLocally ? .later(.history(.searched(query))) : .ask(.olderHistory)]
  }

  /// Lets rows go that are far above the screen.
  private mutating func letGoAbove() {
    guard entries.count > HistoryState.most else { return }
    let count = min(entries.count - HistoryState.kept, top - HistoryState.pageSize)
    guard count > 0 else { return }
    entries.removeFirst(count)
    rowsAbove += count
    list.top -= count
    list.selection -= count
  }

  /// Moves the selection, and asks for more rows when it comes near the end of what is here.
  mutating func move(_ move: Move, pageHeight: Int) -> [Effect] {
    guard !entries.isEmpty else { return [] }
    if move == .first, rowsAbove > 0 {
      startOver()
      return [firstPage]
    }
    list.move(move, count: entries.count, height: pageHeight)
    return moreWhenNeeded(height: pageHeight)
  }

  /// Back to the newest row, with nothing read yet.
  mutating func startOver() {
    entries = []
    linked = []
    months = [:]
    rowsAbove = 0
    resumeAt = nil
    list = ListState()
    hasMoreLocally = true
    isLoading = true
  }

  mutating func keepSelectionVisible(height: Int) {
    list.scrollToSelection(count: entries.count, height: height)
  }

  private mutating func moreWhenNeeded(height: Int) -> [Effect] {
    if rowsAbove > 0, !isLoadingAbove, selection < 2 * max(1, height), let first = entries.first {
      isLoadingAbove = true
      return [.load(.history(.newer(before: .init(first), limit: HistoryState.pageSize, query)))]
    }
    guard !isLoading, selection + 2 * max(1, height) >= entries.count else { return [] }
    if hasMoreLocally {
      isLoading = true
      return [nextPage]
    }
    guard hasMoreOnServer else { return [] }
    isLoading = true
    return [.ask(.olderHistory)]
  }
}
