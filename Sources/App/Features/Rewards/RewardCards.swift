import Cells
import Loyalty
import Themes

/// Rewards as cards.
func drawRewardGrid(_ grid: RewardGrid, _ state: State, on canvas: inout Canvas) {
  let rewards = state.rewards
  let first = grid.first(of: rewards.list)
  let top = grid.lines[first].y
  canvas.scrollBar(first: top, count: grid.height, in: grid.place)
  let lines = grid.lines.dropFirst(first).prefix { $0.y - top < grid.place.height }
  let column = state.amountColumn(of: lines.filter { $0.shape == .row }.flatMap(\.items))
  for line in lines {
    let row = line.y - top
    if line.shape == .heading {
      canvas.section(state.head(of: line.part), in: grid.place.inset(left: 2, top: row, right: 2))
      continue
    }
    for (index, item) in line.items.enumerated() {
      let row = ListRow(
        index: item, place: grid.cell(index, of: line, at: row),
        isSelected: item == rewards.list.selection)
      // What the end of the screen cuts is to be seen, not to be read.
      guard row.place.height == line.height else {
        if line.shape == .tile {
          rewardTile(rewards.items[item], item, state).map {
            canvas.cutTile($0, in: row.place, of: line.height)
          }
        }
        continue
      }
      switch line.shape {
      case .heading: break
      case .row: drawItem(rewards.items[item], row, column, state, on: &canvas)
      case .coupon: drawCouponCard(rewards.items[item], row, state, on: &canvas)
      case .tile:
        rewardTile(rewards.items[item], item, state).map {
          canvas.tile($0, isSelected: row.isSelected, in: row.place)
        }
      case .bar: drawRewardBar(rewards.items[item], row, state, on: &canvas)
      }
    }
  }
}

/// A coupon is none.
private func rewardTile(
  _ item: RewardsState.Item, _ row: Int, _ state: State
) -> LinkRow? {
  guard case .reward(let reward) = item else { return nil }
  let text = RewardText(item, state)
  // What is in the way of a member matters more than what kind of thing it is.
  let isOut = text.isMuted && state.isSignedIn
  return LinkRow(
    id: item.id(row), title: text.title,
    note: isOut ? text.note : state.cardNote(of: reward), value: text.amount,
    unit: isOut ? nil : state.phrases.noun(for: reward.cost, of: state.program), isStrong: !isOut,
    spoken: text.spoken, action: .rewards(.open(row: row)), picture: reward.picture)
}

/// What there is of its price, and what is missing, below its name.
private func drawRewardBar(
  _ item: RewardsState.Item, _ line: ListRow, _ state: State, on canvas: inout Canvas
) {
  guard case .reward(let reward) = item else { return }
  let phrases = state.phrases
  let text = RewardText(item, state)
  var rest = line.place
  if rest.height >= 5 {
    let picture = min(22, rest.width / 3)
    canvas.hero(text.name, reward.picture, in: rest.narrowed(to: picture))
    rest = rest.inset(left: picture + 3)
  }
  let name = rest.inset(x: -1).top(1).intersection(canvas.bounds)
  canvas.write(text.amount, in: rest, .heading, .right)
  let room = rest.inset(right: displayWidth(of: text.amount) + 2)
  canvas.write(text.title, in: room, .heading)
  if state.isGoal(reward.id) {
    canvas.write(
      phrases.say(.goalMark), in: room.inset(left: displayWidth(of: text.title) + 2), .accent)
  }
  let bar = rest.inset(top: rest.height >= 5 ? 2 : 1)
  canvas.bar(state.nearness(of: reward) ?? 0, in: bar)
  let foot = bar.inset(top: 1)
  let missing = reward.blockers.first.map { state.shortWords(for: $0, of: reward) } ?? ""
  canvas.write(missing, in: foot, .muted, .right)
  if let balance = state.home.contents.balance {
    canvas.write(
      phrases.points(balance.available, of: state.program),
      in: foot.inset(right: displayWidth(of: missing) + 2), .hint)
  }
  canvas.endRow(
    item.id(line.index), text.spoken, isSelected: line.isSelected, in: name,
    action: .rewards(.open(row: line.index)))
}

/// A coupon with its stub: that it has a code is seen before it is read.
private func drawCouponCard(
  _ item: RewardsState.Item, _ line: ListRow, _ state: State, on canvas: inout Canvas
) {
  guard case .coupon(let coupon) = item else { return }
  let text = RewardText(item, state)
  let value = coupon.value.map {
    state.phrases.say(.valueOff, ["money": state.phrases.money($0)])
  }
  canvas.couponCard(
    LinkRow(
      id: item.id(line.index), title: text.title, note: value, value: text.note ?? "",
      spoken: text.spoken, action: .rewards(.open(row: line.index))),
    isSelected: line.isSelected, in: line.place)
}

extension RewardsState.Item {
  func id(_ row: Int) -> Element.ID {
    switch self {
    case .coupon: Element.ID(rawValue: "rewards.coupon.\(row)")
    case .reward: Element.ID(rawValue: "rewards.reward.\(row)")
    }
  }
}

extension State {
  /// What is worth a word below the name: that one saves for it, that few are left, else its kind.
  fileprivate func cardNote(of reward: Reward) -> String? {
    if isGoal(reward.id) { return phrases.say(.goalMark) }
    if let left = reward.stockLeft, (1...9).contains(left) {
      return phrases.say(.stockLeft, ["count": phrases.decimal(Int64(left))])
    }
    return State.kinds[reward.kind].map { phrases.say($0) }
  }

  private static let kinds: [Reward.Kind: Phrase] = [
    .drink: .kindDrink, .food: .kindFood, .discount: .kindDiscount, .goods: .kindGoods,
    .experience: .kindExperience,
  ]
}
