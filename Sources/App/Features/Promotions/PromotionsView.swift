import Cells
import Loyalty
import Themes

/// The offers as one list.
func drawPromotions(_ state: State, in body: Rect, on canvas: inout Canvas) {
  let promotions = state.promotions
  let layout = SectionLayout(body, state)
  let rest = layout.rest
  if !layout.title.isEmpty { drawHead(state, in: layout.title, on: &canvas) }
  guard !promotions.items.isEmpty else {
    canvas.emptyNote(
      EmptyNote(
        prefix: "promotions", title: .noPromotions, hint: .noPromotionsHint,
        isAwaited: promotions.contents.promotions == nil && state.network.isWorking,
        isOnSheet: false), state, in: rest)
    return
  }
  if let grid = state.promotionGrid {
    drawPromotionCards(grid, state, on: &canvas)
    return
  }
  let rows = canvas.rows(of: promotions.list, count: promotions.items.count, in: rest)
  let texts = rows.map { PromotionText(promotions.items[$0.index], state) }
  // Nine columns, where no amount on the screen is wider, keep the notes still while scrolling.
  let column = max(9, texts.map { displayWidth(of: $0.amount) }.max() ?? 0)
  for (row, text) in zip(rows, texts) {
    drawItem(text, row, column, on: &canvas)
  }
}

/// The title, the way to a promo code, and how old the list is when the server cannot be asked.
private func drawHead(_ state: State, in head: Rect, on canvas: inout Canvas) {
  let title = state.phrases.say(.promotions)
  canvas.sectionTitle("promotions.title", title, in: head)
  let rest = head.inset(left: displayWidth(of: title) + 2)
  if state.network.trouble != nil, let confirmed = state.promotions.contents.confirmedAt {
    canvas.label(
      "promotions.asof", .status, state.asOf(confirmed, width: rest.width), in: rest,
      state.asOfToken, .right)
    return
  }
  let words = state.phrases.say(.promoCode)
  let width = displayWidth(of: words) + 3
  guard rest.width >= width else { return }
  canvas.way(
    "promotions.code", key: Command.key(.promoCode(.show), on: .promotions), words,
    in: rest.inset(left: rest.width - width), action: .promoCode(.show))
}

/// One row: what it is, how long, how far or what for; the last cell is the selection's mark.
private func drawItem(
  _ text: PromotionText, _ line: ListRow, _ column: Int, on canvas: inout Canvas
) {
  let row = AmountRow(
    id: promotionRow(line.index), title: text.title, note: text.note,
    amount: text.amount, amountLook: text.isMuted ? .muted : .positive, isMuted: text.isMuted,
    spoken: text.spoken, action: .promotions(.open(row: line.index)), leastTitle: 14)
  drawAmountRow(row, line, column: column, on: &canvas)
}
