/// The list that is on top of the screen, as far as moving in it is concerned.
extension State {
  mutating func moveInList(_ move: Move) -> [Effect] {
    switch sheets.last {
    case .explanation:
      explanation.list.move(move, count: explanation.rows.count, height: explanationRows)
      return []
    case .some: return []
    case nil: break
    }
    guard isSignedIn else { return [] }
    switch tab {
    case .home: break
    case .history: return history.move(move, pageHeight: historyRows)
    case .rewards: rewards.list.move(move, count: rewards.items.count, height: historyRows)
    case .more: more.move(move, count: moreItems.count, height: historyRows)
    }
    return []
  }

  /// Brings the selections back to the screen after its size has changed.
  mutating func keepSelectionsVisible() {
    history.keepSelectionVisible(height: historyRows)
    rewards.keepSelectionVisible(height: historyRows)
    explanation.list.show(count: explanation.rows.count, height: explanationRows)
    more.show(count: moreItems.count, height: historyRows)
  }
}
