import Cells
import Loyalty
import Themes

/// The endless list of ledger lines, newest first.
func drawHistory(_ state: State, in body: Rect, on canvas: inout Canvas) {
  let history = state.history
  let phrases = state.phrases
  let layout = SectionLayout(body, state)
  var rest = layout.rest
  let head = layout.title.isEmpty ? rest.top(1) : layout.title
  if drawSearch(state, in: head, on: &canvas) {
    rest = rest.inset(top: layout.title.isEmpty ? 1 : 0)
  } else if !layout.title.isEmpty {
    canvas.sectionTitle("history.title", phrases.say(.history), in: head)
    if !history.entries.isEmpty {
      let isAll = !history.hasMoreLocally && !history.hasMoreOnServer
      let count = history.rowsAbove + history.entries.count
      let words =
        isAll ? phrases.count(count, .entry) : phrases.say(.historyCount, ["count": "\(count)"])
      let left = displayWidth(of: phrases.say(.history)) + 3
      drawTrend(
        state, in: head.inset(left: left, right: displayWidth(of: words) + 2).top(1), on: &canvas)
      canvas.label(
        "history.count", .status, words.withPlainSpaces, in: head, .muted, .right)
    }
  }
  guard !history.entries.isEmpty else {
    drawEmptyHistory(state, in: rest, on: &canvas)
    return
  }
  let lines = state.historyLines(from: history.top, height: rest.height)
  canvas.scrollBar(
    first: history.rowsAbove + history.top, count: history.rowsAbove + history.entries.count,
    in: rest)
  for (row, line) in lines.enumerated() {
    let place = rest.inset(top: row).top(1)
    switch line {
    case .month(let period): drawMonth(period, state, in: place, on: &canvas)
    case .entry(let index):
      drawEntryRow(
        history.entries[index], id: Element.ID(rawValue: "history.row.\(index)"),
        action: .history(.open(row: index)), isSelected: index == history.selection, state,
        in: place, on: &canvas)
    }
  }
  if history.isLoading, lines.count < rest.height {
    let place = rest.inset(left: 2, top: lines.count)
    canvas.waiting("history.loading", phrases.say(.loadingMore), in: place, .muted)
  }
}

/// What a month is called, and what its lines come to once all of them are known.
private func drawMonth(
  _ period: HistoryPeriod, _ state: State, in row: Rect, on canvas: inout Canvas
) {
  let phrases = state.phrases
  let inner = row.inset(left: 2, right: row.width >= 30 ? 2 : 0)
  let name = state.month(period)
  var (sums, count) = ("", "")
  if let month = state.history.months[period], month.isWhole {
    let parts = [month.spent, month.gained].filter { $0 != .zero }
      .map { phrases.signed($0, of: state.program) }
    sums = parts.joined(separator: "  ")
    count = " \(phrases.decimal(Int64(month.count)))"
  }
  canvas.write(sums, in: inner, .muted, .right)
  let room = inner.inset(right: sums.isEmpty ? 0 : displayWidth(of: sums) + 1)
  canvas.write(name + count, in: room, .heading)
  let line = room.inset(left: displayWidth(of: name + count) + 1)
  canvas.write(String(repeating: "─", count: max(0, line.width)), in: line, .border)
  let spoken = [name + count, sums].filter { !$0.isEmpty }.joined(separator: ", ")
  canvas.add(
    Element(
      Element.ID(rawValue: "history.month.\(period.year)-\(period.month)"), .heading,
      spoken.withPlainSpaces, bounds: row))
}

private func drawEmptyHistory(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  guard state.isSignedIn else {
    drawGuestSection(state, in: rect, on: &canvas)
    return
  }
  let history = state.history
  let isAll = history.query.isAll
  let isMonth = history.query == HistoryQuery(period: history.query.period)
  canvas.emptyNote(
    EmptyNote(
      prefix: "history", title: isAll ? .noHistory : .nothingFound,
      hint: isAll
        ? KeyedPhrase(.noHistoryHint) : isMonth ? .nothingInMonthHint : .nothingFoundHint,
      // What is narrowed down is looked for here first, whatever is asked of the server meanwhile.
      isAwaited: history.isLoading || isAll && state.network.isWorking, isOfServer: isAll,
      isOnSheet: false), state, in: rect)
}
