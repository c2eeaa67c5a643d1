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
    let hints = rewardHints(state)
    let own = displayWidth(of: phrases.say(.rewards)) + 2
    let room = head.width - own - hints.reduce(0) { $0 + $1.width + 3 }
    canvas.screenHead(
      "rewards.title", phrases.say(.rewards),
      note: rewardsNote(state, width: room).map { ("rewards.balance", $0) }, hints: hints, in: head)
  }
  guard !rewards.items.isEmpty else {
    // What is left out by the filter is no matter of the server.
    let isFiltered = rewards.filter != .all && rewards.contents.rewards?.isEmpty == false
    let isLiked = rewards.filter == .favourites
    canvas.emptyNote(
      EmptyNote(
        prefix: "rewards",
        title: !isFiltered ? .noRewards : isLiked ? .noFavourites : .noneAvailable,
        hint: !isFiltered ? .noRewardsHint : isLiked ? .noFavouritesHint : .noneAvailableHint,
        isAwaited: rewards.contents.rewards == nil && state.network.isWorking,
        isOfServer: !isFiltered, isOnSheet: false),
      state, in: rest)
    return
  }
  if let grid = RewardGrid(state) {
    drawRewardGrid(grid, state, on: &canvas)
    return
  }
  let parts = RewardsState.Part.allCases.map {
    ListPart(head: state.head(of: $0), count: rewards.counts[$0.rawValue])
  }
  let lines = canvas.rows(of: rewards.list, in: parts, in: rest)
  let column = state.amountColumn(of: lines.map(\.index))
  for line in lines { drawItem(rewards.items[line.index], line, column, state, on: &canvas) }
}

extension State {
  func head(of part: RewardsState.Part) -> SectionHead {
    let title: String =
      switch part {
      case .coupons: phrases.say(.yourCoupons)
      case .enough: phrases.say(isSignedIn ? .enoughFor : .rewardsOffered)
      case .nearly: phrases.say(.nearlyEnough)
      case .other: phrases.say(isSignedIn ? .otherRewards : .rewardsOffered)
      case .step1, .step2, .step3, .step4, .step5:
        phrases.words(for: part.step ?? 0, of: rewards.steps, program)
      case .past: phrases.say(.pastCoupons)
      }
    var head = SectionHead(
      id: Element.ID(rawValue: "rewards.part.\(part.rawValue)"), title: title,
      count: phrases.decimal(Int64(rewards.counts[part.rawValue])))
    if part == .enough, isSignedIn {
      head.key = Command.key(.rewards(.openDearest), on: .rewards)
      head.keyTitle = phrases.say(.dearestShort)
      head.action = .rewards(.openDearest)
    }
    return head
  }

  /// Cells of the widest amount of some of the items, and of the dearest reward, so that it seldom
  /// changes.
  func amountColumn(of items: [Int]) -> Int {
    let dearest = rewards.contents.rewards?.map(\.cost).max() ?? .zero
    return items.map { displayWidth(of: RewardText(rewards.items[$0], self).amount) }
      .reduce(displayWidth(of: phrases.number(dearest, of: program)), max)
  }
}

/// In which order they stand, and which of them are shown.
private func rewardHints(_ state: State) -> [Hint] {
  state.commands(on: .rewards) {
    [.rewards(.nextSort), .rewards(.nextFilter)].contains($0.action)
  }.map { command in
    Hint(
      id: Element.ID(rawValue: "rewards.look.\(command.key)"), key: command.key,
      title: state.phrases.say(command.label(state) ?? command.title), action: command.action)
  }
}

/// What can be spent, how old that is when the server cannot be asked, and for how many rewards it is
/// enough: as much of it as fits.
private func rewardsNote(_ state: State, width: Int) -> String? {
  guard let balance = state.home.contents.balance else { return nil }
  let points = state.phrases.points(balance.available, of: state.program)
  var more: String?
  if state.network.trouble != nil {
    more = state.home.contents.confirmedAt.map { state.asOf($0) }
  } else if let all = state.rewards.contents.rewards?.count, all > 0 {
    let enough = state.rewards.contents.rewards?.count { $0.blockers.isEmpty } ?? 0
    more = state.phrases.say(
      .enoughOf,
      [
        "count": state.phrases.decimal(Int64(enough)), "all": state.phrases.decimal(Int64(all)),
      ])
  }
  let words = [points, more].compactMap(\.self).joined(separator: " · ")
  return displayWidth(of: words) > width ? points : words
}

/// One row: what it is, what is in the way, what it costs; the last cell is the selection's mark.
func drawItem(
  _ item: RewardsState.Item, _ line: ListRow, _ column: Int, _ state: State,
  on canvas: inout Canvas
) {
  let text = RewardText(item, state)
  var row = AmountRow(
    id: item.id(line.index), title: text.title, note: text.note,
    shortNote: text.shortNote, amount: text.amount,
    amountLook: text.isMuted ? .muted : text.isCoupon ? .positive : .text,
    isMuted: text.isMuted, spoken: text.spoken, action: .rewards(.open(row: line.index)),
    leastTitle: 16)
  if case .reward(let reward) = item { row.share = state.nearness(of: reward) }
  drawAmountRow(row, line, column: column, on: &canvas)
}
