import Cells
import Loyalty
import Themes

/// Home without anything in the local store: loading, or what to do about it.
func drawNothingYet(_ state: State, in body: Rect, on canvas: inout Canvas) {
  let phrases = state.phrases
  guard let trouble = state.network.trouble else {
    drawSkeleton(state, in: body, on: &canvas)
    return
  }
  let area = body.inset(x: body.width > 30 ? 2 : 0).centered(width: 60).centered(height: 7)
  var rest = area
  let title: String =
    switch trouble {
    case .offline(let cause): phrases.title(for: cause)
    case .refused where trouble.isTooOld: phrases.say(.tooOldTitle)
    case .refused, .garbled, .tooLarge, .signedOut, .local, .storage: phrases.say(.retrying)
    }
  canvas.label("home.trouble", .heading, title, in: rest, .heading, .center)
  rest = rest.inset(top: area.height >= 5 ? 2 : 1)
  let advice =
    if case .offline(let cause) = trouble { phrases.advice(for: cause) } else {
      state.words(for: trouble)
    }
  let rows = canvas.paragraph("home.advice", advice, in: rest, .muted, .center)
  rest = rest.inset(top: rows + 1)
  canvas.button(
    "home.retry", phrases.say(.refresh), in: rest.centered(width: 20), action: .refresh,
    isPrimary: true)
}

/// Grey bars where the card and the balance will be.
private func drawSkeleton(_ state: State, in body: Rect, on canvas: inout Canvas) {
  let area = body.inset(x: body.width > 30 ? 2 : 0, y: body.height > 10 ? 1 : 0)
  canvas.label("home.loading", .status, state.phrases.say(.loading), in: area, .muted)
  for (row, width) in [(2, 24), (4, 16), (6, 32), (7, 28), (8, 30)] where row < area.height {
    let bar = Rect(
      x: area.x, y: area.y + row, width: min(width, area.width), height: 1)
    canvas.fill(bar, .skeleton)
  }
}
