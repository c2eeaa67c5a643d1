import Cells
import Loyalty
import Themes

/// Home without anything in the local store: loading, or what to do about it.
func drawNothingYet(_ state: State, in body: Rect, on canvas: inout Canvas) {
  let phrases = state.phrases
  guard let trouble = state.network.trouble(now: state.now) else {
    drawSkeleton(state, in: body, on: &canvas)
    return
  }
  let title = phrases.title(for: trouble)
  let advice = state.advice(for: trouble)
  let width = min(60, body.inset(x: body.width > 30 ? 2 : 0).width)
  func rows(_ text: String) -> Int {
    wrapped(text, width: max(1, width), maxLines: body.height).count
  }
  // The button keeps its row: without it there is no way on.
  let gap = rows(title) + rows(advice) + 3 <= body.height ? 1 : 0
  let taken = min(body.height, rows(title) + rows(advice) + 1 + 2 * gap)
  var rest = body.centered(width: width).centered(height: max(min(7, body.height), taken))
  let head = canvas.paragraph(
    "home.trouble", title, in: rest.inset(bottom: 1), .heading, .center, role: .heading)
  rest = rest.inset(top: head + gap)
  let told = canvas.paragraph("home.advice", advice, in: rest.inset(bottom: 1), .muted, .center)
  rest = rest.inset(top: told + gap)
  canvas.button(
    "home.retry", phrases.say(.refresh), in: rest.centered(width: 20), action: .refresh,
    isPrimary: true)
}

/// Grey bars where the card and the balance will be.
private func drawSkeleton(_ state: State, in body: Rect, on canvas: inout Canvas) {
  let area = body.inset(x: body.width > 30 ? 2 : 0, y: body.height > 10 ? 1 : 0)
  canvas.waiting("home.loading", state.phrases.say(.loading), in: area, .muted)
  for (row, width) in [(2, 24), (4, 16), (6, 32), (7, 28), (8, 30)] where row < area.height {
    let bar = Rect(
      x: area.x, y: area.y + row, width: min(width, area.width), height: 1)
    canvas.fill(bar, .skeleton)
  }
}
