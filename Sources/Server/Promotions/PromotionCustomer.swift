import Loyalty
import SQLite

/// What decides how one member sees promotions.
struct PromotionCustomer: Sendable {
  let member: Member.ID
  let tier: Tier.ID?
  let segments: Set<String>
  /// When the member first joined, of those where they still take part.
  let joined: [String: Instant]
  /// Also in an account before this one.
  let completed: [String: Instant]
  /// Since the first moment from which any counts for something that is still to be reached.
  let purchases: [CountedPurchase]

  init(
    _ member: Member.ID, _ rules: [PromotionRule], _ ledger: Ledger, at now: Instant,
    _ connection: Connection
  ) throws {
    let id = [Value.text(member.rawValue)]
    self.member = member
    let tier = try ledger.tierName(of: member, now: now, connection)
    let segments = try Segments.of(member, at: now, connection)
    let joined = Dictionary(
      try connection.query(
        "SELECT promotion, joined_at FROM enrollment WHERE member = ? AND left_at IS NULL", id
      ) { ($0.text(0), Instant(milliseconds: $0.int(1))) }, uniquingKeysWith: { first, _ in first })
    let completed = Dictionary(
      try connection.query(
        """
        SELECT promotion, at FROM award WHERE member = ?1 UNION ALL
        SELECT ref, at FROM member_past WHERE member = ?1 AND what = 'award'
        """, id
      ) {
        ($0.text(0), Instant(milliseconds: $0.int(1)))
      }, uniquingKeysWith: { first, _ in first })
    (self.tier, self.segments, self.joined, self.completed) = (tier, segments, joined, completed)
    // Who has bought very much has reached most goals: nothing is read again for these.
    let starts = rules.filter { $0.goal != nil && completed[$0.id.rawValue] == nil }.compactMap {
      rule in
      Self.start(of: rule, tier, segments, joined).map { max($0, rule.from) }
    }
    purchases =
      try starts.min().map { start in
        try CountedPurchase.all(of: member, since: start, connection)
      } ?? []
  }

  /// From when on purchases count for the member; `nil` when they do not take part.
  func start(of rule: PromotionRule) -> Instant? {
    Self.start(of: rule, tier, segments, joined)
  }

  private static func start(
    of rule: PromotionRule, _ tier: Tier.ID?, _ segments: Set<String>, _ joined: [String: Instant]
  ) -> Instant? {
    switch rule.enrollment {
    case .auto: rule.isFor(tier, segments) ? rule.from : nil
    case .required: joined[rule.id.rawValue]
    default: nil
    }
  }
}
