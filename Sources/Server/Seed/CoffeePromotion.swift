import Loyalty

/// An offer of the coffee chain, in days relative to today.
struct CoffeePromotion: Sendable {
  var name: String
  var title: LocalizedText
  var description: LocalizedText
  var reward: LocalizedText
  var terms: LocalizedText
  /// First and last day; 0 is today.
  var days: ClosedRange<Int64>
  var enrollment: Promotion.Enrollment
  var places: Int?
  var tiers: [String] = []
  var segments: [String] = []
  var goal: PromotionRule.Goal?
  var bonus: Int64?

  static let all = counting + invited + always + other

  /// The offer in the days around a moment.
  func rule(_ ledger: Ledger, now: Instant) -> PromotionRule {
    let today = ledger.zone.local(now).day.daysSince1970
    func end(_ day: Int64) -> Instant { ledger.end(of: Day(daysSince1970: today + day)) }
    return PromotionRule(
      id: .init("prm_" + name), title: title, description: description, reward: reward,
      terms: terms, from: Instant(milliseconds: end(days.lowerBound - 1).rawValue + 1),
      to: end(days.upperBound), enrollment: enrollment, places: places,
      tiers: tiers.map { .init($0) }, segments: segments, goal: goal,
      bonus: bonus.map { Points($0) })
  }

  static let onceTerms: LocalizedText = [
    .russian:
      "Бонус начисляется один раз, сразу после последней покупки. Возвраты не считаются. Баллы действуют 30 дней.",
    .english:
      "The bonus comes once, right after the last purchase. Returns do not count. The points live for 30 days.",
  ]
  static let joinTerms: LocalizedText = [
    .russian:
      "Считаются покупки после присоединения. Бонус начисляется один раз. Возвраты не считаются. Баллы действуют 30 дней.",
    .english:
      "Purchases count from the moment you join. The bonus comes once. Returns do not count. The points live for 30 days.",
  ]
  static let tillTerms: LocalizedText = [
    .russian: "Назовите акцию на кассе до оплаты. Не суммируется с другими скидками и купонами.",
    .english:
      "Name the offer at the till before you pay. It does not add up with other discounts and coupons.",
  ]
  static let placesTerms: LocalizedText = [
    .russian:
      "Число мест ограничено. Считаются покупки после присоединения. Баллы действуют 30 дней.",
    .english:
      "Places are limited. Purchases count from the moment you join. The points live for 30 days.",
  ]
}
