import Cells
import Loyalty
import Themes

/// One line of the ledger, with all that is known about it.
func drawEntry(_ entry: LedgerEntry, _ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let text = EntryText(entry, state)
  var rest = drawSheet(text.title, rows: 8, state, on: &canvas)
  canvas.label(
    "entry.points", .text,
    "\(text.amount)\u{A0}\(phrases.noun(for: entry.points, of: state.program))",
    in: rest, entry.points < .zero ? .sheetNegative : .sheetPositive)
  rest = rest.inset(top: 2)
  let local = state.settings.zone.local(entry.createdAt)
  let year = state.settings.zone.local(state.now).day.year
  canvas.label(
    "entry.time", .text, "\(phrases.day(local.day, in: year)), \(phrases.time(local))", in: rest,
    .sheetText)
  rest = rest.inset(top: 1)
  if let place = text.place {
    rest = rest.inset(top: canvas.paragraph("entry.place", place, in: rest, .sheetText))
  }
  canvas.label("entry.kind", .text, phrases.say(entry.kind.phrase), in: rest, .sheetMuted)
}
