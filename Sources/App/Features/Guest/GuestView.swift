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
  let area = rect.inset(x: rect.width > 30 ? 2 : 0)
  canvas.label("guest.empty", .text, phrases.say(.guestOnly), in: area, .text)
  let rows = canvas.paragraph(
    "guest.advice", phrases.say(.guestHistory), in: area.inset(top: 1).top(3), .muted)
  drawLogInButton(state, in: area.inset(top: rows + (area.height > rows + 2 ? 2 : 1)), on: &canvas)
}
