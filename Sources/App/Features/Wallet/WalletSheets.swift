import Cells
import Loyalty
import Themes

/// The form of a card: its fields are many, so that they stand close together.
func drawCardForm(isNew: Bool, _ state: State, on canvas: inout Canvas) {
  let rows = formRows(state, width: 54) + 2 - (state.openForm?.fields.count ?? 0)
  let title = state.phrases.say(isNew ? .walletNew : .walletChange)
  drawForm(state, in: drawSheet(title, rows: rows, state, on: &canvas), on: &canvas)
}

/// The form of a file that is read or written.
func drawFileForm(_ title: Phrase, _ lead: Phrase, _ state: State, on canvas: inout Canvas) {
  let rows = formRows(state, width: 54) + 3
  var rest = drawSheet(state.phrases.say(title), rows: rows, state, on: &canvas)
  if rest.height >= 8 {
    let taken = canvas.paragraph(
      "wallet.lead", state.phrases.say(lead), in: rest.top(3), .sheetMuted)
    rest = rest.inset(top: taken + 1)
  }
  drawForm(state, in: rest, on: &canvas)
}

/// The question before a card is gone; the careful answer comes first.
func drawDeletion(_ id: LocalCard.ID, _ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  guard let card = state.wallet.card(id) else { return drawNoLocalCard(state, on: &canvas) }
  var rest = drawSheet(phrases.say(.walletDelete), rows: 6, state, on: &canvas)
  let words = phrases.say(.walletAskDelete, ["name": card.store])
  let room = rest.top(max(1, min(4, rest.height - 2)))
  let rows = canvas.paragraph("wallet.question", words, in: room, .sheetText)
  rest = rest.inset(top: rows + (rest.height >= rows + 3 ? 1 : 0))
  let place = rest.inset(right: max(0, rest.width - 34))
  canvas.button(.walletKeep, phrases.say(.walletKeep), in: place, action: .wallet(.keep))
  canvas.button(
    "wallet.delete", phrases.say(.walletDelete), in: place.inset(top: 1),
    action: .wallet(.delete), isPrimary: true)
}
