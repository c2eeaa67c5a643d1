import Loyalty

/// What the actions of rewards and coupons do.
func performRewards(_ action: RewardsAction, _ state: inout State) -> [Effect] {
  guard state.isInside else { return [] }
  switch action {
  case .open(let row): openItem(row, &state)
  case .openCoupon(let id): openCoupon(id, &state)
  case .redeem: askToRedeem(&state)
  case .cancel:
    guard case .confirming = state.rewards.step else { return [] }
    state.rewards.step = .browsing
    state.focus = .redeem
  case .confirm:
    guard case .confirming(let id, let cost) = state.rewards.step else { return [] }
    guard !refuseOffline(&state) else { return [] }
    state.rewards.step = .redeeming(id, cost)
    state.focus = nil
    return [.ask(.redeem(id, expectedCost: cost))]
  case .toggleGoal: return state.toggle(.goal)
  case .toggleFavourite: return state.toggle(.favourite)
  case .showGoal: return state.showGoal()
  case .openDearest: return state.openDearest()
  case .beside(let step): state.moveBesideInRewards(step)
  case .nextSort: state.lookAtRewards(state.rewards.sort.after, state.rewards.filter)
  case .nextFilter: state.lookAtRewards(state.rewards.sort, state.rewards.filter.after)
  }
  return []
}

/// The coupon is here: it opens where the member waits for it.
func finishRedeeming(
  _ coupon: Coupon.ID, of reward: Reward.ID, _ state: inout State
) -> [Effect] {
  guard state.isSignedIn else { return [] }
  state.rewards.step = .browsing
  state.rewards.problem = nil
  if state.sheets.last == .rewards(.reward(reward)), state.rewards.coupon(coupon) != nil {
    state.sheets.removeLast()
    openCoupon(coupon, &state)
    let name = state.rewards.coupon(coupon)?.title.value(in: state.settings.language)
    state.celebrate(reward: name ?? state.phrases.say(.redeemed))
  } else {
    state.toast(state.phrases.say(.redeemed))
  }
  // NB: a pull that is under way may have read the balance of before.
  return state.network.isWorking ? [.ask(.pull)] : state.pull()
}

/// Says what went wrong where the member waits; what the server knows better is asked for.
func failRedeeming(_ trouble: Trouble, _ state: inout State) -> [Effect] {
  guard case .redeeming(let id, let cost) = state.rewards.step else { return [] }
  state.rewards.step = .browsing
  let problem: RewardsState.Problem =
    switch trouble {
    // Nothing was sent.
    case .offline(let cause) where !cause.isPassing || cause.isRefusal: .trouble(trouble)
    case .offline, .garbled, .tooLarge: .lost
    case .refused("price_changed", _, _, _): .priceChanged(from: cost, trouble)
    case .refused, .signedOut, .local, .storage: .trouble(trouble)
    }
  if state.sheets.last == .rewards(.reward(id)) {
    state.rewards.problem = problem
    state.focus = .redeem
  } else {
    state.toast(state.words(for: problem, reward: id), isError: true)
  }
  if case .refused = trouble { return state.network.isWorking ? [.ask(.pull)] : state.pull() }
  return []
}

private func openItem(_ row: Int, _ state: inout State) {
  guard state.rewards.items.indices.contains(row) else { return }
  state.rewards.list.selection = row
  switch state.rewards.items[row] {
  case .coupon(let coupon): openCoupon(coupon.id, &state)
  case .reward(let reward):
    state.openSheet(.rewards(.reward(reward.id)))
    if reward.blockers.isEmpty { state.focus = .redeem }
  }
}

private func openCoupon(_ id: Coupon.ID, _ state: inout State) {
  guard let coupon = state.rewards.coupon(id), state.sheets.last != .rewards(.coupon(id)) else {
    return
  }
  state.rewards.symbol = CardSymbol(coupon.symbology, coupon.code)
  state.openSheet(.rewards(.coupon(id)))
}

private func askToRedeem(_ state: inout State) {
  guard case .rewards(.reward(let id)) = state.sheets.last, let reward = state.rewards.reward(id),
    reward.blockers.isEmpty, case .browsing = state.rewards.step, !refuseOffline(&state)
  else { return }
  state.rewards.problem = nil
  state.rewards.step = .confirming(id, reward.cost)
  // The careful answer has the focus: a key that is held down must not spend.
  state.focus = .cancelRedeem
}

/// What only the server can do is refused at once, and never kept for later.
private func refuseOffline(_ state: inout State) -> Bool {
  guard state.network.isAway else { return false }
  state.rewards.step = .browsing
  state.rewards.problem = .offline
  state.focus = .redeem
  return true
}

extension State {
  func words(for problem: RewardsState.Problem, reward id: Reward.ID) -> String {
    switch problem {
    case .offline: return phrases.say(.redeemOffline)
    case .lost: return phrases.say(.redeemLost)
    case .priceChanged(let old, let trouble):
      guard let new = rewards.reward(id)?.cost, new != old else { return words(for: trouble) }
      return phrases.say(
        .priceChanged,
        ["old": phrases.number(old, of: program), "new": phrases.number(new, of: program)])
    case .trouble(let trouble): return words(for: trouble)
    }
  }
}

extension Element.ID {
  static let redeem: Element.ID = "reward.redeem"
  static let cancelRedeem: Element.ID = "reward.cancel"
}
