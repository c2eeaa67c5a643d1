public import Loyalty

/// What the local store holds for the first screen.
public struct HomeContents: Equatable, Sendable {
  public var program: Program?
  public var member: Member?
  public var card: Card?
  public var balance: Balance?
  /// The newest lines of the ledger, newest first.
  public var latest: [LedgerEntry]
  /// Lines that take back some of them, and those that they take back.
  public var linked: [LedgerEntry]
  /// When the balance was last confirmed by the server.
  public var confirmedAt: Instant?
  public var tier: TierStatus?
  /// When the tier was last confirmed by the server.
  public var tierConfirmedAt: Instant?
  /// `nil` when the server's list has never arrived.
  public var stamps: [StampCard]?
  /// When the stamp cards were last confirmed by the server.
  public var stampsConfirmedAt: Instant?

  public init(
    program: Program? = nil, member: Member? = nil, card: Card? = nil, balance: Balance? = nil,
    latest: [LedgerEntry] = [], linked: [LedgerEntry] = [], confirmedAt: Instant? = nil,
    tier: TierStatus? = nil,
    tierConfirmedAt: Instant? = nil, stamps: [StampCard]? = nil,
    stampsConfirmedAt: Instant? = nil
  ) {
    self.program = program
    self.member = member
    self.card = card
    self.balance = balance
    self.latest = latest
    self.linked = linked
    self.confirmedAt = confirmedAt
    self.tier = tier
    self.tierConfirmedAt = tierConfirmedAt
    self.stamps = stamps
    self.stampsConfirmedAt = stampsConfirmedAt
  }
}
