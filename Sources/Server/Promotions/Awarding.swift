import Loyalty
import SQLite

extension Promotions {
  /// Gives the bonus of each promotion that a purchase completes, once for each member.
  ///
  /// - Returns: those that it completed.
  func award(
    _ member: Member.ID, for purchase: Purchase, _ connection: Connection
  ) throws -> [Promotion.ID] {
    let rules = try rules(connection).filter {
      $0.goal != nil && $0.from <= purchase.at && purchase.at <= $0.to
    }
    guard !rules.isEmpty else { return [] }
    let customer = try PromotionCustomer(member, rules, ledger, at: purchase.at, connection)
    return try rules.filter { rule in
      guard customer.completed[rule.id.rawValue] == nil, let start = customer.start(of: rule),
        let progress = rule.progress(of: customer.purchases, since: start, zone: ledger.zone),
        progress.current >= progress.target
      else { return false }
      try give(rule, to: member, for: purchase, connection)
      return true
    }.map(\.id)
  }

  private func give(
    _ rule: PromotionRule, to member: Member.ID, for purchase: Purchase, _ connection: Connection
  ) throws {
    let today = ledger.zone.local(purchase.at).day.daysSince1970
    let lot = try rule.bonus.map { bonus in
      try ledger.earn(
        member, bonus, Ledger.Words(kind: .bonus, title: rule.title, place: nil), at: purchase.at,
        lastDay: Day(daysSince1970: today.adding(saturating: rule.bonusDays)), connection)
    }
    try connection.execute(
      "INSERT INTO award (promotion, member, purchase, lot, at) VALUES (?, ?, ?, ?, ?)",
      [
        .text(rule.id.rawValue), .text(member.rawValue), .text(purchase.id.rawValue),
        .optional(lot), .integer(purchase.at.rawValue),
      ])
  }
}
