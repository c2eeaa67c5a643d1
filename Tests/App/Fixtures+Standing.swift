import App
import Loyalty

extension Fixture {
  static let tiers: [Tier] = [
    Tier(
      id: .init("tier_bean"), name: [.russian: "Зёрнышко", .english: "Bean"], threshold: .zero,
      benefits: []),
    Tier(
      id: .init("tier_silver"), name: [.russian: "Серебро", .english: "Silver"],
      threshold: Points(1200),
      benefits: [
        [.russian: "Сироп в подарок", .english: "Syrup free"],
        [.russian: "Напиток без очереди", .english: "Skip the line for drinks"],
      ]),
    Tier(
      id: .init("tier_gold"), name: [.russian: "Золото", .english: "Gold"],
      threshold: Points(3000),
      benefits: [
        [.russian: "Капучино в подарок каждый месяц", .english: "A free cappuccino every month"]
      ]),
  ]

  static let tier = TierStatus(
    tier: tiers[1], earned: Points(2680), from: Day(daysSince1970: 20_416),
    to: Day(daysSince1970: 20_780),
    keep: .init(missing: Points(24), by: Day(daysSince1970: 20_900)),
    next: .init(
      id: tiers[2].id, name: tiers[2].name, threshold: tiers[2].threshold, missing: Points(320)),
    tiers: tiers)

  /// What the server says to 500 points more.
  static let tierWithMore = TierStatus(
    tier: tiers[2], earned: Points(3180), from: tier.from, to: tier.to, keep: tier.keep,
    next: nil, tiers: tiers, whatIfPoints: Points(500))

  static let explanation = ExplanationContents(
    explanation: BalanceExplanation(
      lots: lots(24), ledgerSum: Points(1234), balance: Points(1234), addsUp: true),
    confirmedAt: now.adding(seconds: -60))

  static func lots(_ count: Int) -> [Lot] {
    (0..<count).map { row in
      let at = now.adding(days: -3 * Int64(row) + 1)
      let drawn: Int64 = row % 3 == 1 ? 30 : 0
      return Lot(
        id: .init("lot_\(row)"),
        title: [.russian: "Флэт уайт и круассан", .english: "Flat white and a croissant"],
        granted: Points(60), remaining: Points(60 - 2 * drawn), activeFrom: at,
        expiresAt: row % 4 == 3 ? nil : at.adding(days: 180),
        draws: drawn == 0
          ? []
          : (0..<2).map { draw in
            .init(
              title: [.russian: "Капучино в подарок", .english: "Free cappuccino"],
              points: Points(drawn), at: at.adding(days: 2 - Int64(draw)))
          })
    }
  }
}
