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
        isHinted: true),
      Command(action: .history(.nextFilter), title: .filter, keys: [.character("f")], hint: "f"),
    ], scopes: [.section, .anywhere],
    list: SurfaceList(
      move: { $1.history.move($0, pageHeight: $1.historyRows) },
      keepVisible: { $0.history.keepSelectionVisible(height: $0.historyRows) },
      search: ListSearch(
        id: .search, text: \.history.search, isTyping: \.history.isSearching,
        action: .history(.search), follow: { $0.followHistorySearch() },
        leave: { $0.leaveHistorySearch() })),
    arriving: { $0.history.entries.isEmpty ? [$0.history.firstPage] : [] },
    draw: { drawHistory($0, in: $0.listBody, on: &$1) })

  static func entry(_ entry: LedgerEntry) -> Surface {
    Surface(kind: .detail) { drawEntry(entry, $0, on: &$1) }
  }
}
