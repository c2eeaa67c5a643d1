/// Something that points can be spent on, as one member sees it.
public struct Reward: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Reward>

  public var id: ID
  public var kind: Kind
  public var title: LocalizedText
  public var description: LocalizedText
  public var cost: Points
  /// Pieces; `nil` is without end.
  @Nullable public var stockLeft: Int?
  /// How many of them one member may take; `nil` is any number.
  @Nullable public var limitPerMember: Int?
  /// Why the member cannot take it now; empty when nothing is in the way.
  public var blockers: [Blocker]
  @Nullable public var picture: Picture?

  public init(
    id: ID, kind: Kind, title: LocalizedText, description: LocalizedText, cost: Points,
    stockLeft: Int?, limitPerMember: Int?, blockers: [Blocker], picture: Picture? = nil
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.description = description
    self.cost = cost
    self.stockLeft = stockLeft
    self.limitPerMember = limitPerMember
    self.blockers = blockers
    self.picture = picture
  }

  enum CodingKeys: String, CodingKey {
    case id
    case kind
    case title
    case description
    case cost
    case stockLeft = "stock_left"
    case limitPerMember = "limit_per_member"
    case blockers
    case picture
  }

  /// What sort of thing it is; a newer server may know more of them than this client.
  public struct Kind: RawRepresentable, Hashable, Codable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    public static let drink = Kind(rawValue: "drink")
    public static let food = Kind(rawValue: "food")
    public static let discount = Kind(rawValue: "discount")
    public static let goods = Kind(rawValue: "goods")
    public static let experience = Kind(rawValue: "experience")
  }

  /// A reason why a reward cannot be taken.
  public struct Blocker: Codable, Hashable, Sendable {
    public var code: Code
    /// For people, in the language of the request.
    @Nullable public var message: String?

    public init(code: Code, message: String?) {
      self.code = code
      self.message = message
    }

    /// The same words as the codes of problems.
    public struct Code: RawRepresentable, Hashable, Codable, Sendable {
      public let rawValue: String

      public init(rawValue: String) {
        self.rawValue = rawValue
      }

      /// Nobody is signed in.
      public static let unauthenticated = Code(rawValue: "unauthenticated")
      public static let notEligible = Code(rawValue: "not_eligible")
      public static let limitReached = Code(rawValue: "limit_reached")
      public static let outOfStock = Code(rawValue: "out_of_stock")
      public static let insufficientPoints = Code(rawValue: "insufficient_points")
    }
  }
}
