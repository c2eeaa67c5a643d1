import Cells
import Loyalty
import Themes

/// Coupons that can be used, the catalogue, and coupons of the past, as one list.
func drawRewards(_ state: State, in body: Rect, on canvas: inout Canvas) {
  let rewards = state.rewards
  let phrases = state.phrases
  let body = body.centered(width: Layout.widest)
  var rest = body
  if !state.isCompact {
    let head = body.inset(left: 2, top: 1, right: 2)
    canvas.label("rewards.title", .heading, phrases.say(.rewards), in: head, .heading)
    if let balance = state.home.contents.balance {
      let words = phrases.points(balance.available, of: state.program)
      canvas.label("rewards.balance", .status, words, in: head, .muted, .right)
    }
    rest = body.inset(top: 3)
  }
  guard !rewards.items.isEmpty else {
    drawNoRewards(state, in: rest, on: &canvas)
    return
  }
  let top = max(0, min(rewards.list.top, rewards.items.count - 1))
  let column = rewards.items.map { displayWidth(of: RewardText($0, state).amount) }.max() ?? 0
  for row in 0..<min(rest.height, rewards.items.count - top) {
    let index = top + row
    drawItem(
      rewards.items[index], index, column, state, in: rest.inset(top: row).top(1), on: &canvas)
  }
}

/// One row: what it is, what is in the way, what it costs; the last cell is the selection's mark.
private func drawItem(
  _ item: RewardsState.Item, _ index: Int, _ column: Int, _ state: State, in rect: Rect,
  on canvas: inout Canvas
) {
  let text = RewardText(item, state)
  let isSelected = index == state.rewards.list.selection
  let inner = rect.inset(left: 2, right: rect.width >= 30 ? 2 : 0)
  let width = displayWidth(of: text.amount)
  if isSelected {
    canvas.write("›", in: rect, .selection)
    let mark = Rect(x: inner.maxX - width - 1, y: inner.y, width: width + 2, height: 1)
    canvas.fill(rect.intersection(mark), .selection)
  }
  let amount: ThemeToken =
    isSelected ? .selection : text.isMuted ? .muted : text.isCoupon ? .positive : .text
  canvas.write(text.amount, in: inner, amount, .right)
  var rest = inner.inset(right: column + 2)
  if let note = text.note {
    let room = displayWidth(of: note) + 2
    // A reason that leaves no room for what it is about is in the sheet.
    if rest.width - room >= 16 {
      canvas.write(note, in: rest, .muted, .right)
      rest = rest.inset(right: room)
    }
  }
  canvas.write(text.title, in: rest, text.isMuted ? .muted : .text)
  let kind = text.isCoupon ? "coupon" : "reward"
  var element = Element(
    Element.ID(rawValue: "rewards.\(kind).\(index)"), .listItem, text.spoken, bounds: rect,
    action: .openReward(row: index))
  element.isSelected = isSelected
  canvas.add(element)
}

private func drawNoRewards(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let phrases = state.phrases
  let area = rect.inset(x: rect.width > 30 ? 2 : 0)
  if state.rewards.contents.rewards == nil, state.network.isWorking {
    canvas.label("rewards.loading", .status, phrases.say(.loading), in: area, .muted)
    return
  }
  canvas.label("rewards.empty", .text, phrases.say(.noRewards), in: area, .text)
  let advice = state.network.trouble.map { state.words(for: $0) } ?? phrases.say(.noRewardsHint)
  var place = area.inset(top: 2)
  place.width = min(place.width, 60)
  canvas.paragraph("rewards.advice", advice, in: place, .muted)
}
