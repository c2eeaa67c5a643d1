import Loyalty

extension State {
  mutating func openSheet(_ sheet: Sheet) {
    // Beside the list one detail takes the place of another.
    if isInPane, sheet.surface.kind == .detail { sheets.removeLast() }
    sheets.append(sheet)
    leaveSurface()
  }

  /// Something else is on top.
  fileprivate mutating func leaveSurface() {
    for feature in FeatureDescription.all { feature.leave(&self) }
    focus = nil
    textTop = 0
  }
}

/// Leaves what is on top, one thing at a time.
func goBack(_ state: inout State) -> [Effect] {
  // A word that goes by itself must not take the key from what stands behind it.
  if let error = state.toasts.lastIndex(where: \.isError) {
    state.toasts.remove(at: error)
    return []
  }
  let surface = state.surface
  if let effects = surface.list?.search?.leave(&state) { return effects }
  if let effects = surface.back(&state) { return effects }
  if state.askBeforeLosingWords() { return [] }
  if !state.sheets.isEmpty {
    state.sheets.removeLast()
    state.leaveSurface()
    return state.sheets.last?.surface.arriving(&state) ?? []
  }
  if state.tab != .home { return go(to: .home, &state) }
  state.focus = nil
  return []
}

/// Goes to a section.
func go(to tab: Tab, _ state: inout State) -> [Effect] {
  guard state.isInside, state.tabs.contains(tab) else { return [] }
  state.tab = tab
  state.sheets = []
  state.leaveSurface()
  return tab.surface.arriving(&state)
}
