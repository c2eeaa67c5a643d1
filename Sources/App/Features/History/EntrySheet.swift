import Cells
import Loyalty
import Themes

/// One line of the ledger, with all that is known about it.
func drawEntry(_ entry: LedgerEntry, _ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let text = EntryText(entry, state)
  let reversed = state.reversed(by: entry)
  var rest = drawSheet(text.title, rows: reversed == nil ? 8 : 10, state, on: &canvas)
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
  guard let reversed else { return }
  let line = EntryText(reversed, state)
  canvas.button(
    "entry.reversed", phrases.say(.entryReversed, ["title": line.title, "day": line.day]),
    in: rest.inset(top: rest.height > 2 ? 2 : 1), action: .history(.openReversed), isPrimary: true)
}

extension State {
  /// Opens a line; Enter leads on to what it takes back.
  mutating func openEntry(_ entry: LedgerEntry) {
    openSheet(.entry(entry))
    if reversed(by: entry) != nil { focus = "entry.reversed" }
  }

  /// The line that another one takes back, when it is among those that are here.
  func reversed(by entry: LedgerEntry) -> LedgerEntry? {
    guard let id = entry.reverses else { return nil }
    return history.entries.first { $0.id == id } ?? home.contents.latest.first { $0.id == id }
  }
}
