/// What a member's recommendation is worth, and what has come of it.
public struct Referral: Codable, Hashable, Sendable {
  /// What a friend types in.
  public var code: String
  public var link: String
  public var rules: LocalizedText
  /// For each friend.
  public var bonus: Points
  /// Newest first.
  public var friends: [Friend]
  /// All that friends have brought so far.
  public var earned: Points

  public init(
    code: String, link: String, rules: LocalizedText, bonus: Points, friends: [Friend],
    earned: Points
  ) {
    self.code = code
    self.link = link
    self.rules = rules
    self.bonus = bonus
    self.friends = friends
    self.earned = earned
  }

  /// Somebody who came on the member's word.
  public struct Friend: Codable, Hashable, Sendable {
    /// With most of it hidden.
    public var name: String
    public var stage: Stage
    /// When the stage was reached.
    public var since: Instant
    /// What the member got for it.
    public var points: Points

    public init(name: String, stage: Stage, since: Instant, points: Points) {
      self.name = name
      self.stage = stage
      self.since = since
      self.points = points
    }
  }

  /// How far a friend has come; a newer server may know more of them than this client.
  public struct Stage: RawRepresentable, Hashable, Codable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    public static let invited = Stage(rawValue: "invited")
    public static let registered = Stage(rawValue: "registered")
    /// Bought something, but the member has had as many bonuses as there are.
    public static let firstPurchase = Stage(rawValue: "first_purchase")
    public static let rewarded = Stage(rawValue: "rewarded")
  }
}
