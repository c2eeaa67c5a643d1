import App
import Loyalty

extension Fixture {
  static let rewards = RewardsContents(
    rewards: [
      reward("rew_cap", "Капучино в подарок", "Free cappuccino", 150),
      reward("rew_cup", "Стакан с собой", "Travel cup", 200, stock: 3, limit: 1),
      reward("rew_beans", "Скидка 300 ₽ на зерно", "300 ₽ off beans", 300),
      reward("rew_grinder", "Ручная кофемолка", "Hand grinder", 4800, .insufficientPoints),
      reward("rew_latte", "Тыквенный латте", "Pumpkin latte", 160, stock: 0, .outOfStock),
      reward("rew_tour", "Экскурсия на обжарку", "A tour of the roastery", 180, .notEligible),
    ],
    coupons: [coupon("cpn_1"), coupon("cpn_2", .used), coupon("cpn_3", .expired)])

  static func reward(
    _ id: String, _ russian: String, _ english: String, _ cost: Int64, stock: Int? = nil,
    limit: Int? = nil, _ blocker: Reward.Blocker.Code? = nil
  ) -> Reward {
    Reward(
      id: .init(id), kind: .drink, title: [.russian: russian, .english: english],
      description: [
        .russian: "На любом молоке, в любой нашей кофейне, каждый день.",
        .english: "With any milk, in any of our coffee shops, every day.",
      ], cost: Points(cost), stockLeft: stock, limitPerMember: limit,
      blockers: blocker.map { [Reward.Blocker(code: $0, message: nil)] } ?? [])
  }

  static func coupon(_ id: String, _ state: Coupon.State = .active) -> Coupon {
    let issued = now.adding(days: state == .active ? -7 : -40)
    return Coupon(
      id: .init(id), rewardID: .init("rew_cap"),
      title: [.russian: "Капучино в подарок", .english: "Free cappuccino"],
      description: [.russian: "300 мл.", .english: "300 ml."], state: state,
      value: state == .used ? nil : Money(amount: 30_000, currency: "RUB"), symbology: .qr,
      code: "C7Q4M-2K9T-XW35-81ZC", issuedAt: issued, expiresAt: issued.adding(days: 30),
      usedAt: state == .used ? issued.adding(days: 1) : nil)
  }

  /// Enough for all but the dearest, of which little is missing.
  static var richHome: HomeContents {
    var contents = home
    contents.balance?.available = Points(4500)
    return contents
  }

  /// The dearest is saved for, another one is a favourite.
  static var wished: RewardsContents {
    var contents = rewards
    contents.wishes = Wishes(goal: .init("rew_grinder"), favourites: [.init("rew_beans")])
    return contents
  }

  /// Points that end tomorrow, on one day together, and later.
  static let expiring = ExplanationContents(
    explanation: BalanceExplanation(
      lots: [(1, 2), (5, 28), (5, 120), (20, 44), (60, 12), (120, 9)].map { days, points in
        Lot(
          id: .init("lot_\(days)_\(points)"),
          title: [.russian: "Чай и чизкейк", .english: "Tea and cheesecake"],
          granted: Points(points), remaining: Points(points), activeFrom: now.adding(days: -90),
          expiresAt: now.adding(days: days), draws: [])
      }, ledgerSum: Points(215), balance: Points(215), addsUp: true),
    confirmedAt: now.adding(seconds: -60))
}
