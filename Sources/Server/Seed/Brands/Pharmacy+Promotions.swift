import Loyalty

extension SeedBrand {
  private static let once =
    "Бонусы начисляются один раз и действуют 30 дней. Возвраты не считаются."
  private static let till = "Назовите акцию на кассе до оплаты. С другими скидками не складывается."

  static let pharmacyPromotions: [Campaign] = [
    Campaign(
      id: "prm_vitamins", title: "Неделя витаминов", about: "Купите витамины дважды.",
      reward: "120 бонусов", terms: once, days: -3...6, enrollment: .required,
      goal: .init(target: 2, unit: .purchases, category: .init(rawValue: "vitamins")), bonus: 120),
    Campaign(
      id: "prm_family", title: "Семейная аптечка",
      about: "Потратьте за месяц 3000 ₽ на что угодно.", reward: "200 бонусов", terms: once,
      days: -12...18, enrollment: .auto,
      goal: .init(target: 300_000, unit: .money, currency: "RUB"), bonus: 200),
    Campaign(
      id: "prm_care", title: "Третий крем бесплатно",
      about: "Из трёх кремов самый недорогой — в подарок.", reward: "Крем в подарок", terms: till,
      days: -8...20),
    Campaign(
      id: "prm_evening", title: "После девяти вечера", about: "Скидка 7 % на всё после 21:00.",
      reward: "Скидка 7 %", terms: till, days: -30...30),
    Campaign(
      id: "prm_pairs", title: "Зима без насморка",
      about: "Спрей и сироп вместе дешевле на 90 ₽.", reward: "Скидка 90 ₽", terms: till,
      days: 0...13),
    Campaign(
      id: "prm_ginseng", title: "Только для «Женьшеня»",
      about: "Двойные бонусы за первую покупку месяца.", reward: "Двойные бонусы", terms: till,
      days: -5...25, tiers: ["tier_ginseng"]),
  ]
}
