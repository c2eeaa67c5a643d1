public import Loyalty

/// What happens to the rewards.
public enum RewardsEvent: Hashable, Sendable {
  case loaded(RewardsContents)
  /// Points were spent; the coupon is in the local store.
  case redeemed(Coupon)
}

func takeRewards(_ event: RewardsEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .loaded(var contents):
    // What a member before left in the store is nobody else's.
    if !state.isSignedIn { contents.coupons = [] }
    state.rewards.show(contents, now: state.now, height: state.historyRows)
    return []
  case .redeemed(let coupon): return finishRedeeming(coupon, &state)
  }
}
