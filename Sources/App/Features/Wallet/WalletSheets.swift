import Cells
import Loyalty
import Themes

/// The form of a card: its fields are many, so that they stand close together.
func drawCardForm(isNew: Bool, _ state: State, on canvas: inout Canvas) {
  drawFormSheet(
    state.phrases.say(isNew ? .walletNew : .walletChange),
    extra: 2 - (state.openForm?.fields.count ?? 0), state, on: &canvas)
}

/// The form of a file that is read or written.
func drawFileForm(_ title: Phrase, _ lead: Phrase, _ state: State, on canvas: inout Canvas) {
  let lead = FormLead(id: "wallet.lead", words: state.phrases.say(lead), rows: 3, from: 8)
  drawFormSheet(state.phrases.say(title), lead, extra: 3, state, on: &canvas)
}

/// The question before a card is gone; the careful answer comes first.
func drawDeletion(_ id: LocalCard.ID, _ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  guard let card = state.wallet.card(id) else { return drawNoLocalCard(state, on: &canvas) }
  let dialog = Dialog(
    title: phrases.say(.walletDelete), rows: 6, id: "wallet.question",
    question: phrases.say(.walletAskDelete, ["name": card.name]),
    answers: [
      .init(id: .walletKeep, title: phrases.say(.walletKeep), action: .wallet(.keep)),
      .init(
        id: "wallet.delete", title: phrases.say(.walletDelete), action: .wallet(.delete),
        isPrimary: true),
    ], mostQuestion: 4)
  drawDialog(dialog, state, on: &canvas)
}
