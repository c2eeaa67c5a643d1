import Barcodes
import Cells
import Loyalty
import Themes

/// The form of a card: its fields are many, so that they stand close together; below them the code
/// as it will be, where there is room.
func drawCardForm(isNew: Bool, _ state: State, on canvas: inout Canvas) {
  let fields = state.openForm?.fields.count ?? 0
  let base = formRows(state, width: 64) + 2 - fields
  let free = state.size.height - base - 5
  let size = state.wallet.preview.symbol.size(at: state.codeZoom)
  let most = size.map { max(9, $0.height + 1) } ?? 9
  let rows = state.isCompact || free < 5 ? 0 : min(free, most > free ? 9 : most)
  let below = drawFormSheet(
    state.phrases.say(isNew ? .walletNew : .walletChange), extra: 2 - fields + rows, below: rows,
    width: 70, state, on: &canvas)
  if rows > 0 { drawPreview(state, in: below.inset(top: 1), on: &canvas) }
}

/// The code of what is typed, or why there is none.
private func drawPreview(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let preview = state.wallet.preview
  let id: Element.ID = "wallet.preview"
  if let problem = preview.problem {
    // What stands below its field already is not said twice.
    let isTold = state.openForm?.fields.contains { $0.problem == problem } == true
    drawPlace(
      id, isTold ? state.phrases.say(.walletPreviewHint) : state.say(problem), in: rect, &canvas)
    return
  }
  guard case .encoded(let modules) = preview.symbol,
    let size = preview.symbol.size(at: state.codeZoom)
  else {
    let isKindless = state.openForm?[.cardKind].isEmpty == true
    if !isKindless { drawPlace(id, state.phrases.say(.walletPreviewHint), in: rect, &canvas) }
    return
  }
  let isLinear = modules.symbology.isLinear
  guard size.width <= rect.width, isLinear ? rect.height >= 4 : size.height <= rect.height else {
    let words = state.phrases.say(
      .walletPreviewLarge, ["kind": state.barcodeName(modules.symbology.rawValue)])
    drawPlace(id, words, in: rect, &canvas)
    return
  }
  let rows = isLinear ? min(8, rect.height - 2) : size.height
  let paper = rect.top(isLinear ? rows + 2 : rows)
  canvas.fillPaper(paper)
  let place = Rect(
    x: rect.x + (rect.width - size.width) / 2, y: rect.y + (isLinear ? 1 : 0), width: size.width,
    height: rows)
  canvas.draw(modules, zoom: state.codeZoom, rows: rows, x: place.x, y: place.y)
  canvas.add(
    Element(
      id, .image,
      "\(state.barcodeName(modules.symbology.rawValue)) \(preview.symbol.numberInBars ?? "")",
      bounds: place))
  if isLinear, let number = preview.symbol.numberInBars {
    canvas.printLabel("wallet.preview.number", number, in: paper.bottom(1))
  }
}

/// The place of the code, and words in the middle of it.
private func drawPlace(
  _ id: Element.ID, _ words: String, in rect: Rect, _ canvas: inout Canvas
) {
  let place = rect.top(max(1, rect.height - 1))
  guard place.height >= 3 else { return canvas.note(id, words, in: place, .sheetMuted) }
  canvas.fill(place, .placeholder)
  let inner = place.inset(x: 2)
  let rows = min(inner.height, wrapped(words, width: max(1, inner.width), maxLines: 4).count)
  canvas.paragraph(id, words, in: inner.centered(height: rows), .placeholder, .center)
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
