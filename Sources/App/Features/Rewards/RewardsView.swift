import Cells
import Loyalty
import Themes

/// Coupons that can be used, the catalogue, and coupons of the past, as one list.
func drawRewards(_ state: State, in body: Rect, on canvas: inout Canvas) {
  let rewards = state.rewards
  let phrases = state.phrases
  let layout = SectionLayout(body, state)
  let (head, rest) = (layout.title, layout.rest)
  if !head.isEmpty {
    canvas.sectionTitle("rewards.title", phrases.say(.rewards), in: head)
    if let balance = state.home.contents.balance {
      let room = head.width - displayWidth(of: phrases.say(.rewards)) - 2
      let words = rewardsBalance(balance, state, width: room)
      canvas.label("rewards.balance", .status, words, in: head, .muted, .right)
    }
  }
  guard !rewards.items.isEmpty else {
    canvas.emptyNote(
      EmptyNote(
        prefix: "rewards", title: .noRewards, hint: .noRewardsHint,
        isAwaited: rewards.contents.rewards == nil && state.network.isWorking, isOnSheet: false),
      state, in: rest)
    return
  }
  let column = rewards.items.map { displayWidth(of: RewardText($0, state).amount) }.max() ?? 0
  for line in canvas.rows(of: rewards.list, count: rewards.items.count, in: rest) {
    drawItem(rewards.items[line.index], line, column, state, on: &canvas)
  }
}

/// What can be spent, and how old that is when the server cannot be asked.
private func rewardsBalance(_ balance: Balance, _ state: State, width: Int) -> String {
  let points = state.phrases.points(balance.available, of: state.program)
  guard state.network.trouble != nil, let confirmed = state.home.contents.confirmedAt else {
    return points
  }
  let words = "\(points) · \(state.asOf(confirmed))"
  return displayWidth(of: words) > width ? points : words
}

/// One row: what it is, what is in the way, what it costs; the last cell is the selection's mark.
private func drawItem(
  _ item: RewardsState.Item, _ line: ListRow, _ column: Int, _ state: State,
  on canvas: inout Canvas
) {
  let text = RewardText(item, state)
  let kind = text.isCoupon ? "coupon" : "reward"
  let row = AmountRow(
    id: Element.ID(rawValue: "rewards.\(kind).\(line.index)"), title: text.title, note: text.note,
    shortNote: text.shortNote, amount: text.amount,
    amountLook: text.isMuted ? .muted : text.isCoupon ? .positive : .text,
    isMuted: text.isMuted, spoken: text.spoken, action: .rewards(.open(row: line.index)),
    leastTitle: 16)
  drawAmountRow(row, line, column: column, on: &canvas)
}
