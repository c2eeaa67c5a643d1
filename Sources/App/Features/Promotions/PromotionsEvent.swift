public import Loyalty

/// What happens to the promotions.
public enum PromotionsEvent: Equatable, Sendable {
  case loaded(PromotionsContents)
  /// The member has joined or left; what is shown of it was loaded before.
  case changed(Promotion.ID, isEnrolled: Bool)
}

/// What is asked of the server about promotions.
public enum PromotionsRequest: Equatable, Sendable {
  case join(Promotion.ID)
  case leave(Promotion.ID)
}

func takePromotions(_ event: PromotionsEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .loaded(let contents):
    state.promotions.replaceContents(with: contents, now: state.now, height: state.historyRows)
    state.keepPromotionsVisible()
    return []
  case .changed(let id, let isEnrolled): return finishEnrollment(id, isEnrolled, &state)
  }
}
