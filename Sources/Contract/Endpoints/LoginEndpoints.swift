import HTTPTypes
import Loyalty

/// Logging in, and where somebody is logged in.
extension Endpoint {
  static let requestCode = Endpoint(
    .post, "/v1/auth/otp", .everybody, needs: .key, feature: nil,
    body: .json("CodeRequest"), answer: .accepted("CodeChallenge"), problems: [.rateLimited],
    id: "requestCode",
    summary: "Send a one-time code; the answer is the same for members and strangers."
  ) { _ in .requestCode }

  static let verifyCode = Endpoint(
    .post, "/v1/auth/otp/verify", .everybody, needs: .key, feature: nil,
    body: .json("CodeVerification"), answer: .fresh("SessionTokens"),
    problems: [.otpInvalid, .otpLocked, .rateLimited],
    id: "verifyCode",
    summary: "Open a session with the code that arrived."
  ) { _ in .verifyCode }

  static let refreshSession = Endpoint(
    .post, "/v1/auth/refresh", .everybody, needs: [], feature: nil,
    body: .json("RefreshRequest"), answer: .fresh("SessionTokens"), problems: [.unauthenticated],
    id: "refreshSession",
    summary: "Change a refresh token for new tokens."
  ) { _ in .refreshSession }

  static let endSession = Endpoint(
    .delete, "/v1/me/sessions/current", .member, needs: [], feature: nil,
    answer: .nothing,
    id: "endSession",
    summary: "End the session of the access token."
  ) { _ in .endSession }

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

  static let ofLogin: [Endpoint] = [
    .requestCode, .verifyCode, .refreshSession, .endSession, .sessions, .endOtherSessions,
    .endNamedSession,
  ]
}
