import Cells
import Loyalty
import Themes

/// What only a member has, and the way to it.
func drawLoginNeeded(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let dialog = Dialog(
    title: phrases.say(.guestOnly), rows: 6, id: "guest.advice",
    question: phrases.say(.guestOnlyHint),
    answers: [
      .init(
        id: .logIn, title: phrases.say(.submitCode), action: .guest(.logIn), isPrimary: true)
    ], leastQuestion: 0)
  drawDialog(dialog, state, on: &canvas)
}

/// A section in which only a member has something.
func drawGuestSection(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let phrases = state.phrases
  let area = rect.inset(x: rect.width > 30 ? 2 : 0).centered(width: 60)
  let words = phrases.say(.guestHistory)
  let lines = wrapped(words, width: max(1, area.width), maxLines: 3).count
  var rest = area.inset(top: max(0, (area.height - lines - 4) * 2 / 5))
  canvas.label("guest.empty", .text, phrases.say(.guestOnly), in: rest, .heading, .center)
  rest = rest.inset(top: rest.height >= lines + 4 ? 2 : 1)
  let rows = canvas.paragraph("guest.advice", words, in: rest.top(3), .muted, .center)
  rest = rest.inset(top: rows + (rest.height > rows + 1 ? 1 : 0))
  drawLogInButton(state, in: rest.centered(width: 34), on: &canvas)
}
