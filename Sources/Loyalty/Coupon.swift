/// What a member got for points: shown at the till, used once.
public struct Coupon: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Coupon>

  public var id: ID
  public var rewardID: Reward.ID
  public var title: LocalizedText
  public var description: LocalizedText
  /// As the server saw it; see `state(at:)`.
  public var state: State
  /// What it takes off the bill; `nil` for a thing.
  @Nullable public var value: Money?
  public var symbology: Symbology
  /// What the symbol carries, at most 62 bytes.
  public var code: String
  public var issuedAt: Instant
  /// The last moment at which it can be used.
  public var expiresAt: Instant
  @Nullable public var usedAt: Instant?

  public init(
    id: ID, rewardID: Reward.ID, title: LocalizedText, description: LocalizedText, state: State,
    value: Money?, symbology: Symbology, code: String, issuedAt: Instant, expiresAt: Instant,
    usedAt: Instant?
  ) {
    self.id = id
    self.rewardID = rewardID
    self.title = title
    self.description = description
    self.state = state
    self.value = value
    self.symbology = symbology
    self.code = code
    self.issuedAt = issuedAt
    self.expiresAt = expiresAt
    self.usedAt = usedAt
  }

  /// The state at a later moment, for whoever cannot ask the server.
  public func state(at now: Instant) -> State {
    state == .active && expiresAt < now ? .expired : state
  }

  enum CodingKeys: String, CodingKey {
    case id
    case rewardID = "reward_id"
    case title
    case description
    case state
    case value
    case symbology
    case code
    case issuedAt = "issued_at"
    case expiresAt = "expires_at"
    case usedAt = "used_at"
  }

  /// A used coupon stays used; a newer server may know more states than this client.
  public struct State: RawRepresentable, Hashable, Codable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    public static let active = State(rawValue: "active")
    public static let used = State(rawValue: "used")
    public static let expired = State(rawValue: "expired")
    /// What it was given for was returned.
    public static let withdrawn = State(rawValue: "withdrawn")
  }
}
