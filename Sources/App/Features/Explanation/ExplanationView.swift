import Cells
import Loyalty
import Themes

/// How the explanation is divided; it takes the whole screen.
struct ExplanationLayout {
  let title: Rect
  let verdict: Rect
  let list: Rect
  let foot: Rect

  init(_ size: Size) {
    let isRoomy = size.height >= 12
    let all = Rect(size).centered(width: Layout.widest).inset(x: size.width >= 20 ? 2 : 0)
    title = all.inset(top: isRoomy ? 1 : 0).top(1)
    verdict = all.inset(top: isRoomy ? 3 : 1).top(isRoomy ? 2 : 1)
    foot = size.height >= 6 ? all.bottom(1) : all.bottom(0)
    // The mark of the selection stands in the margin.
    list = all.inset(
      left: -2, top: isRoomy ? 5 : 2, bottom: foot.height + (isRoomy ? 1 : 0)
    ).intersection(Rect(size))
  }
}

extension State {
  /// Rows of the explanation that fit on the screen.
  var explanationRows: Int { max(1, ExplanationLayout(size).list.height) }
}

/// The lots behind the balance, and whether all of it adds up.
func drawExplanation(_ state: State, on canvas: inout Canvas) {
  let layout = ExplanationLayout(state.size)
  let phrases = state.phrases
  canvas.beginSheet(
    phrases.say(.explainBalance), on: canvas.bounds, as: .background, in: layout.title)
  let contents = state.explanation.contents
  if let explanation = contents.explanation {
    drawVerdict(explanation, state, in: layout.verdict, on: &canvas)
    drawLots(state, in: layout.list, on: &canvas)
  } else {
    canvas.awaited("explain.empty", state, in: layout.verdict)
  }
  drawFoot(state, confirmed: contents.confirmedAt, in: layout.foot, on: &canvas)
}

private func drawVerdict(
  _ explanation: BalanceExplanation, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let phrases = state.phrases
  let balance = phrases.points(explanation.balance, of: state.program)
  let sum = phrases.points(explanation.ledgerSum, of: state.program)
  if explanation.addsUp {
    canvas.paragraph(
      "explain.verdict", "✓ " + phrases.say(.explainAddsUp, ["points": balance]), in: rect,
      .sheetPositive)
  } else {
    canvas.paragraph(
      "explain.verdict", "! " + phrases.say(.explainOff, ["sum": sum, "points": balance]),
      in: rect, .sheetNegative)
  }
}

private func drawLots(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let rows = state.explanation.rows
  guard !rows.isEmpty else {
    canvas.note(
      "explain.none", state.phrases.say(.noHistoryHint), in: rect.inset(left: 2, right: 2))
    return
  }
  let list = state.explanation.list
  for line in canvas.rows(of: list, count: rows.count, in: rect) {
    drawExplanationRow(
      ExplanationRow(rows[line.index], state), line,
      id: Element.ID(rawValue: "explain.row.\(line.index)"), on: &canvas)
  }
}
