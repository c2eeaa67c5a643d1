/// Points that were given together, and what became of them.
public struct Lot: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Lot>

  public var id: ID
  public var title: LocalizedText
  /// Negative for what is still owed after a return of points that were spent already.
  public var granted: Points
  public var remaining: Points
  /// From then on they count; before, they are on the way.
  public var activeFrom: Instant
  @Nullable public var expiresAt: Instant?
  /// Newest first; together with what remains they are what was granted.
  public var draws: [Draw]

  public init(
    id: ID, title: LocalizedText, granted: Points, remaining: Points, activeFrom: Instant,
    expiresAt: Instant?, draws: [Draw]
  ) {
    self.id = id
    self.title = title
    self.granted = granted
    self.remaining = remaining
    self.activeFrom = activeFrom
    self.expiresAt = expiresAt
    self.draws = draws
  }

  enum CodingKeys: String, CodingKey {
    case id
    case title
    case granted
    case remaining
    case activeFrom = "active_from"
    case expiresAt = "expires_at"
    case draws
  }

  /// What one line of the ledger took.
  public struct Draw: Codable, Hashable, Sendable {
    /// The line's title.
    public var title: LocalizedText
    /// Below zero is what came back, as the expiry of a sale that was returned.
    public var points: Points
    public var at: Instant

    public init(title: LocalizedText, points: Points, at: Instant) {
      self.title = title
      self.points = points
      self.at = at
    }
  }
}

/// Why the balance is what it is.
public struct BalanceExplanation: Codable, Hashable, Sendable {
  /// Newest first: all that still count, and the last of those that are used up.
  public var lots: [Lot]
  /// The sum of all lines of the ledger.
  public var ledgerSum: Points
  public var balance: Points
  /// Whether the lines add up to the balance, and each lot's draws to what it lost.
  public var addsUp: Bool

  public init(lots: [Lot], ledgerSum: Points, balance: Points, addsUp: Bool) {
    self.lots = lots
    self.ledgerSum = ledgerSum
    self.balance = balance
    self.addsUp = addsUp
  }

  enum CodingKeys: String, CodingKey {
    case lots
    case ledgerSum = "ledger_sum"
    case balance
    case addsUp = "adds_up"
  }
}
