import Cells
import Themes

extension SavedFile {
  var surface: Surface {
    Surface(draw: { drawSaving(self, $0, on: &$1) })
  }

  fileprivate var title: Phrase {
    switch self {
    case .history: .historyExport
    case .expiry: .expiryExport
    }
  }

  fileprivate var lead: Phrase {
    switch self {
    case .history: .savingHistoryLead
    case .expiry: .savingExpiryLead
    }
  }
}

/// Where the file is to be written, and then where it is.
private func drawSaving(_ file: SavedFile, _ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  guard state.saving.path != nil else {
    let lead = FormLead(id: "sheet.lead", words: phrases.say(file.lead), rows: 3)
    drawFormSheet(phrases.say(file.title), lead, extra: 5, state, on: &canvas)
    return
  }
  let words = state.savedWords
  let lines = wrapped(words, width: 54, maxLines: 8).count
  let rest = drawSheet(phrases.say(file.title), rows: lines + 1, state, on: &canvas)
  canvas.paragraph("saving.done", words, in: rest, .sheetPositive)
}
