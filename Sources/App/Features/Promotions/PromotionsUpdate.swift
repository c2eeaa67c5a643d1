import Loyalty

/// What the actions of promotions do.
func performPromotions(_ action: PromotionsAction, _ state: inout State) -> [Effect] {
  guard state.isInside else { return [] }
  switch action {
  case .open(let row):
    guard state.promotions.items.indices.contains(row) else { return [] }
    state.promotions.list.selection = row
    openPromotion(state.promotions.items[row], &state)
  case .beside(let step):
    guard state.promotionGrid?.isBeside(step, state.promotions.list) == true else { return [] }
    state.promotions.list.selection += step
  case .join: return change(isJoining: true, &state)
  case .leave: return change(isJoining: false, &state)
  }
  return []
}

/// Opens the sheet, the focus on what can be done there; leaving is done by nobody in passing.
func openPromotion(_ promotion: Promotion, _ state: inout State) {
  state.openSheet(.promotion(promotion.id))
  guard promotion.canChange(at: state.now), !promotion.isEnrolled else { return }
  state.focus = state.isSignedIn ? .enrollment : .logIn
}

private func change(isJoining: Bool, _ state: inout State) -> [Effect] {
  guard case .promotion(let id) = state.sheets.last,
    let promotion = state.promotions.promotion(id), promotion.canChange(at: state.now),
    promotion.isEnrolled != isJoining, state.promotions.changing == nil
  else { return [] }
  state.promotions.problem = nil
  // What only the server can do is refused at once, and never kept for later.
  if state.network.isAway {
    state.promotions.problem = .offline
    return []
  }
  state.promotions.changing = id
  return [.ask(.promotions(isJoining ? .join(id) : .leave(id)))]
}

/// The server has it, and the list shows it before the next pull.
func finishEnrollment(
  _ id: Promotion.ID, _ isEnrolled: Bool, _ state: inout State
) -> [Effect] {
  guard state.isSignedIn else { return [] }
  state.promotions.changing = nil
  if state.sheets.last != .promotion(id) {
    state.toast(state.phrases.say(isEnrolled ? .promotionJoined : .promotionLeft))
  } else {
    state.focus = nil
  }
  return state.network.isWorking ? [.ask(.pull)] : state.pull()
}

/// Says what went wrong where the member waits; what the server knows better is asked for.
func failEnrollment(_ trouble: Trouble, _ state: inout State) -> [Effect] {
  guard let id = state.promotions.changing else { return [] }
  state.promotions.changing = nil
  let problem: PromotionsState.Problem =
    switch trouble {
    // Nothing was sent.
    case .offline(let cause) where !cause.isPassing || cause.isRefusal: .trouble(trouble)
    case .offline, .garbled, .tooLarge: .lost
    case .refused, .signedOut, .local, .storage: .trouble(trouble)
    }
  if state.sheets.last == .promotion(id) {
    state.promotions.problem = problem
  } else {
    state.toast(state.words(for: problem), isError: true)
  }
  if case .refused = trouble { return state.network.isWorking ? [.ask(.pull)] : state.pull() }
  return []
}

extension State {
  func words(for problem: PromotionsState.Problem) -> String {
    switch problem {
    case .offline: phrases.say(.promotionOffline)
    case .lost: phrases.say(.promotionLost)
    case .trouble(let trouble): words(for: trouble)
    }
  }
}

extension Element.ID {
  static let enrollment: Element.ID = "promotion.enrollment"
}
