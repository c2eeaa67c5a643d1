import Barcodes
import Cells
import Loyalty
import Themes

/// One card: its code where there is room, and what is noted about it.
func drawLocalCard(_ id: LocalCard.ID, _ state: State, on canvas: inout Canvas) {
  guard let card = state.wallet.card(id) else { return drawNoLocalCard(state, on: &canvas) }
  _ = drawFullSheet(
    card.isStarred ? "★ \(card.name)" : card.name, of: WalletSheet.card(id).surface, state,
    on: &canvas)
  let layout = LocalCardLayout(state, card)
  if let place = layout.symbol, case .encoded(let modules) = state.wallet.symbol {
    canvas.draw(modules, zoom: 1, x: place.x, y: place.y)
    canvas.add(
      Element(
        "wallet.card.symbol", .image, "\(card.name) \(card.number)", bounds: place,
        action: .wallet(.showLarge)))
  }
  canvas.textLines(localCardLines(card, state), from: state.wallet.detail, in: layout.text)
}

func drawNoLocalCard(_ state: State, on canvas: inout Canvas) {
  drawNoteSheet(.wallet, "wallet.gone", state.phrases.say(.walletGone), state, on: &canvas)
}

/// The code beside the words where the screen is wide, above them where it is high, else nowhere.
struct LocalCardLayout {
  private(set) var symbol: Rect?
  private(set) var text: Rect

  init(_ state: State, _ card: LocalCard) {
    text = FullSheet(state.size).body
    guard let size = state.wallet.symbol.size else { return }
    let place = Rect(x: text.x, y: text.y, width: size.width, height: size.height)
    if size.width + 33 <= text.width, size.height <= text.height {
      symbol = place
      text = text.inset(left: size.width + 3)
    } else if size.width <= text.width, size.height + 6 <= text.height {
      symbol = place
      text = text.inset(top: size.height + 1)
    }
  }
}

func localCardLines(_ card: LocalCard, _ state: State) -> [TextLine] {
  let phrases = state.phrases
  let layout = LocalCardLayout(state, card)
  var lines = [
    TextLine(
      id: "wallet.card.number", label: phrases.say(.walletNumber), text: card.number,
      look: .sheetHeading)
  ]
  func add(_ name: String, _ label: Phrase, _ text: String?, _ look: ThemeToken = .sheetText) {
    guard let text, !text.isEmpty else { return }
    let id = Element.ID(rawValue: "wallet.card.\(name)")
    lines.append(TextLine(id: id, label: phrases.say(label), text: text, look: look))
  }
  add("kind", .walletKind, card.symbology.map { state.barcodeName($0.rawValue) }, .sheetMuted)
  add("balance", .walletBalance, card.balance)
  add(
    "expiry", .walletExpiryLabel, state.expiryWords(card),
    state.isOver(card) ? .sheetNegative : .sheetText)
  add("groups", .walletGroups, card.groups.joined(separator: ", "))
  let used = card.lastUsed.map { phrases.moment($0, now: state.now, in: state.settings.zone) }
  add("used", .walletLastUsed, used, .sheetMuted)
  let words: String? =
    switch state.wallet.symbol {
    case .encoded: layout.symbol == nil ? phrases.say(keyed: .walletShowLarge) : nil
    case .unreadable: phrases.say(.walletUnreadable)
    case .none: nil
    }
  var paragraphs: [(text: String, look: ThemeToken)] = []
  if let words { paragraphs.append((words, .sheetMuted)) }
  if !card.note.isEmpty {
    paragraphs += card.note.split(separator: "\n", omittingEmptySubsequences: false)
      .map { (String($0), .sheetText) }
  }
  if !paragraphs.isEmpty { lines.append(TextLine(id: "wallet.card.gap", text: "")) }
  for (number, paragraph) in paragraphs.enumerated() {
    for (row, line) in wrapped(paragraph.text, width: max(1, layout.text.width), maxLines: 40)
      .enumerated()
    {
      let id = Element.ID(rawValue: "wallet.card.text.\(number).\(row)")
      lines.append(TextLine(id: id, text: line, look: paragraph.look))
    }
  }
  return lines
}

extension State {
  /// A card of the wallet as the till reads it.
  func localCardPaper(_ id: LocalCard.ID) -> Paper? {
    wallet.card(id).map { card in
      let inBars = wallet.symbol.numberInBars.map { cleaned($0, limit: LocalCard.Limit.value) }
      let number = inBars ?? card.number
      // A number that the bars do not hold at all is said beside the name.
      let isHeld = spelling(number).contains(spelling(card.number))
      return Paper(
        prefix: "wallet.paper", name: "\(card.name) \(number)", number: number,
        captions: [isHeld ? card.name : "\(card.name) · \(card.number)"],
        symbol: wallet.symbol,
        unreadable: card.symbology == nil ? .walletWithoutCode : .walletUnreadable)
    }
  }
}

/// A number without gaps and case, as the bars may hold it.
private func spelling(_ number: String) -> String {
  number.filter { $0.isLetter || $0.isNumber }.uppercased()
}
