import Loyalty

/// What it means to the state that something that was asked for did not work.
func fail(
  _ request: Event.Request, _ trouble: Trouble, _ state: inout State
) -> [Effect] {
  if trouble == .signedOut {
    state.leaveAccount()
    state.toast(state.phrases.say(.signedOut), isError: true)
    return [.unfollow]
  }
  switch request {
  case .pull:
    state.live.missNews()
    let attempts = state.attempts + 1
    let pause = NetworkState.delay(afterAttempts: attempts, wish: trouble.seconds)
    let retryAt = state.now.adding(seconds: pause)
    state.network = .failed(trouble, attempts: attempts, retryAt: retryAt)
    let hasPlace = state.isSignedIn && state.program == nil
    if state.isInside, !hasPlace, trouble.isToBeTold, trouble != state.toldTrouble {
      state.toast(state.words(for: trouble), isError: true)
    }
    state.toldTrouble = trouble
    // What did arrive is in the store already.
    return [.loadHome, .loadRewards, .loadPromotions, .loadScreens] + state.loadOpenSheets()
  case .pullOlder:
    state.history.isLoading = false
    state.history.hasMoreOnServer = false
    state.toast(state.words(for: trouble), isError: true)
    return []
  case .sendCode, .verifyCode:
    failLogin(request, trouble, &state)
    return []
  case .store:
    state.failSaving()
    state.toast(state.words(for: trouble), isError: true)
    return []
  case .sessions:
    state.failSessions(trouble)
    return []
  case .export, .deleteAccount:
    state.failProfileForm(trouble)
    return []
  case .redeem: return failRedeeming(trouble, &state)
  case .askTier:
    state.failTier(trouble)
    return []
  case .outbox: return state.failOutbox(trouble)
  case .claimReferral: return state.failClaim(trouble)
  case .enrollment: return failEnrollment(trouble, &state)
  case .promoCode: return failPromoCode(trouble, &state)
  case .fetchCode:
    state.failCode(trouble)
    return []
  case .account:
    state.failAccount(trouble)
    return []
  case .editor: return state.failEditor(trouble)
  }
}
