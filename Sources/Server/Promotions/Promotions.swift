import Contract
import Loyalty
import SQLite

/// The rules of promotions: who sees which, who takes part, and how far they are.
struct Promotions {
  let ledger: Ledger
  let language: Language

  init(_ ledger: Ledger, _ language: Language) {
    self.ledger = ledger
    self.language = language
  }

  /// Days that a promotion which the member completed is listed after its end.
  private static let remembered: Int64 = 14

  /// - Parameter now: the ledger has been settled up to it.
  func promotions(for member: Member.ID, now: Instant) throws -> [Promotion] {
    try ledger.store.database.read { connection in
      let rules = try rules(connection).filter { $0.to.adding(days: Self.remembered) >= now }
      let customer = try PromotionCustomer(member, rules, ledger, at: now, connection)
      return try rules.filter { rule in
        let isCompleted = customer.completed[rule.id.rawValue] != nil
        return isCompleted
          || (rule.to >= now && (rule.isFor(customer) || customer.start(of: rule) != nil))
      }.map { try promotion($0, customer, connection) }
    }
  }

  /// Those that are open to all, in which nobody takes part yet.
  func published(at now: Instant) throws -> [Promotion] {
    try ledger.store.database.read { connection in
      try rules(connection).filter { $0.to >= now && $0.tiers.isEmpty && $0.segments.isEmpty }
        .map { try promotion($0, start: nil, completed: nil, purchases: [], connection) }
    }
  }

  func join(_ id: Promotion.ID, _ member: Member.ID, at now: Instant) throws -> Promotion {
    try ledger.store.database.write(locking: []) { connection in
      let (rule, customer) = try ruleAndCustomer(id, member, now, connection)
      if customer.start(of: rule) == nil {
        guard rule.isFor(customer) else {
          throw refusal("Эта акция не для вас.", "This offer is not for you.")
        }
        try enroll(member, in: rule, at: now, connection)
      }
      return try seen(rule, by: member, at: now, connection)
    }
  }

  func leave(_ id: Promotion.ID, _ member: Member.ID, at now: Instant) throws -> Promotion {
    try ledger.store.database.write(locking: []) { connection in
      let (rule, customer) = try ruleAndCustomer(id, member, now, connection)
      guard customer.completed[id.rawValue] == nil else {
        throw refusal("Вы уже выполнили её.", "You have completed it already.")
      }
      guard rule.enrollment != .auto else {
        throw refusal("В ней участвуют все.", "Everybody takes part in it.")
      }
      try connection.execute(
        "UPDATE enrollment SET left_at = ? WHERE promotion = ? AND member = ? AND left_at IS NULL",
        [.integer(now.rawValue), .text(id.rawValue), .text(member.rawValue)])
      return try seen(rule, by: member, at: now, connection)
    }
  }

  /// Takes a member in, whoever the promotion is for; a promo code does that too.
  func enroll(
    _ member: Member.ID, in rule: PromotionRule, at now: Instant, _ connection: Connection
  ) throws {
    guard rule.enrollment == .required else {
      throw refusal("Присоединяться не нужно.", "There is no need to join.")
    }
    guard rule.to >= now else { throw refusal("Акция закончилась.", "It has ended.") }
    if let left = try placesLeft(in: rule, connection), left == 0 {
      throw Problem(
        .limitReached, in: language,
        detail: language == .russian ? "Мест больше нет." : "There are no places left.")
    }
    // Who comes back goes on where they were.
    try connection.execute(
      """
      INSERT INTO enrollment (promotion, member, joined_at, left_at) VALUES (?, ?, ?, NULL)
      ON CONFLICT (promotion, member) DO UPDATE SET left_at = NULL
      """, [.text(rule.id.rawValue), .text(member.rawValue), .integer(now.rawValue)])
  }

  /// The promotion as the member sees it now.
  func seen(
    _ rule: PromotionRule, by member: Member.ID, at now: Instant, _ connection: Connection
  ) throws -> Promotion {
    let customer = try PromotionCustomer(member, [rule], ledger, at: now, connection)
    return try promotion(rule, customer, connection)
  }

  func rule(_ id: Promotion.ID, _ connection: Connection) throws -> PromotionRule? {
    try connection.first("SELECT body FROM promotion WHERE id = ?", [.text(id.rawValue)]) {
      $0.text(0)
    }.map { try Wire.decode(PromotionRule.self, from: Array($0.utf8)) }
  }

  func rules(_ connection: Connection) throws -> [PromotionRule] {
    let bodies = try connection.query("SELECT body FROM promotion ORDER BY position") {
      $0.text(0)
    }
    return try ledger.store.knownPromotions.value(of: bodies) { bodies in
      try bodies.map { try Wire.decode(PromotionRule.self, from: Array($0.utf8)) }
    }
  }

  private func ruleAndCustomer(
    _ id: Promotion.ID, _ member: Member.ID, _ now: Instant, _ connection: Connection
  ) throws -> (PromotionRule, PromotionCustomer) {
    guard let rule = try rule(id, connection) else { throw Problem(.notFound, in: language) }
    return (rule, try PromotionCustomer(member, [rule], ledger, at: now, connection))
  }

  private func promotion(
    _ rule: PromotionRule, _ customer: PromotionCustomer, _ connection: Connection
  ) throws -> Promotion {
    try promotion(
      rule, start: customer.start(of: rule), completed: customer.completed[rule.id.rawValue],
      purchases: customer.purchases, connection)
  }

  private func promotion(
    _ rule: PromotionRule, start: Instant?, completed: Instant?, purchases: [CountedPurchase],
    _ connection: Connection
  ) throws -> Promotion {
    // Who has not joined sees the goal and nothing done for it.
    var progress = rule.progress(
      of: purchases, since: start ?? Instant(milliseconds: .max), zone: ledger.zone)
    if completed != nil, let target = progress?.target { progress?.current = target }
    return Promotion(
      id: rule.id, title: rule.title, description: rule.description, reward: rule.reward,
      bonus: rule.bonus, terms: rule.terms, from: rule.from, to: rule.to,
      enrollment: rule.enrollment, isEnrolled: start != nil,
      placesLeft: try placesLeft(in: rule, connection), progress: progress, completedAt: completed,
      picture: rule.picture)
  }

  private func placesLeft(in rule: PromotionRule, _ connection: Connection) throws -> Int? {
    guard let places = rule.places else { return nil }
    let taken = try connection.first(
      "SELECT count(*) FROM enrollment WHERE promotion = ? AND left_at IS NULL",
      [.text(rule.id.rawValue)]
    ) { Int($0.int(0)) }
    return max(0, places - (taken ?? 0))
  }

  private func refusal(_ russian: String, _ english: String) -> Problem {
    Problem(.notEligible, in: language, detail: language == .russian ? russian : english)
  }
}
