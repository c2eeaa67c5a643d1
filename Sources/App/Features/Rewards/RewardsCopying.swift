import Loyalty

/// What is copied of coupons and shared of rewards.
extension State {
  private var selectedItem: RewardsState.Item? {
    let (items, row) = (rewards.items, rewards.list.selection)
    return items.indices.contains(row) ? items[row] : nil
  }

  var selectedCoupon: Coupon? {
    if case .coupon(let coupon) = selectedItem { coupon } else { nil }
  }

  var selectedReward: Reward? {
    if case .reward(let reward) = selectedItem { reward } else { nil }
  }

  /// The code of a coupon that can be used now; of a past one it is nothing to anybody.
  func code(of coupon: Coupon) -> String? {
    coupon.state(at: now) == .active ? coupon.code : nil
  }

  func facts(of reward: Reward) -> [String?] {
    [
      reward.title.value(in: settings.language), phrases.points(reward.cost, of: program),
      program?.contacts.site,
    ]
  }
}
