import Cells
import Loyalty

/// What the actions about sessions do; all of them need the server.
func performSessions(_ action: SessionsAction, _ state: inout State) -> [Effect] {
  switch action {
  case .show:
    guard state.sheets.last == .profile(.overview) else { return [] }
    state.profile.sessionList = ListState()
    state.profile.sessionTrouble = nil
    state.openSheet(.sessions(.list))
    return [.load(.sessions)] + (state.network.isAway ? [] : [.ask(.sessions(.list))])
  case .open(let row):
    guard state.sheets.last == .sessions(.list), let sessions = state.profile.sessions,
      sessions.indices.contains(row)
    else { return [] }
    state.profile.sessionList.selection = row
    state.profile.sessionTrouble = nil
    state.openSheet(.sessions(.session(sessions[row].id)))
  case .showOthers:
    guard state.sheets.last == .sessions(.list), state.hasOtherSessions else { return [] }
    state.profile.sessionTrouble = nil
    state.openSheet(.sessions(.others))
  case .end:
    guard case .sessions(.session(let id)) = state.sheets.last, let session = state.session(id)
    else {
      return []
    }
    if session.isCurrent { return perform(.login(.logOut), &state) }
    return end(.end(id), &state)
  case .endOthers:
    guard state.sheets.last == .sessions(.others) else { return [] }
    return end(.endOthers, &state)
  }
  return []
}

/// What only the server can do is refused at once without it, and never kept for later.
private func end(_ request: SessionsRequest, _ state: inout State) -> [Effect] {
  guard !state.profile.isEnding else { return [] }
  if state.network.isAway {
    state.profile.sessionTrouble = state.network.trouble
    return []
  }
  state.profile.sessionTrouble = nil
  state.profile.isEnding = true
  return [.ask(.sessions(request))]
}

extension State {
  func session(_ id: LoginSession.ID) -> LoginSession? {
    profile.sessions?.first { $0.id == id }
  }

  var hasOtherSessions: Bool { profile.sessions?.contains { !$0.isCurrent } ?? false }

  mutating func showSessions(_ sessions: [LoginSession]) {
    guard isSignedIn else { return }
    profile.sessions = sessions
    profile.sessionList.scrollToSelection(count: sessions.count, height: sheetRows)
  }

  mutating func finishEnding() -> [Effect] {
    guard isSignedIn else { return [] }
    profile.isEnding = false
    sheets.removeAll { sheet in
      if case .sessions(let sheet) = sheet { return sheet != .list }
      return false
    }
    focus = nil
    toast(phrases.say(.sessionEnded))
    return [.ask(.sessions(.list))]
  }

  mutating func failSessions(_ trouble: Trouble) {
    guard isSignedIn else { return }
    profile.isEnding = false
    profile.sessionTrouble = trouble
  }

  /// What is wrong, in words that fit: nothing waits to be sent.
  var sessionProblem: String? {
    guard let trouble = profile.sessionTrouble ?? network.trouble else { return nil }
    if trouble.isAway { return phrases.say(.sessionsOffline) }
    return words(for: trouble)
  }
}
