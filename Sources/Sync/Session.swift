import Contract
public import Loyalty

/// A member's login on this machine.
///
/// Printing it shows no token.
public struct Session: Codable, Equatable, Sendable, CustomStringConvertible {
  /// Names this login, through all refreshes of its tokens.
  public var family: String
  /// Whose it is; `nil` until the server has said so.
  public var member: Member.ID?
  public var roles: [Role]
  var accessToken: String
  var refreshToken: String
  /// When the access token ends.
  var expiresAt: Instant

  init(family: String, member: Member.ID?, tokens: SessionTokens, now: Instant) {
    self.family = family
    self.member = member
    roles = tokens.roles
    accessToken = tokens.accessToken
    refreshToken = tokens.refreshToken
    // Bounded: a server's number must not overflow.
    expiresAt = now.adding(seconds: Int64(min(max(0, tokens.expiresIn), 86_400)))
  }

  /// The same login with new tokens.
  func refreshed(with tokens: SessionTokens, now: Instant) -> Session {
    Session(family: family, member: member, tokens: tokens, now: now)
  }

  /// Whether the access token would end before a request could be answered.
  func isStale(at now: Instant) -> Bool {
    now.adding(seconds: 20) >= expiresAt
  }

  public var description: String { "session \(family)" }

  enum CodingKeys: String, CodingKey {
    case family
    case member
    case roles
    case accessToken = "access_token"
    case refreshToken = "refresh_token"
    case expiresAt = "expires_at"
  }
}
