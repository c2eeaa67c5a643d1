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
      .filter { !$0.isEmpty }.joined(separator: ", ").withPlainSpaces
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
  let list = WalletSheet.list.surface
  let (add, read) = (Action.wallet(.add), Action.wallet(.showReading))
  let ways: [EmptyNote.Way] = [
    .init(
      id: "wallet.way.number", key: Command.key(add, on: list), title: .walletWayNumber,
      note: .walletWayNumberNote, action: add),
    .init(
      id: "wallet.way.app", key: Command.key(read, on: list), title: .walletWayApp,
      note: .walletWayAppNote, action: read),
    .init(
      id: "wallet.way.pass", key: Command.key(read, on: list), title: .walletWayPass,
      note: .walletWayPassNote, action: read),
  ]
  canvas.emptyNote(
    EmptyNote(
      prefix: "wallet", title: .walletEmpty, hint: KeyedPhrase(.walletEmptyHint),
      isOfServer: false, ways: ways, draw: drawCardsToCome), state, in: rect)
}

/// Two faces behind one another, and in front the place of the first card.
private func drawCardsToCome(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let faces = state.settings.language == .russian ? ["К", "Ч"] : ["B", "T"]
  let width = 24
  let (right, down) = (9, 2)
  let area = rect.centered(width: width + right * faces.count)
  guard area.width >= width + right * faces.count else { return }
  func place(_ index: Int) -> Rect {
    Rect(x: area.x + right * index, y: area.y + down * index, width: width, height: 5)
  }
  for (index, (face, color)) in zip(faces, ["#26415e", "#2f6b45"]).enumerated() {
    canvas.faceArea(face, in: color, isHero: false, place(index))
  }
  let front = place(faces.count)
  canvas.area(front, on: .selectionResting) { canvas, front in
    guard let plus = BigLetters("+") else { return }
    let place = front.centered(height: 3)
    canvas.write(
      plus, in: place.inset(left: (place.width - plus.width) / 2),
      canvas.style(.muted, on: .selectionResting))
    guard canvas.isMono else { return }
    for row in 0..<front.height { canvas.write("│", in: front.inset(top: row), .border) }
  }
}
