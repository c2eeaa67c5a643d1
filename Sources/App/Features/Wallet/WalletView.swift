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
  guard !state.hasWalletGrid else {
    drawWalletGrid(state, in: sheet.body, on: &canvas)
    return
  }
  let parts = state.walletParts
  let rows =
    parts.count > 1
    ? canvas.rows(of: wallet.list, in: parts, in: sheet.list)
    : canvas.rows(of: wallet.list, count: wallet.items.count, in: sheet.list)
  for line in rows { drawCardRow(wallet.items[line.index], line, state, on: &canvas) }
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
  case .lastUsed: break
  case .name: parts.append(state.phrases.say(.walletByName))
  case .expiry: parts.append(state.phrases.say(.walletByExpiry))
  }
  return parts.joined(separator: " · ")
}

/// The colour with the initial, the name, the number, and what is left of the card or of its time.
private func drawCardRow(
  _ card: LocalCard, _ line: ListRow, _ state: State, on canvas: inout Canvas
) {
  let chip = line.place.inset(left: 2)
  var rest = line.place.inset(left: line.place.width >= 30 ? 6 : 2, right: 2)
  let isOver = state.isOver(card)
  let notes = state.notes(of: card)
  let note = notes.joined(separator: " · ")
  let name = card.isStarred ? "★ \(card.name)" : card.name
  if rest.width >= 56 {
    canvas.write(note, in: rest, isOver ? .sheetNegative : .sheetMuted, .right)
    rest = rest.inset(right: note.isEmpty ? 0 : displayWidth(of: note) + 2)
    let column = min(30, rest.width / 2)
    canvas.write(name, in: rest.inset(right: rest.width - column + 1), .sheetText)
    canvas.write(card.number, in: rest.inset(left: column), .sheetMuted)
  } else {
    let short = notes.first ?? card.number
    let room = min(displayWidth(of: short), rest.width / 2)
    let place = rest.inset(left: rest.width - room)
    canvas.write(short, in: place, isOver ? .sheetNegative : .sheetMuted, .right)
    canvas.write(name, in: rest.inset(right: room + 1), .sheetText)
  }
  canvas.endRow(
    line, Element.ID(rawValue: "wallet.row.\(line.index)"), state.spoken(card),
    action: .wallet(.open(row: line.index)))
  // The brand's colour stays in the selected row too.
  if line.place.width >= 30 { canvas.walletChip(card, in: chip) }
}

extension State {
  /// What is left of a card, and of its time.
  fileprivate func notes(of card: LocalCard) -> [String] {
    [card.balance.isEmpty ? nil : card.balance, expiryWords(card)].compactMap(\.self)
  }

  /// All of a row, for flows and for reading aloud.
  func spoken(_ card: LocalCard) -> String {
    let starred = card.isStarred ? phrases.say(.walletStarred) : ""
    return [card.name, card.number, starred, notes(of: card).joined(separator: " · ")]
      .filter { !$0.isEmpty }.joined(separator: ", ").replacing("\u{A0}", with: " ")
  }
}

private func drawNoCards(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let wallet = state.wallet
  guard wallet.contents.cards.isEmpty || wallet.isAll else {
    canvas.note("wallet.none", state.phrases.say(keyed: .walletNone), in: rect)
    return
  }
  guard wallet.isLoaded else { return }
  guard wallet.contents.cards.isEmpty else {
    canvas.emptyNote(
      EmptyNote(
        prefix: "wallet", title: .walletAllArchived, hint: .walletAllArchivedHint,
        isOfServer: false), state, in: rect)
    return
  }
  canvas.emptyNote(
    EmptyNote(prefix: "wallet", title: .walletEmpty, hint: .walletEmptyHint, isOfServer: false),
    state, in: rect)
}
