import Loyalty

/// What a person can ask of tier.
public enum TierAction: Equatable, Sendable {
  case show
  /// So many points more than are supposed now, in whole points.
  case suppose(Int64)
}

extension TierAction {
  var access: Access { .member(with: .tiers) }
}

func performTier(_ action: TierAction, _ state: inout State) -> [Effect] {
  switch action {
  case .show:
    guard state.sheets.last != .tier else { return [] }
    state.tier = TierState()
    state.openSheet(.tier)
    return []
  case .suppose(let step): return state.suppose(step)
  }
}
