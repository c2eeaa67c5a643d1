import Loyalty

/// What it means to the state that something that was asked for did not work.
func fail(_ request: ServerRequest, _ trouble: Trouble, _ state: inout State) -> [Effect] {
  // The word of a session that was left already comes late, and is nobody's.
  if trouble == .signedOut { return state.isSignedIn ? state.endSession() : [] }
  switch request {
  case .pull: return state.failPull(trouble)
  case .olderHistory: state.failOlderHistory(trouble)
  case .outbox: return state.failOutbox(trouble)
  case .login(let request): failLogin(request, trouble, &state)
  case .redeem: return failRedeeming(trouble, &state)
  case .tier: state.failTier(trouble)
  case .claimReferral: return state.failClaim(trouble)
  case .promotions: return failEnrollment(trouble, &state)
  case .promoCode: return failPromoCode(trouble, &state)
  case .cardCode: state.failCode(trouble)
  case .sessions: state.failSessions(trouble)
  case .profile: state.failProfileForm(trouble)
  case .editor(.putPicture(_, let attempt)): state.failPicture(attempt, trouble)
  case .editor: return state.failEditor(trouble)
  case .drafts(let request): return state.failDrafts(request, trouble)
  }
  return []
}

/// What it means that the local store failed.
func failStore(_ trouble: Trouble, _ state: inout State) -> [Effect] {
  if trouble == .signedOut { return state.isSignedIn ? state.endSession() : [] }
  state.failSaving()
  state.toast(state.words(for: trouble), isError: true)
  return []
}

extension State {
  /// The server does not know the session any more.
  fileprivate mutating func endSession() -> [Effect] {
    leaveAccount()
    toast(phrases.say(.signedOut), isError: true)
    return [.unfollow]
  }

  fileprivate mutating func failPull(_ trouble: Trouble) -> [Effect] {
    live.missNews()
    let attempts = attempts + 1
    let pause = NetworkState.delay(afterAttempts: attempts, wish: trouble.seconds)
    let retryAt = now.adding(seconds: pause)
    network = .failed(trouble, attempts: attempts, retryAt: retryAt)
    let hasPlace = isSignedIn && program == nil
    if isInside, !hasPlace, trouble.isToBeTold, trouble != toldTrouble {
      toast(words(for: trouble), isError: true)
    }
    toldTrouble = trouble
    return readFirst() + askForOpen()
  }
}
