import Barcodes
import Cells
import Loyalty
import Themes

/// One card: its face, its code where there is room, and what is noted about it.
func drawLocalCard(_ id: LocalCard.ID, _ state: State, on canvas: inout Canvas) {
  guard let card = state.wallet.card(id) else { return drawNoLocalCard(state, on: &canvas) }
  let title = card.isStarred ? "★ \(card.name)" : card.name
  if canvas.pane == nil {
    _ = drawFullSheet(title, of: WalletSheet.card(id).surface, state, on: &canvas)
  } else {
    _ = drawSheet(title, rows: 0, hero: Hero(name: card.name), state, on: &canvas)
  }
  let layout = LocalCardLayout(state, card)
  // Where a side of the card lies on it, nothing else does.
  let isCovered =
    [layout.front, layout.back].contains { !$0.isEmpty && $0.y < layout.face.maxY }
  canvas.walletFace(card, state, isHero: true, isBlank: isCovered, in: layout.face)
  let pictures = state.wallet.pictures[id] ?? CardPictures()
  canvas.walletSide(pictures.front, .walletFront, card, state, in: layout.front)
  canvas.walletSide(pictures.back, .walletBack, card, state, in: layout.back)
  if let place = layout.symbol, case .encoded(let modules) = state.wallet.symbol {
    canvas.fillPaper(layout.paper)
    canvas.draw(modules, zoom: state.codeZoom, rows: place.height, x: place.x, y: place.y)
    canvas.add(
      Element(
        "wallet.card.symbol", .image, "\(card.name) \(card.number)",
        bounds: layout.paper,
        action: .wallet(.showLarge)))
    canvas.printLabel(
      "wallet.card.printed", state.wallet.symbol.numberInBars ?? card.number,
      in: layout.paper.inset(top: place.maxY - layout.paper.y).top(1))
  }
  if let pane = canvas.pane, state.isInPane { canvas.paneEdge(pane) }
  canvas.textLines(localCardLines(card, state), from: state.wallet.detail, in: layout.text)
}

func drawNoLocalCard(_ state: State, on canvas: inout Canvas) {
  drawNoteSheet(.wallet, "wallet.gone", state.phrases.say(.walletGone), state, on: &canvas)
}

/// The face above the code, and the words below it; beside it where the screen is wide and low.
struct LocalCardLayout {
  /// In the brand's colour; in the pane it is the place of the picture.
  private(set) var face: Rect
  /// Black on white from edge to edge, so that nothing else is near the code.
  private(set) var paper: Rect
  private(set) var symbol: Rect?
  private(set) var text: Rect
  /// Of what both sides look like.
  private(set) var front = Rect(x: 0, y: 0, width: 0, height: 0)
  private(set) var back = Rect(x: 0, y: 0, width: 0, height: 0)

  /// Rows that words keep below the code.
  private static let leastText = 6

  init(_ state: State, _ card: LocalCard) {
    self.init(codeOf: card, state)
    guard state.showsPictures, let pictures = state.wallet.pictures[card.id] else { return }
    let count = [pictures.front, pictures.back].count { $0 != nil }
    if count > 0 { place(count, hasFront: pictures.front != nil) }
  }

  /// Sides at the head of a pane, else below the code or beside the words below it: never in a row with
  /// the code.
  private mutating func place(_ count: Int, hasFront: Bool) {
    let places: [Rect]
    if face.height >= 6 {
      // On the colour of the face, in the shape of a card.
      let inner = face.inset(x: 3)
      let width = min((inner.width - 3) / 2, (face.height - 2) * 3)
      let row = face.centered(height: LocalCardLayout.rows(ofCard: width))
      places = [
        Rect(x: inner.x, y: row.y, width: width, height: row.height),
        Rect(x: inner.maxX - width, y: row.y, width: width, height: row.height),
      ]
    } else if let symbol, symbol.y <= text.y, text.x > symbol.x {
      let below = Rect(
        x: paper.x, y: paper.maxY + 1, width: symbol.width,
        height: text.maxY - paper.maxY - 1)
      let rows = min(below.height, LocalCardLayout.rows(ofCard: symbol.width))
      guard rows >= 4 else { return }
      places = [below.top(rows), below.top(0)]
    } else {
      let rows = min(6, text.height)
      let width = rows * 3
      guard rows >= 4, text.width - count * (width + 2) >= 28 else { return }
      let right = Rect(x: text.maxX - width, y: text.y, width: width, height: rows)
      let left = Rect(x: right.x - width - 2, y: text.y, width: width, height: rows)
      places = count == 2 ? [left, right] : [right, right]
      text = text.inset(right: count * (width + 2))
    }
    if hasFront { front = places[0] }
    if count == 2 || !hasFront { back = places[hasFront ? 1 : 0] }
  }

  /// Cards are 85.6 mm by 54 mm, and cells twice as high as wide.
  private static func rows(ofCard columns: Int) -> Int { (columns * 63 + 100) / 200 }

  private init(codeOf card: LocalCard, _ state: State) {
    let pane = state.isBesideList ? state.pane : nil
    let edge: Rect
    if let pane {
      let place = state.sheetPlace(rows: 0, pane: pane, hero: Hero(name: card.name))
      edge = pane
      face = place.picture
      text = place.rest
    } else {
      edge = Rect(state.size)
      text = FullSheet(state.size).body
      face = Rect(x: edge.x, y: text.y, width: edge.width, height: 0)
    }
    paper = Rect(x: edge.x, y: text.y, width: edge.width, height: 0)
    guard case .encoded(let modules) = state.wallet.symbol,
      let size = state.wallet.symbol.size(at: state.codeZoom)
    else {
      if pane == nil, text.height >= 14 {
        face.height = 5
        text = text.inset(top: 6)
      }
      return
    }
    if pane == nil, size.width + 33 <= text.width, size.height < text.height {
      let place = Rect(x: text.x, y: text.y, width: size.width, height: size.height)
      symbol = place
      paper = place.inset(bottom: -1)
      text = text.inset(left: size.width + 3)
      return
    }
    // The number below the code, and for bars a row of white above.
    let isLinear = modules.symbology.isLinear
    let around = isLinear ? 2 : 1
    guard size.width <= edge.width,
      min(size.height, isLinear ? 4 : size.height) + around + Self.leastText <= text.height
    else { return }
    if pane == nil, text.height >= size.height + around + Self.leastText + 5 {
      face.height = 4
      text = text.inset(top: 4)
    }
    let rows = isLinear ? min(12, text.height - Self.leastText - around) : size.height
    paper = Rect(x: edge.x, y: text.y, width: edge.width, height: rows + around)
    symbol = Rect(
      x: edge.x + (edge.width - size.width) / 2, y: text.y + around - 1, width: size.width,
      height: rows)
    text = text.inset(top: rows + around + 1)
  }
}

func localCardLines(_ card: LocalCard, _ state: State) -> [TextLine] {
  let phrases = state.phrases
  let layout = LocalCardLayout(state, card)
  var lines: [TextLine] = []
  // Below the code it stands already.
  if layout.symbol == nil || (state.wallet.symbol.numberInBars ?? card.number) != card.number {
    lines.append(
      TextLine(
        id: "wallet.card.number", label: phrases.say(.walletNumber), text: card.number,
        look: .sheetHeading))
  }
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
    let id = Element.ID(rawValue: "wallet.card.text.\(number)")
    lines.append(TextLine(id: id, text: paragraph.text, look: paragraph.look))
  }
  return lines.wrapped(to: layout.text.width)
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
