import Cells
import Loyalty
import Themes

/// The endless list of ledger lines, newest first.
func drawHistory(_ state: State, in body: Rect, on canvas: inout Canvas) {
  let history = state.history
  let phrases = state.phrases
  let body = body.centered(width: Layout.widest)
  var rest = body
  let head = state.isCompact ? body.top(1) : body.inset(left: 2, top: 1, right: 2)
  if drawSearch(state, in: head.top(1), on: &canvas) {
    rest = body.inset(top: state.isCompact ? 1 : 3)
  } else if !state.isCompact {
    canvas.label("history.title", .heading, phrases.say(.history), in: head, .heading)
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
    rest = body.inset(top: 3)
  }
  guard !history.entries.isEmpty else {
    drawEmptyHistory(state, in: rest, on: &canvas)
    return
  }
  for (index, place) in canvas.rows(of: history.list, count: history.entries.count, in: rest) {
    drawEntryRow(
      history.entries[index], id: Element.ID(rawValue: "history.row.\(index)"),
      action: .history(.open(row: index)), isSelected: index == history.selection, state,
      in: place, on: &canvas)
  }
  let shown = history.entries.count - history.top
  if history.isLoading, shown < rest.height {
    let place = rest.inset(left: 2, top: max(0, shown))
    canvas.label("history.loading", .status, phrases.say(.loadingMore), in: place, .muted)
  }
}

private func drawEmptyHistory(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  guard state.isSignedIn else {
    drawGuestSection(state, in: rect, on: &canvas)
    return
  }
  let phrases = state.phrases
  let area = rect.inset(x: rect.width > 30 ? 2 : 0)
  if state.network.isWorking || state.history.isLoading {
    canvas.label("history.loading", .status, phrases.say(.loading), in: area, .muted)
    return
  }
  guard state.history.query.isAll else {
    canvas.label("history.empty", .text, phrases.say(.nothingFound), in: area, .text)
    return
  }
  canvas.label("history.empty", .text, phrases.say(.noHistory), in: area, .text)
  let advice =
    state.network.trouble.map { state.words(for: $0) } ?? phrases.say(.noHistoryHint)
  canvas.paragraph("history.advice", advice, in: area.inset(top: 2).centered(width: 60), .muted)
}
