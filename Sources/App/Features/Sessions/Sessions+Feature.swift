import Cells
public import Loyalty

/// What sessions covers the screen with.
public enum SessionsSheet: Equatable, Sendable {
  case list
  case session(LoginSession.ID)
  case others
}

extension SessionsSheet {
  var surface: Surface {
    switch self {
    case .list: .sessions
    case .session(let id): .session(id)
    case .others: .otherSessions
    }
  }
}

extension Surface {
  static let sessions = Surface(
    commands: [
      Command(
        action: .sessions(.showOthers), title: .sessionsEndOthers, keys: [.character("x")],
        hint: "x", isHinted: true, when: \.hasOtherSessions)
    ],
    list: .rows(\.profile.sessionList, count: { $0.profile.sessions?.count ?? 0 }),
    // No pull brings them.
    loads: { [.load(.sessions)] + ($0.network.trouble == nil ? [.ask(.sessions(.list))] : []) },
    detail: { state in
      let row = state.profile.sessionList.selection
      guard let sessions = state.profile.sessions, sessions.indices.contains(row) else {
        return nil
      }
      return (.sessions(.session(sessions[row].id)), .sessions(.open(row: row)))
    }, draw: drawSessions)

  static func session(_ id: LoginSession.ID) -> Surface {
    Surface(kind: .detail) { drawSession(id, $0, on: &$1) }
  }

  static let otherSessions = Surface(draw: drawOtherSessions)
}
