public import Loyalty

/// What happens to the state when something happens to the app; pure and total.
///
/// - Parameters:
///   - now: when it happened; never earlier than the event before.
///   - frame: what this state looks like, for an event that `looksAtScreen`.
/// - Returns: what the shell is to do, in this order.
public func update(
  _ state: inout State, _ event: Event, at now: Instant, seeing frame: Frame?
) -> [Effect] {
  state.now = now
  state.seen = frame
  let effects = answer(event, &state)
  state.seen = nil
  for feature in FeatureDescription.all { feature.settle(event, &state) }
  state.keepSelectionVisible()
  state.settleWriting()
  state.checkEdited()
  return effects
}

private func answer(_ event: Event, _ state: inout State) -> [Effect] {
  switch event {
  case .input(let input): return handle(input, &state)
  case .action(let action): return perform(action, &state)
  case .deadline: return passDeadline(&state)
  case .terminalIsLight(let isLight):
    guard isLight != state.settings.look.isTerminalLight else { return [] }
    state.settings.look.isTerminalLight = isLight
    state.dress()
    return []

  case .signsAreWide(let areWide):
    state.settings.hasWideSigns = areWide
    return []
  case .clockMoved(let milliseconds): return state.moveClock(milliseconds)
  case .notice(let notice):
    state.toast(state.phrases.words(for: notice), isError: true)
    return []

  case .arrived(let changes): return state.takeArrived(changes)
  case .pulled: return state.takePull()
  case .news: return state.hearNews()
  case .unfollowed:
    state.live.isFollowing = false
    return state.isInside ? state.pull() : []
  case .outboxFilled: return state.sendOutbox()
  case .outboxSent:
    state.finishSaving(.profileSaved)
    return []
  case .failed(let request, let trouble): return fail(request, trouble, &state)
  case .storeFailed(let trouble): return failStore(trouble, &state)

  case .home(let event): return takeHome(event, &state)
  case .history(let event): return takeHistory(event, &state)
  case .rewards(let event): return takeRewards(event, &state)
  case .promotions(let event): return takePromotions(event, &state)
  case .screens(let event): return takeScreens(event, &state)
  case .explanation(let event): return takeExplanation(event, &state)
  case .tier(let event): return takeTier(event, &state)
  case .inbox(let event): return takeInbox(event, &state)
  case .shops(let event): return takeShops(event, &state)
  case .referral(let event): return takeReferral(event, &state)
  case .promoCode(let event): return takePromoCode(event, &state)
  case .card(let event): return takeCard(event, &state)
  case .wallet(let event): return takeWallet(event, &state)
  case .intro(let event): return takeIntro(event, &state)
  case .login(let event): return takeLogin(event, &state)
  case .accounts(let event): return takeAccounts(event, &state)
  case .forgetting(let event): return takeForgetting(event, &state)
  case .profile(let event): return takeProfile(event, &state)
  case .sessions(let event): return takeSessions(event, &state)
  case .saving(let event): return takeSaving(event, &state)
  case .editor(let event): return takeEditor(event, &state)
  case .drafts(let event): return takeDrafts(event, &state)
  case .pictures(let event): return takePictures(event, &state)
  }
}

/// What starts the app: the first frame needs none of it.
public func start(_ state: inout State) -> [Effect] {
  state.network = .working(since: state.now)
  return [.load(state.isSignedIn ? .inbox : .intro), .load(.screens), .ask(.pull)]
}

private func passDeadline(_ state: inout State) -> [Effect] {
  let now = state.now
  state.toasts.removeAll { $0.until.map { $0 <= now } ?? false }
  let effects = state.passMoments()
  guard case .failed(_, _, let retryAt) = state.network, retryAt <= now else { return effects }
  return effects + state.pull()
}
