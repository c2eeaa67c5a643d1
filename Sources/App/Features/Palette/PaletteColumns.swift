import Cells
import Themes

/// The commands in columns, as they always stand, with what does not fit in the quiet; below them what
/// else was found.
struct PaletteColumns {
  private let state: State
  private let body: Rect
  /// A group that is too long for one goes on in the next, without a name.
  private let columns: [(title: String?, rows: [PaletteRow])]
  /// The turns of what else was found: there may be thousands, of which a few are on the screen.
  private let found: [Int]
  /// Rows of the longest, with its name.
  private let height: Int

  /// Columns of the screen for each: a key and a title that can still be told from others.
  private static let least = 24
  private static let gap = 3
  /// Rows for what else was found, at least: its name, a blank before it, and some of it.
  private static let leastFound = 5

  /// - Returns: `nil` where there is no room for them, and where there are no commands.
  init?(_ state: State, in body: Rect) {
    let palette = state.palette
    // Commands stand before all else.
    let commands = palette.entries.prefix { [.here, .go, .app].contains($0.group) }
    var turns: [Int: Int] = [:]
    var found: [Int] = []
    for (turn, place) in palette.ranked.enumerated() {
      if place < commands.count { turns[place] = turn } else { found.append(turn) }
    }
    self.found = found
    func rows(_ groups: [PaletteItem.Group]) -> [PaletteRow] {
      commands.indices.filter { groups.contains(commands[$0].group) }.map { place in
        PaletteRow(
          commands[place], row: turns[place],
          isSelected: turns[place] == palette.list.selection)
      }
    }
    let isSection = state.sheets.count <= 1 && state.isInside
    let groups = [
      (isSection ? state.title(of: state.tab) : state.phrases.say(.paletteHere), rows([.here])),
      (state.phrases.say(.paletteGo), rows([.go])), (state.phrases.say(.paletteApp), rows([.app])),
    ].filter { !$0.1.isEmpty }
    let room = body.height - 1 - (found.isEmpty ? 0 : PaletteColumns.leastFound)
    let most = (body.width + PaletteColumns.gap) / (PaletteColumns.least + PaletteColumns.gap)
    guard !palette.isFinding, room >= 3, most >= 2, !groups.isEmpty else { return nil }
    var columns: [(title: String?, rows: [PaletteRow])] = []
    for (title, rows) in groups {
      let count = (rows.count + room - 1) / room
      let length = (rows.count + count - 1) / count
      for part in 0..<count {
        let rows = Array(rows.dropFirst(part * length).prefix(length))
        columns.append((part == 0 ? title : nil, rows))
      }
    }
    guard columns.count <= most else { return nil }
    height = (columns.map(\.rows.count).max() ?? 0) + 1
    self.columns = columns
    self.state = state
    self.body = body
  }

  func draw(on canvas: inout Canvas) {
    let count = columns.count
    let width = (body.width - PaletteColumns.gap * (count - 1)) / count
    for (turn, column) in columns.enumerated() {
      let place = body.inset(left: turn * (width + PaletteColumns.gap)).narrowed(to: width)
      if let title = column.title { heading(title, nil, in: place, on: &canvas) }
      let keys = PaletteRow.keys(column.rows)
      for (index, row) in column.rows.enumerated() {
        row.draw(
          in: place.inset(top: 1 + index).top(1), keys: keys, noted: false, state, on: &canvas)
      }
    }
    guard !found.isEmpty else { return }
    let rest = body.inset(top: height + 1)
    heading(state.phrases.say(.paletteFound), found.count, in: rest, on: &canvas)
    let list = rest.inset(top: 1)
    // What is selected is on the screen.
    let selection = state.palette.list.selection
    let selected = found.firstIndex(of: selection) ?? 0
    let top = max(0, selected - list.height + 1)
    let shown = found.dropFirst(top).prefix(list.height).compactMap { turn in
      state.palette.entry(row: turn).map {
        PaletteRow($0, row: turn, isSelected: turn == selection)
      }
    }
    let keys = PaletteRow.keys(shown)
    for (index, row) in shown.enumerated() {
      row.draw(in: list.inset(top: index).top(1), keys: keys, noted: true, state, on: &canvas)
    }
  }

  /// A name, how much there is of it, and a hairline.
  private func heading(_ name: String, _ count: Int?, in place: Rect, on canvas: inout Canvas) {
    let row = place.top(1)
    let id = Element.ID(rawValue: "palette.\(name)")
    canvas.label(id, .heading, name, in: row, .sheetHeading)
    var x = displayWidth(of: name) + 1
    if let count {
      let number = state.phrases.decimal(Int64(count))
      canvas.write(number, in: row.inset(left: x), canvas.style(.muted, on: .sheet))
      x += displayWidth(of: number) + 1
    }
    let rule = row.inset(left: x)
    canvas.write(
      String(repeating: "─", count: max(0, rule.width)), in: rule, canvas.style(.border, on: .sheet)
    )
  }
}
