import Cells
import Themes

/// How the palette is divided: the line, what fits, the keys.
struct PaletteLayout {
  let panel: Rect
  let head: Rect
  let body: Rect
  let foot: Rect

  init(_ size: Size) {
    let isRoomy = size.width >= 60 && size.height >= 20
    let all = Rect(size)
    panel =
      isRoomy
      ? all.centered(width: size.width - 18).centered(height: size.height - 7) : all
    let band = isRoomy ? 3 : 1
    head = panel.top(min(band, panel.height))
    let inner = panel.inset(x: isRoomy ? 3 : min(2, panel.width / 8), y: 0)
    foot = panel.height >= 8 ? inner.bottom(isRoomy ? 2 : 1).top(1) : inner.bottom(0)
    let below = panel.height >= 8 ? (isRoomy ? 3 : 2) : 0
    body = inner.inset(top: band + (isRoomy ? 1 : panel.height >= 10 ? 1 : 0), bottom: below)
  }
}

extension State {
  /// Rows of what fits, where it is one list.
  var paletteRows: Int { max(1, PaletteLayout(size).body.height) }
}

func drawPalette(_ state: State, on canvas: inout Canvas) {
  let layout = PaletteLayout(state.size)
  canvas.stand(on: .sheet)
  canvas.fill(layout.panel, .sheet)
  // The arrows move in the list while one types.
  canvas.keepsSelection = true
  drawPaletteLine(state, layout, on: &canvas)
  if state.palette.ranked.isEmpty {
    let words: Phrase = state.palette.query.text.isEmpty ? .paletteNothing : .paletteNone
    canvas.note("palette.none", state.phrases.say(words), in: layout.body, .sheetMuted)
  } else if let columns = PaletteColumns(state, in: layout.body) {
    columns.draw(on: &canvas)
  } else {
    drawPaletteList(state, in: layout.body, on: &canvas)
  }
  drawPaletteKeys(state, in: layout.foot, on: &canvas)
}

/// What is typed, and how much it has found.
private func drawPaletteLine(_ state: State, _ layout: PaletteLayout, on canvas: inout Canvas) {
  let palette = state.palette
  let phrases = state.phrases
  canvas.fill(layout.head, .button)
  let row = layout.head.inset(top: layout.head.height / 2).top(1)
  let line = Rect(x: layout.body.x, y: row.y, width: layout.body.width, height: row.height)
  let total = phrases.decimal(Int64(palette.entries.count))
  let count =
    palette.query.text.isEmpty
    ? total
    : phrases.say(
      .paletteCount, ["count": phrases.decimal(Int64(palette.ranked.count)), "total": total])
  let room = displayWidth(of: count) + 2
  canvas.write(palette.isFinding ? "/" : ":", in: line, canvas.style(.accent, on: .button))
  let field = line.inset(left: 2, right: line.width > room + 12 ? room : 0)
  let before = displayWidth(of: palette.query.text.prefix(palette.query.caret))
  let skipped = max(0, before - field.width + 1)
  var shown = Substring(palette.query.text)
  while displayWidth(of: palette.query.text) - displayWidth(of: shown) < skipped, !shown.isEmpty {
    shown.removeFirst()
  }
  if palette.query.text.isEmpty {
    let hint: Phrase = palette.isFinding ? .paletteFindHint : .paletteHint
    canvas.write(phrases.say(hint), in: field, canvas.style(.muted, on: .button))
  } else {
    var style = canvas.style(.text, on: .button)
    style.attributes.insert(.bold)
    canvas.write(String(shown), in: field, style)
  }
  if line.width > room + 12 {
    canvas.write(count, in: line, canvas.style(.muted, on: .button), .right)
  }
  if !field.isEmpty {
    let hidden = displayWidth(of: palette.query.text) - displayWidth(of: shown)
    canvas.cursor = Point(x: min(field.x + before - hidden, field.maxX - 1), y: field.y)
  }
  let label = phrases.say(palette.isFinding ? .paletteFind : .palette)
  let text = palette.query.text
  var element = Element(
    .palette, .field, text.isEmpty ? label : "\(label) \(text)", bounds: line,
    action: .focus(.palette))
  element.isFocused = true
  canvas.add(element)
  canvas.add(Element("palette.count", .status, count, bounds: line))
}

/// All that fits, the best first.
private func drawPaletteList(_ state: State, in body: Rect, on canvas: inout Canvas) {
  let palette = state.palette
  let lines = canvas.rows(of: palette.list, count: palette.ranked.count, in: body)
  let rows = lines.compactMap { line in
    palette.entry(row: line.index).map {
      (line, PaletteRow($0, row: line.index, isSelected: line.isSelected))
    }
  }
  let keys = PaletteRow.keys(rows.map { $0.1 })
  for (line, row) in rows {
    row.draw(in: line.place, keys: keys, noted: true, state, on: &canvas)
  }
}

private func drawPaletteKeys(_ state: State, in row: Rect, on canvas: inout Canvas) {
  let phrases = state.phrases
  let palette = state.palette
  let obstacle = palette.entry(row: palette.list.selection)?.obstacle ?? ""
  canvas.write(obstacle, in: row, canvas.style(.muted, on: .sheet))
  let room = obstacle.isEmpty ? 0 : displayWidth(of: obstacle) + 3
  var hints: [Hint] = []
  if palette.ranked.count > 1 {
    hints.append(Hint(id: "palette.move", key: "↑↓", title: phrases.say(.move), action: nil))
  }
  if !palette.ranked.isEmpty {
    hints.append(
      Hint(
        id: "palette.do", key: Command.key(.activate), title: phrases.say(.paletteDo),
        action: .palette(.runSelected)))
  }
  canvas.hintLine(
    endingAtRight: hints + [state.closeHint(.back)], gap: 3, in: row.inset(left: room), on: .sheet)
}

/// An entry: its key, its title with the letters that were found, and what there is to say of it.
struct PaletteRow {
  let entry: PaletteEntry
  /// Its turn; `nil` for what does not fit what was typed.
  let row: Int?
  let isSelected: Bool

  /// Columns that the keys of rows below each other take, with what is between them and the titles.
  static func keys(_ rows: [PaletteRow]) -> Int {
    let widest = rows.map { displayWidth(of: $0.entry.key) }.max() ?? 0
    return widest == 0 ? 0 : min(widest, 9) + 2
  }

  init(_ entry: PaletteEntry, row: Int?, isSelected: Bool) {
    self.entry = entry
    self.row = row
    self.isSelected = isSelected
  }

  /// - Parameter keys: columns for the keys.
  func draw(in place: Rect, keys: Int, noted: Bool, _ state: State, on canvas: inout Canvas) {
    let isQuiet = row == nil || !entry.obstacle.isEmpty
    let words = entry.obstacle.isEmpty ? entry.note : entry.obstacle
    let note = noted ? words : ""
    if isSelected { canvas.fill(place.inset(x: -1), .selection) }
    let keys = place.width >= 24 ? keys : 0
    let keyLook = isSelected ? .selection : isQuiet ? .hint : ThemeToken.key
    if keys > 0 {
      canvas.write(
        entry.key, in: place.narrowed(to: keys - 2),
        isSelected ? canvas.style(.selection, on: .selection) : canvas.style(keyLook, on: .sheet))
    }
    let rest = place.inset(left: keys)
    let noteRoom = note.isEmpty ? 0 : min(displayWidth(of: note) + 2, rest.width / 2)
    let title = rest.inset(right: noteRoom)
    let look: ThemeToken = isQuiet ? .hint : .text
    let style =
      isSelected ? canvas.style(.selection, on: .selection) : canvas.style(look, on: .sheet)
    canvas.write(entry.title, in: title, style)
    drawMarks(in: title, style, state, on: &canvas)
    if noteRoom > 0 {
      canvas.write(
        note, in: rest.inset(left: rest.width - noteRoom + 2),
        isSelected ? style : canvas.style(.muted, on: .sheet), .right)
    }
    guard let row else { return }
    let spoken = [entry.title, words, entry.key].filter { !$0.isEmpty }.joined(separator: ", ")
    var element = Element(
      Element.ID(rawValue: "palette.row.\(row)"), .listItem, spoken, bounds: place,
      action: .palette(.run(row: row)))
    element.isSelected = isSelected
    canvas.add(element)
  }

  /// The letters that were found.
  private func drawMarks(
    in title: Rect, _ style: Style, _ state: State, on canvas: inout Canvas
  ) {
    guard row != nil else { return }
    var ranking = PaletteRanking()
    let marks = ranking.marks(in: entry, PaletteQuery(state.palette.query.text))
    guard !marks.isEmpty else { return }
    var marked = isSelected ? style : canvas.style(.accent, on: .sheet)
    marked.attributes.formUnion([.bold, .underline])
    let shown = truncated(entry.title, to: title.width)
    var x = title.x
    for (place, character) in shown.enumerated() {
      let width = displayWidth(of: character)
      if marks.contains(place), character != "…" {
        canvas.write(
          String(character), in: Rect(x: x, y: title.y, width: width, height: 1), marked)
      }
      x += width
    }
  }
}
