import Loyalty
import SQLite

/// What decides how one member sees promotions.
struct PromotionCustomer: Sendable {
  let member: Member.ID
  let tier: Tier.ID?
  let segments: Set<String>
  /// When the member first joined, of those where they still take part.
  let joined: [String: Instant]
  let completed: [String: Instant]
  /// Since the start of the oldest promotion.
  let purchases: [CountedPurchase]

  init(
    _ member: Member.ID, _ rules: [PromotionRule], _ ledger: Ledger, at now: Instant,
    _ connection: Connection
  ) throws {
    let id = [Value.text(member.rawValue)]
    self.member = member
    tier = try ledger.tier(of: member, now: now, connection).tier?.id
    segments = try Segments.of(member, at: now, connection)
    joined = Dictionary(
      try connection.query(
        "SELECT promotion, joined_at FROM enrollment WHERE member = ? AND left_at IS NULL", id
      ) { ($0.text(0), Instant(milliseconds: $0.int(1))) }, uniquingKeysWith: { first, _ in first })
    completed = Dictionary(
      try connection.query("SELECT promotion, at FROM award WHERE member = ?", id) {
        ($0.text(0), Instant(milliseconds: $0.int(1)))
      }, uniquingKeysWith: { first, _ in first })
    purchases = try CountedPurchase.all(
      of: member, since: rules.map(\.from).min() ?? now, connection)
  }

  /// From when on purchases count for the member; `nil` when they do not take part.
  func start(of rule: PromotionRule) -> Instant? {
    switch rule.enrollment {
    case .auto: rule.isFor(self) ? rule.from : nil
    case .required: joined[rule.id.rawValue]
    default: nil
    }
  }
}
