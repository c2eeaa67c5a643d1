import Contract
import Loyalty
import SQLite

/// A stamp card as the business made it.
struct StampRule: Codable, Hashable, Sendable {
  var id: StampCard.ID
  var title: LocalizedText
  var category: Purchase.Category
  var slots: Int
  /// What a full card gives.
  var reward: Reward.ID
  var rewardTitle: LocalizedText
  /// Days that a card lives from its first stamp; `nil` is for ever.
  let days: Int64?
}

/// The rules of stamp cards: a purchase stamps, a full card gives a coupon and the next begins.
struct StampCards {
  let ledger: Ledger

  init(_ ledger: Ledger) {
    self.ledger = ledger
  }

  func cards(of member: Member.ID, now: Instant) throws -> [StampCard] {
    try ledger.store.database.read { connection in
      try rules(connection).map { rule in
        let card = try current(rule, member, now, connection)
        let completed = try connection.first(
          """
          SELECT count(*) FROM stamp_card
          WHERE member = ? AND rule = ? AND completed_at IS NOT NULL
          """, [.text(member.rawValue), .text(rule.id.rawValue)]
        ) { Int($0.int(0)) }
        return StampCard(
          id: rule.id, title: rule.title, slots: rule.slots,
          filled: try card.map { try filled($0.id, connection) } ?? 0, reward: rule.rewardTitle,
          expiresAt: card?.expiresAt, completedCount: completed ?? 0)
      }
    }
  }

  /// Stamps a card of each kind that the purchase counts for.
  ///
  /// - Returns: the coupons of the cards that are full now.
  func stamp(
    _ member: Member.ID, for purchase: Purchase, _ connection: Connection
  ) throws -> [Coupon] {
    try rules(connection).filter { purchase.categories.contains($0.category) }.compactMap { rule in
      let card =
        try current(rule, member, purchase.at, connection)
        ?? begin(rule, member, purchase.at, connection)
      try stamp(card, rule, purchase, connection)
      guard try filled(card.id, connection) >= rule.slots else { return nil }
      try connection.execute(
        "UPDATE stamp_card SET completed_at = ? WHERE id = ?",
        [.integer(purchase.at.rawValue), .integer(card.id)])
      return try RewardShelf(ledger.store, ledger.zone, .english).giveCoupon(
        for: rule.reward, to: member, key: "stamp card \(card.id)", at: purchase.at, connection)
    }
  }

  struct Card {
    var id: Int64
    var expiresAt: Instant?
  }

  func begin(
    _ rule: StampRule, _ member: Member.ID, _ now: Instant, _ connection: Connection
  ) throws -> Card {
    let end = end(rule, now)
    let id = try connection.first(
      """
      INSERT INTO stamp_card (rule, member, started_at, expires_at) VALUES (?, ?, ?, ?)
      RETURNING id
      """,
      [
        .text(rule.id.rawValue), .text(member.rawValue), .integer(now.rawValue),
        .optional(end?.rawValue),
      ]
    ) { $0.int(0) }
    return Card(id: id ?? 0, expiresAt: end)
  }

  /// The last moment of a card with its first stamp at that time.
  func end(_ rule: StampRule, _ start: Instant) -> Instant? {
    let day = ledger.zone.local(start).day.daysSince1970
    return rule.days.map { ledger.end(of: Day(daysSince1970: day.adding(saturating: $0))) }
  }

  func stamp(
    _ card: Card, _ rule: StampRule, _ purchase: Purchase, _ connection: Connection
  ) throws {
    try connection.execute(
      "INSERT INTO stamp (rule, purchase, card) VALUES (?, ?, ?)",
      [.text(rule.id.rawValue), .text(purchase.id.rawValue), .integer(card.id)])
  }

  private func current(
    _ rule: StampRule, _ member: Member.ID, _ now: Instant, _ connection: Connection
  ) throws -> Card? {
    try connection.first(
      """
      SELECT id, expires_at FROM stamp_card
      WHERE member = ? AND rule = ? AND completed_at IS NULL
        AND (expires_at IS NULL OR expires_at >= ?) ORDER BY id DESC LIMIT 1
      """,
      [
        .text(member.rawValue), .text(rule.id.rawValue),
        .integer(ledger.store.trust.horizon(now).rawValue),
      ]
    ) { row in
      Card(
        id: row.int(0), expiresAt: row.optionalInt(1).map { Instant(milliseconds: $0) })
    }
  }

  /// Stamps of purchases that were not returned.
  private func filled(_ card: Int64, _ connection: Connection) throws -> Int {
    try connection.first(
      "SELECT count(*) FROM stamp JOIN kept_purchase ON kept_purchase.id = purchase WHERE card = ?",
      [.integer(card)]
    ) { Int($0.int(0)) } ?? 0
  }

  func rules(_ connection: Connection) throws -> [StampRule] {
    try connection.query("SELECT body FROM stamp_rule ORDER BY position") { $0.text(0) }
      .map { try Wire.decode(StampRule.self, from: Array($0.utf8)) }
  }
}
