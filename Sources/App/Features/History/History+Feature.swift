import Cells
import Loyalty

extension FeatureDescription {
  static let history = FeatureDescription(shows: { $0.isSignedIn ? [$0.history.newest] : [] })
}

extension Surface {
  static let history = Surface(
    commands: [
      Command(
        action: .history(.search), title: .search, keys: [.character("/")], hint: "/",
        isHinted: true, when: \.mayHaveHistory),
      Command(
        action: .history(.nextFilter), title: .filter, keys: [.character("f")], hint: "f",
        when: \.mayHaveHistory),
      Command(
        action: .history(.previousMonth), title: .previousMonth, keys: [.character("p")],
        hint: "p", when: \.mayHaveHistory),
      Command(
        action: .history(.nextMonth), title: .nextMonth, keys: [.character("P")], hint: "P",
        when: { $0.history.query.period != nil }),
      Command(
        action: .history(.togglePlace), title: .onlyThisShop, keys: [.character("s")], hint: "s",
        label: { $0.history.query.place == nil ? nil : .allShops }, when: { $0.canTogglePlace }),
      Command(
        action: .saving(.show(.history)), title: .historyExport, keys: [.character("e")],
        hint: "e", when: \.mayHaveHistory),
    ], scopes: [.section, .anywhere],
    list: SurfaceList(
      move: { move, state in
        let effects = state.history.move(move, pageHeight: state.historyRows)
        state.keepHistoryVisible()
        return effects
      },
      keepVisible: { $0.keepHistoryVisible() },
      search: ListSearch(
        id: .search, text: \.history.search, isTyping: \.history.isSearching,
        action: .history(.search), follow: { $0.followHistorySearch() },
        leave: { $0.leaveHistorySearch() })),
    copies: { $0.selectedEntry?.receipt?.number },
    arriving: { $0.history.entries.isEmpty ? [$0.history.firstPage] : [] },
    detail: { state in
      state.selectedEntry.map { (.entry($0), .history(.open(row: state.history.selection))) }
    },
    aside: { drawMonthAside($0, in: $1, on: &$2) },
    draw: { drawHistory($0, in: $0.listBody, on: &$1) })

  static func entry(_ entry: LedgerEntry) -> Surface {
    Surface(
      kind: .detail, list: entry.receipt == nil ? nil : .text { $0.scrollPrinted(entry, $1) },
      copies: { _ in entry.receipt?.number }, draw: { drawEntry(entry, $0, on: &$1) })
  }
}

extension State {
  fileprivate var selectedEntry: LedgerEntry? {
    let (entries, row) = (history.entries, history.selection)
    return isSignedIn && entries.indices.contains(row) ? entries[row] : nil
  }

  /// Whether there is, or may be, a line that could be looked for.
  fileprivate var mayHaveHistory: Bool {
    guard isSignedIn else { return false }
    let isWhole = !history.isLoading && !history.hasMoreLocally && !history.hasMoreOnServer
    return !(isWhole && history.entries.isEmpty && history.query.isAll)
  }
}
