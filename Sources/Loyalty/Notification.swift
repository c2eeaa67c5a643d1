/// A message of the program to one member; it stays in the inbox.
public struct Notification: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Notification>

  public var id: ID
  public var category: Category
  public var title: LocalizedText
  public var body: LocalizedText
  public var createdAt: Instant
  /// `nil` until the member has opened it.
  @Nullable public var readAt: Instant?
  public var action: Action

  public init(
    id: ID, category: Category, title: LocalizedText, body: LocalizedText, createdAt: Instant,
    readAt: Instant? = nil, action: Action = .none
  ) {
    self.id = id
    self.category = category
    self.title = title
    self.body = body
    self.createdAt = createdAt
    self.readAt = readAt
    self.action = action
  }

  enum CodingKeys: String, CodingKey {
    case id
    case category
    case title
    case body
    case createdAt = "created_at"
    case readAt = "read_at"
    case action
  }

  /// What it is about; a newer server may know more of them than this client.
  public struct Category: RawRepresentable, Hashable, Codable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// Points that came, went or will expire.
    public static let points = Category(rawValue: "points")
    public static let offers = Category(rawValue: "offers")
    public static let coupons = Category(rawValue: "coupons")
    /// The member's account and the service itself.
    public static let service = Category(rawValue: "service")
  }

  /// Where it leads.
  public struct Action: Codable, Hashable, Sendable {
    public var kind: Kind
    /// An id, a name or an address, as the kind has it.
    @Nullable public var target: String?

    public init(kind: Kind, target: String? = nil) {
      self.kind = kind
      self.target = target
    }

    public static let none = Action(kind: .none)

    /// A newer server may know more of them than this client.
    public struct Kind: RawRepresentable, Hashable, Codable, Sendable {
      public let rawValue: String

      public init(rawValue: String) {
        self.rawValue = rawValue
      }

      public static let screen = Kind(rawValue: "screen")
      public static let reward = Kind(rawValue: "reward")
      public static let promotion = Kind(rawValue: "promotion")
      public static let shop = Kind(rawValue: "store")
      public static let url = Kind(rawValue: "url")
      public static let none = Kind(rawValue: "none")
    }
  }
}
