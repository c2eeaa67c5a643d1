import Contract
import Loyalty
import SQLite

extension PromoCodes {
  /// Gives what a code stands for.
  ///
  /// - Parameter name: names it among the reasons of coupons.
  func giveGift(
    of rule: PromoCodeRule, _ member: Member.ID, _ name: String, _ now: Instant,
    _ connection: Connection
  ) throws -> PromoCodeGift {
    if let points = rule.points {
      let today = ledger.zone.local(now).day.daysSince1970
      try ledger.earn(
        member, points, Ledger.Words(kind: .bonus, title: rule.title, place: nil), at: now,
        lastDay: Day(daysSince1970: today.adding(saturating: rule.pointsDays)), connection)
      return PromoCodeGift(kind: .points, title: rule.title, points: points)
    }
    if let reward = rule.reward {
      let shelf = RewardShelf(ledger.store, ledger.zone, language)
      guard
        let coupon = try shelf.giveCoupon(for: reward, to: member, key: name, at: now, connection)
      else {
        throw Problem(.notFound, in: language)
      }
      return PromoCodeGift(kind: .coupon, title: coupon.title, coupon: coupon)
    }
    let promotions = Promotions(ledger, language)
    guard let promotion = try rule.promotion.flatMap({ try promotions.rule($0, connection) })
    else { throw Problem(.notFound, in: language) }
    try promotions.enroll(member, in: promotion, at: now, connection)
    return PromoCodeGift(
      kind: .enrollment, title: promotion.title,
      promotion: try promotions.seen(promotion, by: member, at: now, connection))
  }

  func recordUse(
    _ gift: PromoCodeGift, _ code: String, _ member: Member.ID, _ key: String, _ now: Instant,
    _ connection: Connection
  ) throws {
    try connection.execute(
      "UPDATE promo_code SET uses_left = uses_left - 1 WHERE code = ?", [.text(code)])
    try connection.execute(
      "INSERT INTO promo_code_use (code, member, key, gift, at) VALUES (?, ?, ?, ?, ?)",
      [
        .text(code), .text(member.rawValue), .text(key),
        .json(gift), .integer(now.rawValue),
      ])
  }
}
