import Cells
import Themes

/// Whether to log out: the account stays, but to come back takes a code.
func drawLogOut(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let dialog = Dialog(
    title: phrases.say(state.isJoining ? .declineAsk : .logOutAsk), rows: 6, id: "logout.lead",
    question: phrases.say(state.isJoining ? .declineLead : .logOutLead),
    answers: [
      .init(
        id: .logOut, title: phrases.say(.logOut), action: .login(.logOut), isPrimary: true)
    ])
  drawDialog(dialog, state, on: &canvas)
}

extension State {
  mutating func askToLogOut() {
    guard sheets.last != .loggingOut else { return }
    openSheet(.loggingOut)
    focus = .logOut
  }
}

extension Element.ID {
  static let logOut: Element.ID = "logout.confirm"
}
