import HTTPTypes
public import Loyalty

/// Body of `POST /v1/auth/otp`.
public struct CodeRequest: Codable, Equatable, Sendable {
  /// E.164.
  public var phone: String
  /// `sms`.
  public var channel: String
  /// The challenge in whose place a new code is asked for, which is void then; all others of the
  /// phone stay good.
  public var replaces: CodeChallenge.ID?

  public init(phone: String, channel: String = "sms", replaces: CodeChallenge.ID? = nil) {
    self.phone = phone
    self.channel = channel
    self.replaces = replaces
  }
}

/// A one-time code is on its way (always 202, so that nobody learns who is a member).
public struct CodeChallenge: Codable, Equatable, Sendable {
  public typealias ID = Identifier<CodeChallenge>

  public var id: ID
  /// The phone with its middle hidden.
  public var maskedTarget: String
  /// Digits.
  public var codeLength: Int
  public var expiresAt: Instant
  /// Seconds before another code may be asked for.
  public var resendAfter: Int

  public init(
    id: ID, maskedTarget: String, codeLength: Int, expiresAt: Instant, resendAfter: Int
  ) {
    self.id = id
    self.maskedTarget = maskedTarget
    self.codeLength = codeLength
    self.expiresAt = expiresAt
    self.resendAfter = resendAfter
  }

  enum CodingKeys: String, CodingKey {
    case id = "challenge_id"
    case maskedTarget = "masked_target"
    case codeLength = "code_length"
    case expiresAt = "expires_at"
    case resendAfter = "resend_after_s"
  }
}

/// Body of `POST /v1/auth/otp/verify`.
public struct CodeVerification: Codable, Equatable, Sendable {
  public var challengeID: CodeChallenge.ID
  public var code: String

  public init(challengeID: CodeChallenge.ID, code: String) {
    self.challengeID = challengeID
    self.code = code
  }

  enum CodingKeys: String, CodingKey {
    case challengeID = "challenge_id"
    case code
  }
}

/// Body of `POST /v1/auth/refresh`.
public struct RefreshRequest: Codable, Equatable, Sendable {
  public var refreshToken: String

  public init(refreshToken: String) {
    self.refreshToken = refreshToken
  }

  enum CodingKeys: String, CodingKey {
    case refreshToken = "refresh_token"
  }
}

/// A session's tokens: the answer to a verified code and to a refresh.
public struct SessionTokens: Codable, Equatable, Sendable {
  public var accessToken: String
  public var refreshToken: String
  /// Seconds that the access token lives.
  public var expiresIn: Int
  public var roles: [Role]

  public init(accessToken: String, refreshToken: String, expiresIn: Int, roles: [Role]) {
    self.accessToken = accessToken
    self.refreshToken = refreshToken
    self.expiresIn = expiresIn
    self.roles = roles
  }

  enum CodingKeys: String, CodingKey {
    case accessToken = "access_token"
    case refreshToken = "refresh_token"
    case expiresIn = "expires_in_s"
    case roles
  }
}

extension Endpoint {
  static let ofLogin: [Endpoint] = [.requestCode, .verifyCode, .refreshSession, .endSession]

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
}

extension Schema {
  static let login: [String: JSON] = [
    "CodeRequest": object(
      "Where to send a one-time code.",
      ["phone": phone, "channel": ["type": "string", "enum": ["sms"]]],
      optional: [
        "replaces": id.merging([
          "description": "The challenge that a new code takes the place of; all others stay good."
        ])
      ]),
    "CodeChallenge": object(
      "A one-time code is on its way, if the phone belongs to a member.",
      [
        "challenge_id": id,
        "masked_target": text("The phone with its middle hidden."),
        "code_length": whole("Digits.", 4...12),
        "expires_at": instant,
        "resend_after_s": whole("Seconds before another code may be asked for.", 0...86_400),
      ]),
    "CodeVerification": object(
      "The code that arrived.",
      ["challenge_id": id, "code": ["type": "string", "pattern": "^[0-9]{4,12}$"]]),
    "RefreshRequest": object("The newest refresh token.", ["refresh_token": id]),
    "SessionTokens": object(
      "A session; the refresh token is used once.",
      [
        "access_token": id,
        "refresh_token": id,
        "expires_in_s": whole("Seconds that the access token lives.", 1...86_400),
        "roles": roles,
      ]),
  ]
}

extension Sample {
  static let login = [
    Sample("CodeRequest", CodeRequest(phone: "+79161234567")),
    Sample(
      "CodeChallenge",
      CodeChallenge(
        id: .init("c"), maskedTarget: "+7 916 •••-••-67", codeLength: 6, expiresAt: now,
        resendAfter: 30)),
    Sample("CodeVerification", CodeVerification(challengeID: .init("c"), code: "123456")),
    Sample("RefreshRequest", RefreshRequest(refreshToken: "r")),
    Sample(
      "SessionTokens",
      SessionTokens(accessToken: "a", refreshToken: "r", expiresIn: 900, roles: [.member])),
  ]
}
