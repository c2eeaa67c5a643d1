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
    let room = head.width - displayWidth(of: phrases.say(.rewards)) - 2
    let words = state.home.contents.balance.map { rewardsBalance($0, state, width: room) }
    canvas.screenHead(
      "rewards.title", phrases.say(.rewards), note: words.map { ("rewards.balance", $0) },
      hints: rewardHints(state), in: head)
  }
  guard !rewards.items.isEmpty else {
    let isAll = rewards.filter == .all
    canvas.emptyNote(
      EmptyNote(
        prefix: "rewards", title: isAll ? .noRewards : .noSuchRewards,
        hint: isAll ? .noRewardsHint : .noSuchRewardsHint,
        isAwaited: rewards.contents.rewards == nil && state.network.isWorking, isOnSheet: false),
      state, in: rest)
    return
  }
  let column = rewards.items.map { displayWidth(of: RewardText($0, state).amount) }.max() ?? 0
  for line in canvas.rows(of: rewards.list, in: rewardParts(state), in: rest) {
    drawItem(rewards.items[line.index], line, column, state, on: &canvas)
  }
}

private func rewardParts(_ state: State) -> [ListPart] {
  zip(RewardsState.Part.allCases, state.rewards.counts).map { part, count in
    let title: Phrase =
      switch part {
      case .coupons: .yourCoupons
      case .enough: state.isSignedIn ? .enoughFor : .rewardsOffered
      case .nearly: .nearlyEnough
      case .other: state.isSignedIn ? .otherRewards : .rewardsOffered
      case .past: .pastCoupons
      }
    return ListPart(
      head: SectionHead(
        id: Element.ID(rawValue: "rewards.part.\(part.rawValue)"), title: state.phrases.say(title),
        count: state.phrases.decimal(Int64(count))), count: count)
  }
}

/// In which order they stand, and which of them are shown.
private func rewardHints(_ state: State) -> [Hint] {
  state.commands(on: .rewards).filter {
    [.rewards(.nextSort), .rewards(.nextFilter)].contains($0.action)
  }.map { command in
    Hint(
      id: Element.ID(rawValue: "rewards.look.\(command.key)"), key: command.key,
      title: state.phrases.say(command.label(state) ?? command.title), action: command.action)
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
  var row = AmountRow(
    id: Element.ID(rawValue: "rewards.\(kind).\(line.index)"), title: text.title, note: text.note,
    shortNote: text.shortNote, amount: text.amount,
    amountLook: text.isMuted ? .muted : text.isCoupon ? .positive : .text,
    isMuted: text.isMuted, spoken: text.spoken, action: .rewards(.open(row: line.index)),
    leastTitle: 16)
  if case .reward(let reward) = item { row.share = state.nearness(of: reward) }
  drawAmountRow(row, line, column: column, on: &canvas)
}
