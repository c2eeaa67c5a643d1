/// One line of a member's ledger; lines are added, never changed.
public struct LedgerEntry: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<LedgerEntry>

  public var id: ID
  public var kind: Kind
  /// Signed: what the line adds to the balance.
  public var points: Points
  public var title: LocalizedText
  /// Where it happened, when that is known.
  @Nullable public var place: LocalizedText?
  public var createdAt: Instant
  /// The line that this one takes back, all or a part of it, as a return does with a sale's.
  @Nullable public var reverses: ID?
  /// What the till printed, where there was one.
  @Nullable public var receipt: Receipt?

  public init(
    id: ID, kind: Kind, points: Points, title: LocalizedText, place: LocalizedText?,
    createdAt: Instant, reverses: ID? = nil, receipt: Receipt? = nil
  ) {
    self.id = id
    self.kind = kind
    self.points = points
    self.title = title
    self.place = place
    self.createdAt = createdAt
    self.reverses = reverses
    self.receipt = receipt
  }

  enum CodingKeys: String, CodingKey {
    case id
    case kind
    case points
    case title
    case place
    case createdAt = "created_at"
    case reverses
    case receipt
  }

  /// Why the points moved; a newer server may know more reasons than this client.
  public struct Kind: RawRepresentable, Hashable, Codable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    public static let earn = Kind(rawValue: "earn")
    public static let spend = Kind(rawValue: "spend")
    public static let expire = Kind(rawValue: "expire")
    public static let refund = Kind(rawValue: "return")
    public static let adjust = Kind(rawValue: "adjust")
    public static let bonus = Kind(rawValue: "bonus")
  }
}
