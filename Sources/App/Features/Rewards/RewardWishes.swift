import Loyalty

extension State {
  /// The reward that is open, or selected in the list.
  var meantReward: Reward? {
    if let sheet = sheets.last {
      guard case .rewards(.reward(let id)) = sheet else { return nil }
      return rewards.reward(id)
    }
    guard tab == .rewards, rewards.items.indices.contains(rewards.list.selection),
      case .reward(let reward) = rewards.items[rewards.list.selection]
    else { return nil }
    return reward
  }

  func isGoal(_ reward: Reward.ID) -> Bool { rewards.contents.wishes.goal == reward }

  func isFavourite(_ reward: Reward.ID) -> Bool {
    rewards.contents.wishes.favourites.contains(reward)
  }

  /// Sets a wish, or takes it back; it shows at once and is sent when it can be.
  func toggle(_ kind: Wishes.Kind) -> [Effect] {
    guard let id = meantReward?.id else { return [] }
    let isSet = kind == .goal ? isGoal(id) : isFavourite(id)
    return [
      .keep(.wish(Wishes.Change(reward: id, kind: kind, isSet: !isSet))), .load(.rewards),
    ]
  }

  /// Opens what is being saved for, or the rewards to choose it from.
  mutating func showGoal() -> [Effect] {
    guard let goal else { return perform(.showTab(.rewards), &self) }
    openSheet(.rewards(.reward(goal.reward.id)))
    if goal.reward.blockers.isEmpty { focus = .redeem }
    return []
  }

  /// Opens the dearest reward that can be had now, with the way to it under the keys.
  mutating func openDearest() -> [Effect] {
    guard isInside, let row = rewards.dearest else { return [] }
    return perform(.rewards(.open(row: row)), &self)
  }

  /// Looks at the rewards in another order, or at others of them; the list begins at its top.
  mutating func lookAtRewards(_ sort: RewardSort, _ filter: RewardFilter) {
    rewards.sort = sort
    rewards.filter = filter
    rewards.list = ListState()
    regroupRewards()
  }
}

extension CaseIterable where Self: Equatable {
  /// The one after it, round and round.
  var after: Self {
    let all = Array(Self.allCases)
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + 1) % all.count]
  }
}
