import Loyalty
import SQLite

extension BrandSeed {
  func fillPromotions(_ connection: Connection) throws {
    for (position, campaign) in brand.promotions.enumerated() {
      let rule = rule(of: campaign)
      try connection.execute(
        "INSERT INTO promotion (id, position, body) VALUES (?, ?, ?)",
        [.text(campaign.id), .integer(Int64(position)), .text(json(rule))])
    }
    for (position, rule) in brand.stamps.enumerated() {
      try connection.execute(
        "INSERT INTO stamp_rule (id, position, body) VALUES (?, ?, ?)",
        [.text(rule.id.rawValue), .integer(Int64(position)), .text(json(rule))])
    }
    for code in brand.codes {
      let rule = PromoCodeRule(
        title: brand.localized(code.title), points: code.points.map { Points($0 * unit) },
        reward: code.reward.map { .init($0) }, to: now.adding(days: 60))
      try connection.execute(
        "INSERT INTO promo_code (code, body, uses_left) VALUES (?, ?, NULL)",
        [.text(code.text), .text(json(rule))])
    }
  }

  private func rule(of campaign: SeedBrand.Campaign) -> PromotionRule {
    let today = ledger.zone.local(now).day.daysSince1970
    func end(_ day: Int64) -> Instant { ledger.end(of: Day(daysSince1970: today + day)) }
    return PromotionRule(
      id: .init(campaign.id), title: brand.localized(campaign.title),
      description: brand.localized(campaign.about), reward: brand.localized(campaign.reward),
      terms: brand.localized(campaign.terms),
      from: Instant(milliseconds: end(campaign.days.lowerBound - 1).rawValue + 1),
      to: end(campaign.days.upperBound), enrollment: campaign.enrollment, places: campaign.places,
      tiers: campaign.tiers.map { .init($0) }, goal: campaign.goal,
      bonus: campaign.bonus.map { Points($0 * unit) })
  }

  /// The member takes part in some of the promotions from their first day.
  func join(_ member: Member.ID, _ connection: Connection) throws {
    for campaign in brand.promotions where brand.joined.contains(campaign.id) {
      let from = rule(of: campaign).from
      try connection.execute(
        "INSERT INTO enrollment (promotion, member, joined_at, left_at) VALUES (?, ?, ?, NULL)",
        [.text(campaign.id), .text(member.rawValue), .integer(from.rawValue)])
    }
  }

  /// What the program wrote to the member.
  func tell(_ member: Member.ID, _ connection: Connection) throws {
    for message in brand.messages {
      let at = now.adding(seconds: -message.hoursAgo * 3600)
      let id = try store.notify(
        member, message.category, title: brand.localized(message.title),
        body: brand.localized(message.body), action: message.action, at: at, connection)
      guard message.isRead else { continue }
      try connection.execute(
        "UPDATE notification SET read_at = ? WHERE id = ?",
        [.integer(at.adding(seconds: 900).rawValue), .text(id.rawValue)])
    }
  }
}
