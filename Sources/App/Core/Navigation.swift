import Loyalty

extension State {
  mutating func open(_ sheet: Sheet) {
    // Beside the list one detail takes the place of another.
    if isBesideList, sheet.surface.kind == .detail { sheets.removeAll() }
    sheets.append(sheet)
    paperZoom = nil
    isInkSwapped = false
    focus = nil
  }
}

/// Leaves what is on top, one thing at a time.
func goBack(_ state: inout State) -> [Effect] {
  // A word that goes by itself must not take the key from what stands behind it.
  if let error = state.toasts.lastIndex(where: \.isError) {
    state.toasts.remove(at: error)
  } else if state.leaveShopSearch() || state.leaveWalletSearch() {
    return []
  } else if state.travel != nil, state.openScreen != nil {
    state.endTravel()
  } else if state.sheets.last == .leavingForm {
    state.keepTyping()
  } else if state.askBeforeLosingWords() {
    return []
  } else if !state.sheets.isEmpty {
    state.sheets.removeLast()
    state.focus = nil
    state.rewards.leaveSheet()
    state.promotions.problem = nil
    state.paperZoom = nil
    state.isInkSwapped = false
    return state.followCode()
  } else if state.leaveLogin() {
    return []
  } else if !state.isInside {
    return performLogin(.changeNumber, &state)
  } else if let effects = state.leaveSearch() {
    return effects
  } else if state.tab != .home {
    return go(to: .home, &state)
  } else {
    state.focus = nil
  }
  return []
}

/// Goes to a section.
func go(to tab: Tab, _ state: inout State) -> [Effect] {
  guard state.isInside, state.tabs.contains(tab) else { return [] }
  state.tab = tab
  state.sheets = []
  state.focus = nil
  state.rewards.leaveSheet()
  state.promotions.problem = nil
  state.history.keepSelectionVisible(height: state.historyRows)
  switch tab {
  case .home: return []
  case .history:
    guard state.history.entries.isEmpty else { return [] }
    return [state.history.firstPage]
  case .rewards: return [.load(.rewards)]
  case .promotions: return [.load(.promotions)]
  case .more: return []
  case .screen(let slug): return state.screens.screen(slug).map { state.loads(for: $0) } ?? []
  }
}
