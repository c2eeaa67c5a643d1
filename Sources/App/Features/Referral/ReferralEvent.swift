import Loyalty

/// What happens to recommending.
public enum ReferralEvent: Equatable, Sendable {
  case loaded(ReferralContents)
  /// The server knows now whose recommendation brought the member.
  case claimed
}

func takeReferral(_ event: ReferralEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .loaded(let contents):
    guard state.isSignedIn else { return [] }
    state.referral.replaceContents(with: contents)
    // How many rows the friends have depends on what stands above them.
    let rows = state.friendRows
    let count = contents.referral?.friends.count ?? 0
    state.referral.list.scrollToSelection(count: count, height: rows)
    return []
  case .claimed: return state.finishClaim()
  }
}
