/// An offer with a window, as one member sees it.
public struct Promotion: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Promotion>

  public var id: ID
  public var title: LocalizedText
  public var description: LocalizedText
  /// What it gives, in words.
  public var reward: LocalizedText
  /// What it gives in points; `nil` when it gives something else.
  @Nullable public var bonus: Points?
  public var terms: LocalizedText
  /// The window's first moment.
  public var from: Instant
  /// The window's last moment.
  public var to: Instant
  public var enrollment: Enrollment
  public var isEnrolled: Bool
  /// How many members may still join; `nil` is any number.
  @Nullable public var placesLeft: Int?
  /// `nil` when there is nothing to reach.
  @Nullable public var progress: Progress?
  /// When the member reached the target and got what it gives.
  @Nullable public var completedAt: Instant?
  @Nullable public var picture: Picture?

  public init(
    id: ID, title: LocalizedText, description: LocalizedText, reward: LocalizedText,
    bonus: Points?, terms: LocalizedText, from: Instant, to: Instant, enrollment: Enrollment,
    isEnrolled: Bool, placesLeft: Int?, progress: Progress?, completedAt: Instant?,
    picture: Picture? = nil
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.reward = reward
    self.bonus = bonus
    self.terms = terms
    self.from = from
    self.to = to
    self.enrollment = enrollment
    self.isEnrolled = isEnrolled
    self.placesLeft = placesLeft
    self.progress = progress
    self.completedAt = completedAt
    self.picture = picture
  }

  enum CodingKeys: String, CodingKey {
    case id
    case title
    case description
    case reward
    case bonus
    case terms
    case from
    case to
    case enrollment
    case isEnrolled = "is_enrolled"
    case placesLeft = "places_left"
    case progress
    case completedAt = "completed_at"
    case picture
  }

  /// Who takes part; a newer server may know more ways than this client.
  public struct Enrollment: RawRepresentable, Hashable, Codable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// It holds for everybody who sees it, and nothing is counted for one member.
    public static let none = Enrollment(rawValue: "none")
    /// Everybody who sees it takes part.
    public static let auto = Enrollment(rawValue: "auto")
    /// Who wants to take part has to join.
    public static let required = Enrollment(rawValue: "required")
  }

  /// How far the member is, as the server counts it.
  public struct Progress: Codable, Hashable, Sendable {
    public var current: Int64
    public var target: Int64
    public var unit: Unit
    /// ISO 4217, when money is counted.
    @Nullable public var currency: String?

    public init(current: Int64, target: Int64, unit: Unit, currency: String? = nil) {
      self.current = current
      self.target = target
      self.unit = unit
      self.currency = currency
    }
  }

  /// What is counted; a newer server may count more than this client knows.
  public struct Unit: RawRepresentable, Hashable, Codable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    public static let purchases = Unit(rawValue: "purchases")
    /// Days with a purchase.
    public static let days = Unit(rawValue: "days")
    /// In minor units.
    public static let points = Unit(rawValue: "points")
    /// In minor units.
    public static let money = Unit(rawValue: "money")
  }

  public enum Phase: Hashable, Sendable {
    case soon
    case current
    case ended
  }

  /// Where a moment stands to the window.
  public func phase(at now: Instant) -> Phase {
    now < from ? .soon : now <= to ? .current : .ended
  }
}
