public import Loyalty

/// What happens to the state when something happens to the app; pure and total.
///
/// - Parameter now: when it happened; never earlier than the event before.
/// - Returns: what the shell is to do, in this order.
public func update(_ state: inout State, _ event: Event, at now: Instant) -> [Effect] {
  state.now = now
  let effects = answer(event, &state)
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

  case .homeLoaded(let contents):
    state.show(contents)
    return []
  case .historyLoaded(let page):
    guard state.isSignedIn else { return [] }
    return state.history.add(page)
  case .newerHistoryLoaded(let rows):
    state.history.add(rows)
    return []
  case .historySearched(let query):
    return query == state.history.query && state.history.resumeAt != nil
      ? [state.history.nextPage] : []
  case .pulled:
    state.confirmConnection()
    let rest: [Effect] = state.sheets.contains(.explanation) ? [.loadExplanation] : []
    return [.loadHome, state.history.firstPage, .loadRewards, .loadPromotions, .loadScreens] + rest
      + state.loadOpenSheets() + state.followOn()
      + (state.isInside ? [] : [.loadIntro])
  case .news: return state.hearNews()
  case .unfollowed:
    state.live.isFollowing = false
    return state.isInside ? state.pull() : []
  case .pulledOlder(let hasMore):
    state.history.hasMoreOnServer = hasMore
    state.history.isLoading = false
    return [state.history.nextPage]
  case .codeSent, .signedIn: return answerLogin(event, &state)
  case .signedOut:
    state.leaveAccount()
    return [.loadHome, .unfollow]
  case .failed(let request, let trouble): return fail(request, trouble, &state)
  case .message(let message):
    state.login.receive(message)
    return []
  case .clockMoved(let milliseconds): return state.moveClock(milliseconds)
  case .notice(.storeRebuilt(let name)):
    state.toast(state.phrases.say(.storeRebuilt, ["name": name]), isError: true)
    return []
  case .notice(.accountsSetAside(let name)):
    state.toast(state.phrases.say(.accountsSetAside, ["name": name]), isError: true)
    return []
  case .notice(.accountsNotKept(let problem)):
    let reason = state.phrases.sentence(problem)
    state.toast(state.phrases.say(.accountsNotKept, ["reason": reason]), isError: true)
    return []
  case .notice(.inTheClear(let origin)):
    let words = state.phrases.say(.inTheClear, ["origin": cleaned(origin, limit: 100)])
    state.toast(words, isError: true)
    return []
  case .notice(.notKept(let problem)):
    state.toast(state.phrases.wordsForKeepingNothing(problem), isError: true)
    return []
  case .notice(.notLogged(let problem)):
    state.toast(state.phrases.wordsForNotLogging(problem), isError: true)
    return []
  case .introLoaded(let slides):
    state.show(slides)
    return []
  case .accountsLoaded(let contents):
    state.show(contents)
    return []
  case .accountRefused(let refusal):
    state.refuse(refusal)
    return []
  case .rewardsLoaded(var contents):
    // What a member before left in the store is nobody else's.
    if !state.isSignedIn { contents.coupons = [] }
    state.rewards.show(contents, now: state.now, height: state.historyRows)
    return []
  case .redeemed(let coupon): return finishRedeeming(coupon, &state)
  case .explanationLoaded(let contents):
    guard state.isSignedIn else { return [] }
    state.explanation.show(contents, height: state.explanationRows)
    return []
  case .tierAnswered(let status):
    state.take(status)
    return []
  case .inboxLoaded(let contents):
    guard state.isSignedIn else { return [] }
    state.inbox.show(contents, height: state.sheetRows)
    return []
  case .outboxFilled: return state.sendOutbox()
  case .outboxSent:
    state.finishSaving(.profileSaved)
    return [.loadInbox] + state.profileLoads
  case .storesLoaded(let contents):
    guard state.isInside else { return [] }
    state.stores.show(contents, now: state.now, height: state.storeRows)
    return []
  case .referralLoaded(let contents):
    guard state.isSignedIn else { return [] }
    state.referral.show(contents, height: state.friendRows)
    return []
  case .referralClaimed: return state.finishClaim()
  case .profileLoaded(let contents):
    guard state.isSignedIn else { return [] }
    state.profile.contents = contents
    return []
  case .profileRefused(let refusal): return state.takeBack(refusal)
  case .sessionsLoaded(let sessions):
    state.show(sessions)
    return []
  case .sessionsEnded: return state.finishEnding()
  case .exported, .exportFailed, .accountDeleted: return answerProfile(event, &state)
  case .promotionsLoaded(let contents):
    state.promotions.show(contents, now: state.now, height: state.historyRows)
    return []
  case .promotionChanged(let promotion): return finishEnrollment(promotion, &state)
  case .promoCodeAnswered(let outcome): return takeGift(outcome, &state)
  case .codeArrived(let code):
    state.take(code)
    return []
  case .wallet(let event): return takeWallet(event, &state)
  case .screens(.loaded(let contents)):
    state.show(contents)
    return []
  case .editor(let event): return takeEditor(event, &state)
  case .drafts(let event): return takeDrafts(event, &state)
  }
}

/// What starts the app: the first frame needs none of it.
public func start(_ state: inout State) -> [Effect] {
  state.network = .working(since: state.now)
  return [state.isSignedIn ? .loadInbox : .loadIntro, .loadScreens, .pull]
}

private func passDeadline(_ state: inout State) -> [Effect] {
  let now = state.now
  state.toasts.removeAll { $0.until.map { $0 <= now } ?? false }
  if let end = state.login.waitUntil, end <= now {
    state.login.waitUntil = nil
    state.login.problem = nil
  }
  state.home.endCountUp(at: now)
  let effects = state.followCode() + state.passEditorDeadline() + state.passPresenceDeadline()
  guard case .failed(_, _, let retryAt) = state.network, retryAt <= now else { return effects }
  return effects + state.pull()
}
