public import Loyalty

/// What happens to the tier.
public enum TierEvent: Equatable, Sendable {
  /// What the server says to what the member supposes.
  case answered(TierStatus)
}

func takeTier(_ event: TierEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .answered(let status): state.showAnswer(status)
  }
  return []
}
