import App
import Loyalty

extension Fixture {
  static let promotions = PromotionsContents(
    promotions: [
      promotion("pro_morning", "Пять утренних кофе", "Five morning coffees", .required, bonus: 150),
      promotion(
        "pro_beans", "Зёрна месяца", "Beans of the month", .required, isEnrolled: true,
        progress: .init(current: 2, target: 3, unit: .purchases), bonus: 300),
      promotion("pro_bag", "Скидка за свой стакан", "Bring your own cup", .none),
      promotion("pro_soon", "Новогоднее печенье", "New Year biscuits", .auto, from: 5, to: 30),
    ], confirmedAt: now)

  static let stampCards = [
    StampCard(
      id: .init("stc_coffee"),
      title: [.russian: "Каждый десятый кофе в подарок", .english: "Every tenth coffee free"],
      slots: 10, filled: 7,
      reward: [.russian: "Кофе в подарок", .english: "A free coffee"],
      expiresAt: now.adding(days: 40), completedCount: 2)
  ]

  static func promotion(
    _ id: String, _ russian: String, _ english: String, _ enrollment: Promotion.Enrollment,
    isEnrolled: Bool = false, progress: Promotion.Progress? = nil, bonus: Int64? = nil,
    from: Int64 = -3, to: Int64 = 9
  ) -> Promotion {
    Promotion(
      id: .init(id), title: [.russian: russian, .english: english],
      description: [
        .russian: "Покупайте зерно в любой кофейне сети.",
        .english: "Buy beans in any of our coffee shops.",
      ],
      reward: [.russian: "Баллы за третью пачку", .english: "Points for the third bag"],
      bonus: bonus.map { Points($0) },
      terms: [.russian: "Одна покупка в день.", .english: "One purchase a day."],
      from: now.adding(days: from), to: now.adding(days: to), enrollment: enrollment,
      isEnrolled: isEnrolled, placesLeft: nil, progress: progress, completedAt: nil)
  }
}
