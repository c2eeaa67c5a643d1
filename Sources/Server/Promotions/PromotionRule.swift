import Loyalty

/// An offer as the business made it.
struct PromotionRule: Codable, Hashable, Sendable {
  var id: Promotion.ID
  var title: LocalizedText
  var description: LocalizedText
  var reward: LocalizedText
  var terms: LocalizedText
  var from: Instant
  var to: Instant
  var enrollment: Promotion.Enrollment
  /// Members who can join; `nil` is any number.
  let places: Int?
  /// For members of these tiers; empty is for all.
  var tiers: [Tier.ID] = []
  /// For members of any of these segments; empty is for all.
  var segments: [String] = []
  let goal: Goal?
  /// What reaching the goal gives, and for how many days.
  let bonus: Points?
  var bonusDays: Int64 = 30
  var picture: Picture?

  /// What has to be reached.
  struct Goal: Codable, Hashable, Sendable {
    var target: Int64
    var unit: Promotion.Unit
    /// Only purchases with something of this count; `nil` is any purchase.
    var category: Purchase.Category?
    var currency: String?
  }

  /// How much of the goal purchases come to; pure.
  ///
  /// - Parameters:
  ///   - start: no purchase before it counts.
  ///   - zone: where days begin.
  func progress(
    of purchases: [CountedPurchase], since start: Instant, zone: Zone
  ) -> Promotion.Progress? {
    guard let goal else { return nil }
    let counted = purchases.filter { purchase in
      purchase.at >= max(from, start) && purchase.at <= to
        && (goal.category.map(purchase.categories.contains) ?? true)
        && (goal.currency == nil || goal.currency == purchase.amount.currency)
    }
    let current: Int64 =
      switch goal.unit {
      case .days: Int64(Set(counted.map { zone.local($0.at).day }).count)
      case .points: counted.reduce(Points.zero) { $0 + $1.points }.rawValue
      case .money: counted.reduce(0) { $0.adding(saturating: $1.amount.amount) }
      default: Int64(counted.count)
      }
    return Promotion.Progress(
      current: min(current, goal.target), target: goal.target, unit: goal.unit,
      currency: goal.currency)
  }

  func isFor(_ customer: PromotionCustomer) -> Bool { isFor(customer.tier, customer.segments) }

  func isFor(_ tier: Tier.ID?, _ names: Set<String>) -> Bool {
    (tiers.isEmpty || tier.map(tiers.contains) ?? false)
      && (segments.isEmpty || !names.isDisjoint(with: segments))
  }
}
