import Cells
import Themes

/// Where the member's data are to be written, and then where they are.
func drawExport(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  if let path = state.profile.exportedPath {
    let words = phrases.say(.exportDone, ["path": path])
    let lines = wrapped(words, width: 54, maxLines: 6).count
    let rest = drawSheet(phrases.say(.export), rows: lines + 1, state, on: &canvas)
    canvas.paragraph("export.done", words, in: rest, .sheetPositive)
    return
  }
  drawAsking(.export, phrases.say(.exportLead), .sheetMuted, state, on: &canvas)
}

/// The last question before all is gone.
func drawDeletion(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let words = phrases.say(.deletionLead, ["word": phrases.say(.deletionWord)])
  drawAsking(.deletion, words, .sheetText, state, on: &canvas)
}

private func drawAsking(
  _ title: Phrase, _ lead: String, _ look: ThemeToken, _ state: State, on canvas: inout Canvas
) {
  let lead = FormLead(id: "sheet.lead", words: lead, rows: 3, look: look)
  drawFormSheet(state.phrases.say(title), lead, extra: 5, state, on: &canvas)
}
