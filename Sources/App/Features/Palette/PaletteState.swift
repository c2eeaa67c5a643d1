import Loyalty

/// Everything that can be done or opened, and what was typed to find it.
public struct PaletteState: Equatable, Sendable {
  var query = TextField(limit: 60)
  /// Whether it has only what the member and the business have, and no commands.
  var isFinding = false
  var entries: [PaletteEntry] = []
  /// The places of those that fit, the best first.
  var ranked: [Int] = []
  var list = ListState()
  /// The language that the entries are in.
  var language: Language?
  /// Ids of what was used last, the last one first.
  var recent: [String] = []
  /// Letters that the last ranking has compared.
  var compared = 0

  /// How much of what was used is remembered.
  private static let most = 8

  public init() {}

  func entry(row: Int) -> PaletteEntry? {
    ranked.indices.contains(row) ? entries[ranked[row]] : nil
  }

  /// Chooses what fits; nothing typed leaves what the screens themselves would name.
  mutating func rank() {
    let query = PaletteQuery(query.text)
    guard !query.isEmpty else {
      compared = 0
      ranked = entries.indices.filter {
        isFinding || ![.elsewhere, .found].contains(entries[$0].group)
      }
      return
    }
    for place in entries.indices { entries[place].fold() }
    var ranking = PaletteRanking()
    ranked = ranking.rank(entries, query, recent: recent)
    compared = ranking.compared
  }

  mutating func remember(_ id: String) {
    recent.removeAll { $0 == id }
    recent.insert(id, at: 0)
    recent = Array(recent.prefix(PaletteState.most))
  }
}

extension State {
  /// Lists anew what there is; what was selected stays selected.
  mutating func indexPalette() {
    let selected = palette.entry(row: palette.list.selection)?.id
    let isFinding = palette.isFinding
    palette.entries = paletteItems(isFinding: isFinding)
      .map { PaletteEntry($0, isFolded: $0.group != .found) }
    palette.language = settings.language
    palette.rank()
    if palette.list.selection > 0, let selected,
      let row = palette.ranked.firstIndex(where: { palette.entries[$0].id == selected })
    {
      palette.list.selection = row
    }
  }

  /// What is there has changed, or is said in another language.
  mutating func settlePalette(after event: Event) {
    guard sheets.last == .palette else { return }
    if event.mayBringContents || palette.language != settings.language { indexPalette() }
  }

  mutating func followPalette() {
    palette.list = ListState()
    palette.rank()
  }
}

extension Event {
  /// Whether it comes neither from the person nor from the clock.
  fileprivate var mayBringContents: Bool {
    if case .input = self { return false }
    if case .action = self { return false }
    return self != .deadline
  }
}
