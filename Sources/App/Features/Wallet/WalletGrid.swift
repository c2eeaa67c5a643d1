import Cells
import Loyalty
import Themes

/// The wallet as cards beside each other, where there is room for that: their parts with headings,
/// rows of cards below each.
struct WalletGrid {
  /// Of a card with its caption, and the row below it.
  private static let rowHeight = 7
  static let faceHeight = rowHeight - 2
  private static let gap = 3
  private static let leastWidth = 20
  private static let bestWidth = 24

  /// A heading, or cards beside each other.
  struct Block {
    let y: Int
    let height: Int
    var head: SectionHead?
    var cards = 0..<0

    var maxY: Int { y + height }
  }

  let blocks: [Block]
  let columns: Int
  let cardWidth: Int
  let height: Int

  init(_ parts: [ListPart], width: Int, height: Int) {
    let columns = max(1, (width + Self.gap) / (Self.bestWidth + Self.gap))
    let fit = max(1, (width + Self.gap) / (Self.leastWidth + Self.gap))
    self.columns = columns == 1 ? min(2, fit) : columns
    cardWidth = max(1, (width + Self.gap) / self.columns - Self.gap)
    self.height = height
    var blocks: [Block] = []
    var (y, first) = (0, 0)
    for part in parts where part.count > 0 {
      if parts.count > 1 {
        blocks.append(Block(y: y, height: 1, head: part.head))
        y += 1
      }
      let end = first + part.count
      for start in stride(from: first, to: end, by: self.columns) {
        blocks.append(
          Block(y: y, height: Self.rowHeight, cards: start..<min(end, start + self.columns)))
        y += Self.rowHeight
      }
      first = end
    }
    self.blocks = blocks
  }

  var total: Int { blocks.last.map { $0.maxY - 1 } ?? 0 }

  /// The first row on the screen: that of the first card there, as far as the selected one is seen.
  func top(_ list: ListState) -> Int {
    guard let selected = row(of: list.selection) else { return 0 }
    var top = row(of: list.top).map { heading($0) } ?? 0
    top = min(top, heading(selected))
    // The row below a card may be off the screen.
    top = max(top, blocks[selected].maxY - 1 - height)
    return max(0, min(top, total - height))
  }

  /// Where a row of cards begins, with its heading.
  private func heading(_ row: Int) -> Int {
    row > 0 && blocks[row - 1].head != nil ? blocks[row - 1].y : blocks[row].y
  }

  private func row(of card: Int) -> Int? { blocks.firstIndex { $0.cards.contains(card) } }

  /// The card that a step leads to.
  func target(of move: Move, from selection: Int) -> Int {
    guard let row = row(of: selection) else { return 0 }
    let rows = blocks.indices.filter { blocks[$0].head == nil }
    let place = rows.firstIndex(of: row) ?? 0
    let column = selection - blocks[row].cards.lowerBound
    let step: Int
    switch move {
    case .first: return 0
    case .last: return (blocks.last?.cards.upperBound ?? 1) - 1
    case .rows(let count): step = count
    case .pages(let pages): step = pages * max(1, height / Self.rowHeight)
    }
    let target = place + step
    // Beyond the ends it is the last card there.
    if target < 0, place == 0 { return 0 }
    if target >= rows.count, place == rows.count - 1 {
      return (blocks.last?.cards.upperBound ?? 1) - 1
    }
    let cards = blocks[rows[max(0, min(target, rows.count - 1))]].cards
    return min(cards.lowerBound + column, cards.upperBound - 1)
  }

  /// The first card below a row of the screen.
  func firstCard(below top: Int) -> Int {
    blocks.first { $0.head == nil && $0.y >= top }?.cards.lowerBound ?? 0
  }
}

func drawWalletGrid(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let grid = state.walletGrid(in: rect)
  let wallet = state.wallet
  let top = grid.top(wallet.list)
  canvas.scrollBar(
    first: top, count: grid.total,
    in: Rect(
      x: rect.x, y: rect.y, width: rect.width + 2, height: rect.height))
  for block in grid.blocks where block.y >= top {
    let y = rect.y + block.y - top
    if let head = block.head {
      guard y < rect.maxY else { break }
      canvas.section(head, in: Rect(x: rect.x, y: y, width: rect.width, height: 1))
      continue
    }
    let rows = min(block.height - 1, rect.maxY - y)
    guard rows >= 3 else { break }
    for (column, index) in block.cards.enumerated() {
      let x = rect.x + column * (grid.cardWidth + 3)
      let place = Rect(x: x, y: y, width: grid.cardWidth, height: rows)
      drawTile(
        wallet.items[index], index, isWhole: rows == block.height - 1, state, in: place,
        on: &canvas)
    }
  }
}

/// - Parameter isWhole: whether its caption is on the screen.
private func drawTile(
  _ card: LocalCard, _ index: Int, isWhole: Bool, _ state: State, in rect: Rect,
  on canvas: inout Canvas
) {
  let face = rect.inset(bottom: isWhole ? 1 : 0)
  let whole = Rect(x: face.x, y: face.y, width: face.width, height: WalletGrid.faceHeight)
  canvas.walletFace(card, state, in: face, of: whole)
  let isSelected = index == state.wallet.list.selection
  if isWhole {
    let caption = rect.bottom(1)
    let inner = caption.inset(x: 2)
    canvas.area(caption, on: .surface) { canvas, _ in
      let note = state.tileNote(card)
      let room = displayWidth(of: note) + 1
      let hasNote = inner.width - room >= min(10, displayWidth(of: card.name))
      if hasNote { canvas.write(note, in: inner, .muted, .right) }
      let name = card.isStarred ? "★ \(card.name)" : card.name
      canvas.write(name, in: inner.inset(right: hasNote ? room : 0), .heading)
    }
    if isSelected { canvas.select(caption) }
  }
  var element = Element(
    Element.ID(rawValue: "wallet.row.\(index)"), .listItem, state.spoken(card), bounds: rect,
    action: .wallet(.open(row: index)))
  element.isSelected = isSelected
  canvas.add(element)
}

extension State {
  /// Whether the wallet is cards beside each other, the selected one's code next to them.
  var hasWalletGrid: Bool { pane(of: WalletSheet.list.surface) != nil }

  /// - Parameter rect: the body of the sheet.
  func walletGrid(in rect: Rect) -> WalletGrid {
    WalletGrid(walletParts, width: rect.width, height: rect.height)
  }

  /// The body of the sheet where the grid stands.
  var walletGridPlace: Rect {
    FullSheet(size, pane: columnsBeside(WalletSheet.list.surface)).body
  }

  /// What the list is divided into: the order in which cards stand is said by their parts.
  var walletParts: [ListPart] {
    func part(_ name: String, _ title: Phrase, _ count: Int) -> ListPart {
      ListPart(
        head: SectionHead(
          id: Element.ID(rawValue: "wallet.part.\(name)"), title: phrases.say(title),
          count: phrases.decimal(Int64(count))), count: count)
    }
    let items = wallet.items
    guard wallet.order == .lastUsed, wallet.filter != .archived else {
      return [part("all", .wallet, items.count)]
    }
    let starred = items.prefix { $0.isStarred }.count
    let used = items.dropFirst(starred).prefix { $0.lastUsed != nil }.count
    let recent = min(used, 4)
    return [
      part("starred", .walletFavourites, starred), part("recent", .walletRecent, recent),
      part("other", .walletOthers, items.count - starred - recent),
    ].filter { $0.count > 0 }
  }

  mutating func moveInWallet(_ move: Move) {
    guard hasWalletGrid else {
      return wallet.list.move(move, count: wallet.items.count, height: sheetRows)
    }
    let grid = walletGrid(in: walletGridPlace)
    wallet.list.selection = grid.target(of: move, from: wallet.list.selection)
    keepWalletVisible()
  }

  mutating func keepWalletVisible() {
    guard hasWalletGrid else {
      return wallet.list.scrollToSelection(count: wallet.items.count, height: sheetRows)
    }
    wallet.list.selection = max(0, min(wallet.list.selection, wallet.items.count - 1))
    let grid = walletGrid(in: walletGridPlace)
    wallet.list.top = min(grid.firstCard(below: grid.top(wallet.list)), wallet.list.selection)
  }

  /// What its caption says at the end: that it is over, else when it was used.
  fileprivate func tileNote(_ card: LocalCard) -> String {
    if isOver(card) { return phrases.say(.walletIsOver) }
    let zone = settings.zone
    let today = zone.local(now).day
    return card.lastUsed.map { phrases.day(zone.local($0).day, in: today.year) } ?? ""
  }
}
