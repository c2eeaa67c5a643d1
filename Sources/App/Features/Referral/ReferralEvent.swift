/// What happens to recommending.
public enum ReferralEvent: Hashable, Sendable {
  case loaded(ReferralContents)
  /// The server knows now whose recommendation brought the member.
  case claimed
}

func takeReferral(_ event: ReferralEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .loaded(let contents):
    guard state.isSignedIn else { return [] }
    state.referral.replaceContents(with: contents, height: state.friendRows)
    return []
  case .claimed: return state.finishClaim()
  }
}
