import HTTPTypes
import Loyalty

extension Endpoint {
  static let ofLoginSessions: [Endpoint] = [.sessions, .endOtherSessions, .endNamedSession]

  static let sessions = Endpoint(
    .get, "/v1/me/sessions", .member, needs: [], feature: nil,
    answer: .fresh("LoginSessionPage"),
    id: "listSessions",
    summary: "Where the member is signed in, last used first."
  ) { _ in .sessions }

  static let endOtherSessions = Endpoint(
    .delete, "/v1/me/sessions", .member, needs: [], feature: nil,
    answer: .nothing,
    id: "endOtherSessions",
    summary: "End all sessions but the one that asks."
  ) { _ in .endOtherSessions }

  static let endNamedSession = Endpoint(
    .delete, "/v1/me/sessions/{id}", .member, needs: [], feature: nil,
    path: "SessionID",
    answer: .nothing,
    id: "endNamedSession",
    summary: "End one session of the member; one that is not there counts as ended."
  ) { .endNamedSession(LoginSession.ID($0.name)) }
}

extension Schema {
  static let loginSessions: [String: JSON] = [
    "LoginSession": object(
      "A login of the member.",
      [
        "id": id, "device": nullable(text("What the program said of itself.")),
        "created_at": instant,
        "last_used_at": instant.merging(["description": "RFC 3339, in UTC; to the minute."]),
        "is_current": ["type": "boolean"],
      ]),
    "LoginSessionPage": page(of: "LoginSession"),
  ]
}

extension Sample {
  static let loginSessions = [
    Sample("LoginSessionPage", page(sessions))
  ]

  static let sessions = ["Loyalhub TUI", nil].map { device in
    LoginSession(
      id: .init("s"), device: device, createdAt: now, lastUsedAt: now, isCurrent: device == nil)
  }
}
