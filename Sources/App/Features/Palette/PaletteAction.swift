/// What a person can ask of the palette.
public enum PaletteAction: Equatable, Sendable {
  /// Everything; once more closes it.
  case show
  /// Only what the member and the business have.
  case find
  case run(row: Int)
  case runSelected
}

extension PaletteAction {
  /// What is chosen in it has the access of its own action.
  var access: Access { .everybody }
}

func performPalette(_ action: PaletteAction, _ state: inout State) -> [Effect] {
  switch action {
  case .show: state.sheets.last == .palette ? goBack(&state) : state.openPalette(isFinding: false)
  case .find: state.openPalette(isFinding: true)
  case .run(let row): state.runInPalette(row)
  case .runSelected: state.runInPalette(state.palette.list.selection)
  }
}

extension State {
  fileprivate mutating func openPalette(isFinding: Bool) -> [Effect] {
    guard sheets.last != .palette, isInside || !isFinding else { return [] }
    let recent = palette.recent
    palette = PaletteState()
    palette.recent = recent
    palette.isFinding = isFinding
    indexPalette()
    openSheet(.palette)
    return isInside ? FeatureDescription.all.flatMap { $0.findLoads(self) } : []
  }

  /// Does it where the palette was opened, as its own key would.
  fileprivate mutating func runInPalette(_ row: Int) -> [Effect] {
    guard sheets.last == .palette, let entry = palette.entry(row: row) else { return [] }
    let items = paletteItems(isFinding: palette.isFinding)
    sheets.removeLast()
    focus = nil
    palette.remember(entry.id)
    guard let item = items.first(where: { $0.id == entry.id }) else {
      toast(phrases.say(.paletteGone), isError: true)
      return []
    }
    return item.run(&self)
  }
}
