import Cells
import Themes

/// Whether to log out: the account stays, but to come back takes a code.
func drawLogOut(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  var rest = drawSheet(phrases.say(.logOutAsk), rows: 6, state, on: &canvas)
  let rows = canvas.paragraph(
    "logout.lead", phrases.say(.logOutLead), in: rest.top(max(1, rest.height - 1)), .sheetText)
  rest = rest.inset(top: rows + (rest.height >= rows + 2 ? 1 : 0))
  canvas.button(
    .logOut, phrases.say(.logOut), in: rest.narrowed(to: 34), action: .login(.logOut),
    isPrimary: true)
}

extension State {
  mutating func askToLogOut() {
    guard isSignedIn, sheets.last != .loggingOut else { return }
    open(.loggingOut)
    focus = .logOut
  }
}

extension Element.ID {
  static let logOut: Element.ID = "logout.confirm"
}
