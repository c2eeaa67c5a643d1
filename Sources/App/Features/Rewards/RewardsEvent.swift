public import Loyalty

/// What happens to the rewards.
public enum RewardsEvent: Equatable, Sendable {
  case loaded(RewardsContents)
  /// Points were spent on a reward; the coupon is among those that were loaded before.
  case redeemed(Coupon.ID, of: Reward.ID)
}

func takeRewards(_ event: RewardsEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .loaded(var contents):
    // What a member before left in the store is nobody else's.
    if !state.isSignedIn {
      contents.coupons = []
      contents.wishes = Wishes()
    }
    state.showRewards(contents)
    return []
  case .redeemed(let coupon, let reward): return finishRedeeming(coupon, of: reward, &state)
  }
}
