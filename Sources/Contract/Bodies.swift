public import Loyalty

/// One page of a list: `{data, page: {next_cursor, has_more}}`.
public struct Page<Element: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
  public var data: [Element]
  public var page: PageInfo

  public init(data: [Element], page: PageInfo) {
    self.data = data
    self.page = page
  }
}

public struct PageInfo: Codable, Hashable, Sendable {
  @Nullable public var nextCursor: String?
  public var hasMore: Bool

  public init(nextCursor: String?, hasMore: Bool) {
    self.nextCursor = nextCursor
    self.hasMore = hasMore
  }

  enum CodingKeys: String, CodingKey {
    case nextCursor = "next_cursor"
    case hasMore = "has_more"
  }
}

/// What the client needs before anybody has logged in.
public struct Bootstrap: Codable, Hashable, Sendable {
  public var program: Program
  /// Versions of the client: `minimum` that the server still serves, `latest` that exists.
  public var minimum: String
  public var latest: String
  /// What is shown once before the first login; may be empty.
  public var intro: IntroSlides

  public init(
    program: Program, minimum: String, latest: String, intro: IntroSlides = IntroSlides()
  ) {
    self.program = program
    self.minimum = minimum
    self.latest = latest
    self.intro = intro
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    program = try container.decode(Program.self, forKey: .program)
    minimum = try container.decode(String.self, forKey: .minimum)
    latest = try container.decode(String.self, forKey: .latest)
    intro = try container.decodeIfPresent(IntroSlides.self, forKey: .intro) ?? IntroSlides()
  }
}

/// Body of `POST /v1/auth/otp`.
public struct CodeRequest: Codable, Hashable, Sendable {
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
public struct CodeChallenge: Codable, Hashable, Sendable {
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
public struct CodeVerification: Codable, Hashable, Sendable {
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
public struct RefreshRequest: Codable, Hashable, Sendable {
  public var refreshToken: String

  public init(refreshToken: String) {
    self.refreshToken = refreshToken
  }

  enum CodingKeys: String, CodingKey {
    case refreshToken = "refresh_token"
  }
}

/// A session's tokens: the answer to a verified code and to a refresh.
public struct SessionTokens: Codable, Hashable, Sendable {
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

/// Answer of `GET /v1/health`.
public struct Health: Codable, Hashable, Sendable {
  /// `ok`, or `draining` while the server finishes.
  public var status: String
  public var version: String

  public init(status: String, version: String) {
    self.status = status
    self.version = version
  }
}
