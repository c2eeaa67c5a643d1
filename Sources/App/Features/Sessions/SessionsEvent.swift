public import Loyalty

/// What happens to the places where the member is signed in.
public enum SessionsEvent: Equatable, Sendable {
  case loaded([LoginSession])
  /// The server was asked where, and what it said was loaded before.
  case listed
  /// Those that were to end have ended.
  case ended
}

/// What is asked of the server about them.
public enum SessionsRequest: Equatable, Sendable {
  case list
  case end(LoginSession.ID)
  case endOthers
}

func takeSessions(_ event: SessionsEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .loaded(let sessions):
    state.showSessions(sessions)
    return []
  case .listed:
    if state.isSignedIn { state.profile.sessionTrouble = nil }
    return []
  case .ended: return state.finishEnding()
  }
}
