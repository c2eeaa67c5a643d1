import Cells
import Loyalty
import Themes

/// The endless list of ledger lines, newest first.
func drawHistory(_ state: State, in body: Rect, on canvas: inout Canvas) {
  let history = state.history
  let phrases = state.phrases
  let layout = SectionLayout(body, state)
  var rest = layout.rest
  let head = state.isCompact ? rest.top(1) : layout.title
  if drawSearch(state, in: head, on: &canvas) {
    rest = rest.inset(top: state.isCompact ? 1 : 0)
  } else if !state.isCompact {
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
        "history.count", .status, words.replacing("\u{A0}", with: " "), in: head, .muted, .right)
    }
  }
  guard !history.entries.isEmpty else {
    drawEmptyHistory(state, in: rest, on: &canvas)
    return
  }
  for line in canvas.rows(of: history.list, count: history.entries.count, in: rest) {
    drawEntryRow(
      history.entries[line.index], id: Element.ID(rawValue: "history.row.\(line.index)"),
      action: .history(.open(row: line.index)), isSelected: line.isSelected, state,
      in: line.place, on: &canvas)
  }
  let shown = history.entries.count - history.top
  if history.isLoading, shown < rest.height {
    let place = rest.inset(left: 2, top: max(0, shown))
    canvas.waiting("history.loading", phrases.say(.loadingMore), in: place, .muted)
  }
}

private func drawEmptyHistory(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  guard state.isSignedIn else {
    drawGuestSection(state, in: rect, on: &canvas)
    return
  }
  let isAll = state.history.query.isAll
  canvas.emptyNote(
    EmptyNote(
      prefix: "history", title: isAll ? .noHistory : .nothingFound,
      hint: isAll ? KeyedPhrase(.noHistoryHint) : nil,
      isAwaited: state.network.isWorking || state.history.isLoading, isOnSheet: false,
      isCentered: true), state, in: rect)
}
