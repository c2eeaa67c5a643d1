import Cells
import Loyalty
import Themes

/// The cards of other businesses, those with a star first.
func drawWalletList(_ state: State, on canvas: inout Canvas) {
  let wallet = state.wallet
  let sheet = drawSearchedSheet(
    title(state), of: WalletSheet.list.surface,
    SearchLine(id: .walletSearch, label: .walletSearch, hint: .walletSearchHint), state,
    on: &canvas)
  guard !wallet.items.isEmpty else {
    drawNoCards(state, in: sheet.body, on: &canvas)
    return
  }
  for line in canvas.rows(of: wallet.list, count: wallet.items.count, in: sheet.list) {
    drawCardRow(wallet.items[line.index], line, state, on: &canvas)
  }
}

/// With what was chosen, and the order when it is another one.
private func title(_ state: State) -> String {
  var parts = [state.phrases.say(.wallet)]
  switch state.wallet.filter {
  case .all: break
  case .group(let name): parts.append(name)
  case .archived: parts.append(state.phrases.say(.walletArchived))
  }
  switch state.wallet.order {
  case .name: break
  case .lastUsed: parts.append(state.phrases.say(.walletByUse))
  case .expiry: parts.append(state.phrases.say(.walletByExpiry))
  }
  return parts.joined(separator: " · ")
}

/// The star, the name, the number, and what is left of the card or of its time.
private func drawCardRow(
  _ card: LocalCard, _ line: ListRow, _ state: State, on canvas: inout Canvas
) {
  let star = card.isStarred ? "★" : " "
  var rest = line.place.inset(left: 2)
  canvas.write(star, in: rest, .sheetHeading)
  rest = rest.inset(left: 2)
  let isOver = state.isOver(card)
  let notes = [card.balance.isEmpty ? nil : card.balance, state.expiryWords(card)]
    .compactMap(\.self)
  let note = notes.joined(separator: " · ")
  if rest.width >= 56 {
    canvas.write(note, in: rest, isOver ? .sheetNegative : .sheetMuted, .right)
    rest = rest.inset(right: note.isEmpty ? 0 : displayWidth(of: note) + 2)
    let column = min(30, rest.width / 2)
    canvas.write(card.name, in: rest.inset(right: rest.width - column + 1), .sheetText)
    canvas.write(card.number, in: rest.inset(left: column), .sheetMuted)
  } else {
    let short = notes.first ?? card.number
    let room = min(displayWidth(of: short), rest.width / 2)
    let place = rest.inset(left: rest.width - room)
    canvas.write(short, in: place, isOver ? .sheetNegative : .sheetMuted, .right)
    canvas.write(card.name, in: rest.inset(right: room + 1), .sheetText)
  }
  let starred = card.isStarred ? state.phrases.say(.walletStarred) : ""
  let spoken = [card.name, card.number, starred, note].filter { !$0.isEmpty }
  canvas.endRow(
    line, Element.ID(rawValue: "wallet.row.\(line.index)"), spoken.joined(separator: ", "),
    action: .wallet(.open(row: line.index)))
}

private func drawNoCards(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  guard state.wallet.contents.cards.isEmpty else {
    canvas.note("wallet.none", state.phrases.say(keyed: .walletNone), in: rect)
    return
  }
  guard state.wallet.isLoaded else { return }
  canvas.emptyNote(
    EmptyNote(prefix: "wallet", title: .walletEmpty, hint: .walletEmptyHint, isOfServer: false),
    state, in: rect)
}
