/// A step of the program: who has earned enough gets what it brings.
public struct Tier: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Tier>

  public var id: ID
  public var name: LocalizedText
  /// What has to be earned in the window.
  public var threshold: Points
  public var benefits: [LocalizedText]

  public init(id: ID, name: LocalizedText, threshold: Points, benefits: [LocalizedText]) {
    self.id = id
    self.name = name
    self.threshold = threshold
    self.benefits = benefits
  }
}

/// Where a member stands among the tiers; it counts what was earned, never the balance.
public struct TierStatus: Codable, Hashable, Sendable {
  /// `nil` when the program has no tiers.
  @Nullable public var tier: Tier?
  /// In the window, and what was supposed on top.
  public var earned: Points
  /// The window's first and last day, in the program's zone.
  public var from: Day
  public var to: Day
  /// `nil` when the tier cannot be lost.
  @Nullable public var keep: Keep?
  /// `nil` on the highest tier.
  @Nullable public var next: Next?
  /// All of the program, the lowest first.
  public var tiers: [Tier]
  /// What the answer supposes to be earned now; `nil` when it supposes nothing.
  @Nullable public var whatIfPoints: Points?

  public init(
    tier: Tier?, earned: Points, from: Day, to: Day, keep: Keep?, next: Next?, tiers: [Tier],
    whatIfPoints: Points? = nil
  ) {
    self.tier = tier
    self.earned = earned
    self.from = from
    self.to = to
    self.keep = keep
    self.next = next
    self.tiers = tiers
    self.whatIfPoints = whatIfPoints
  }

  enum CodingKeys: String, CodingKey {
    case tier
    case earned
    case from
    case to
    case keep
    case next
    case tiers
    case whatIfPoints = "what_if_points"
  }

  /// What keeps the tier when old purchases leave the window.
  public struct Keep: Codable, Hashable, Sendable {
    public var missing: Points
    /// The last day on which the tier holds without them.
    public var by: Day

    public init(missing: Points, by: Day) {
      self.missing = missing
      self.by = by
    }
  }

  public struct Next: Codable, Hashable, Sendable {
    public var id: Tier.ID
    public var name: LocalizedText
    public var threshold: Points
    public var missing: Points

    public init(id: Tier.ID, name: LocalizedText, threshold: Points, missing: Points) {
      self.id = id
      self.name = name
      self.threshold = threshold
      self.missing = missing
    }
  }
}
