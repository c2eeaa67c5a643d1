import Loyalty
import SQLite

/// What a return does to offers: a bonus stays as long as the other purchases reach the goal.
extension Promotions {
  /// A bonus that a member has, and whose goal counts purchases.
  struct Held {
    var rule: PromotionRule
    /// The bonus; `nil` where the offer gives no points.
    var lot: Int64?
  }

  /// Bonuses of a member whose goals are reached by what has been bought and not returned, of offers
  /// that a purchase of that moment can have counted for.
  ///
  /// NB: a goal that is not reached anyway, since the business has changed the offer, is nothing
  /// that a return can take back.
  func held(
    by member: Member.ID, since moment: Instant, now: Instant, _ connection: Connection
  ) throws -> [Held] {
    let lots = Dictionary(
      try connection.query(
        "SELECT promotion, lot FROM award WHERE member = ?", [.text(member.rawValue)]
      ) { ($0.text(0), $0.optionalInt(1)) }, uniquingKeysWith: { first, _ in first })
    let rules = try rules(connection).filter { rule in
      rule.goal != nil && rule.to >= moment && lots[rule.id.rawValue] != nil
    }
    return try reached(rules, by: member, now: now, connection).map { rule in
      Held(rule: rule, lot: lots[rule.id.rawValue] ?? nil)
    }
  }

  /// Takes back the bonuses whose goals are not reached any more; they can be earned again.
  ///
  /// - Returns: the points that went, offer by offer.
  func reconsider(
    _ held: [Held], of member: Member.ID, at now: Instant, _ connection: Connection
  ) throws -> [Receipt.Gift] {
    let kept = Set(
      try reached(held.map(\.rule), by: member, now: now, connection).map(\.id))
    var gone: [Receipt.Gift] = []
    for bonus in held where !kept.contains(bonus.rule.id) {
      try connection.execute(
        "DELETE FROM award WHERE promotion = ? AND member = ?",
        [.text(bonus.rule.id.rawValue), .text(member.rawValue)])
      guard let lot = bonus.lot else { continue }
      let standing = try ledger.standing(lot, connection)
      let words = Ledger.Words(kind: .refund, title: bonus.rule.title.returned, place: nil)
      try ledger.takeBack(standing, of: lot, words, at: now, connection)
      gone.append(Receipt.Gift(title: bonus.rule.title, points: standing))
    }
    return gone
  }

  private func reached(
    _ rules: [PromotionRule], by member: Member.ID, now: Instant, _ connection: Connection
  ) throws -> [PromotionRule] {
    guard let start = rules.map(\.from).min() else { return [] }
    let customer = try PromotionCustomer(member, rules, ledger, at: now, connection)
    // NB: a customer does not have those that count for nothing but what is reached already.
    let purchases = try CountedPurchase.all(of: member, since: start, connection)
    return try rules.filter { try isReached($0, by: customer, purchases, connection) }
  }

  /// Whether there was a purchase that completed the offer, as `award` looks at it.
  private func isReached(
    _ rule: PromotionRule, by customer: PromotionCustomer, _ purchases: [CountedPurchase],
    _ connection: Connection
  ) throws -> Bool {
    let isOpen = rule.enrollment == .auto
    guard let start = isOpen ? rule.from : customer.joined[rule.id.rawValue] else { return false }
    // Who is no newcomer any more was one. Nobody knows since when members are in other segments:
    // that they were in one is told by the bonus.
    let end =
      isOpen && rule.segments == [Segments.newcomers]
      ? try Segments.newcomerUntil(customer.member, connection) : nil
    let counted = end.map { end in Array(purchases.prefix { $0.at < end }) } ?? purchases
    func isEnough(_ count: Int) -> Bool {
      let progress = rule.progress(
        of: Array(counted.prefix(count)), since: start, zone: ledger.zone)
      return progress.map { $0.current >= $0.target } ?? false
    }
    guard isEnough(counted.count) else { return false }
    guard isOpen, !rule.tiers.isEmpty else { return true }
    // The tier as it was at each purchase, without what has been returned since.
    return try counted.enumerated().contains { index, purchase in
      guard purchase.at <= rule.to, isEnough(index + 1) else { return false }
      let tier = try ledger.tierName(of: customer.member, now: purchase.at, connection)
      return tier.map(rule.tiers.contains) ?? false
    }
  }
}

extension LocalizedText {
  /// The title of the line that takes back what has this one.
  var returned: LocalizedText {
    LocalizedText(
      values.reduce(into: [:]) { titles, title in
        let word = title.key == Language.russian.rawValue ? "Возврат: " : "Return: "
        titles[title.key] = word + title.value
      })
  }
}
