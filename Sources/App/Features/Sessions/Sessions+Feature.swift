import Cells
import Loyalty

extension Surface {
  static let sessions = Surface(
    commands: [
      Command(
        action: .sessions(.showOthers), title: .sessionsEndOthers, keys: [.character("x")],
        hint: "x")
    ],
    list: .rows(\.profile.sessionList, count: { $0.profile.sessions?.count ?? 0 }),
    // Only the server knows them.
    loads: { $0.network.trouble == nil ? [.loadSessions] : [] }, draw: drawSessions)

  static func session(_ id: LoginSession.ID) -> Surface { Surface { drawSession(id, $0, on: &$1) } }

  static let otherSessions = Surface(draw: drawOtherSessions)
}
