import Loyalty

extension CoffeePromotion {
  /// What begins soon, and what is over.
  static let other: [CoffeePromotion] = [
    CoffeePromotion(
      name: "december", title: [.russian: "Декабрь вместе", .english: "December together"],
      description: [
        .russian: "Потратьте 5000 ₽ до Нового года.",
        .english: "Spend 5,000 ₽ before the New Year.",
      ],
      reward: [.russian: "600 баллов", .english: "600 points"], terms: CoffeePromotion.joinTerms,
      days: 7...37, enrollment: .required,
      goal: .init(target: 500000, unit: .money, currency: "RUB"), bonus: 600),
    CoffeePromotion(
      name: "advent", title: [.russian: "Кофейный адвент", .english: "Coffee advent"],
      description: [
        .russian: "Двенадцать дней с покупкой до праздников.",
        .english: "Twelve days with a purchase before the holidays.",
      ],
      reward: [.russian: "500 баллов", .english: "500 points"], terms: CoffeePromotion.joinTerms,
      days: 5...30, enrollment: .required, goal: .init(target: 12, unit: .days), bonus: 500),
    CoffeePromotion(
      name: "new_year", title: [.russian: "Новогоднее меню", .english: "New Year menu"],
      description: [
        .russian: "Пряный раф и мандариновый чизкейк.",
        .english: "Spiced raf and tangerine cheesecake.",
      ],
      reward: [.russian: "Новые вкусы", .english: "New tastes"], terms: CoffeePromotion.tillTerms,
      days: 10...50, enrollment: .none),
    CoffeePromotion(
      name: "black_beans",
      title: [.russian: "Чёрная пятница для зерна", .english: "Black Friday for beans"],
      description: [
        .russian: "Три пачки зерна по цене двух.",
        .english: "Three packs of beans for the price of two.",
      ],
      reward: [.russian: "Третья пачка бесплатно", .english: "The third pack free"],
      terms: CoffeePromotion.tillTerms, days: 3...5, enrollment: .none),
    CoffeePromotion(
      name: "gold_preview", title: [.russian: "Золотой предпросмотр", .english: "Golden preview"],
      description: [
        .russian: "Зимнее меню раньше всех: три напитка за неделю.",
        .english: "The winter menu before everybody: three drinks in a week.",
      ],
      reward: [.russian: "300 баллов", .english: "300 points"], terms: CoffeePromotion.joinTerms,
      days: 2...9, enrollment: .required, tiers: ["tier_gold", "tier_platinum"],
      goal: .init(target: 3, unit: .purchases, category: .coffee), bonus: 300),
    CoffeePromotion(
      name: "autumn", title: [.russian: "Осенний рекорд", .english: "Autumn record"],
      description: [
        .russian: "Восемь покупок за осень.", .english: "Eight purchases within the autumn.",
      ],
      reward: [.russian: "250 баллов", .english: "250 points"], terms: CoffeePromotion.joinTerms,
      days: (-50)...(-3), enrollment: .required, goal: .init(target: 8, unit: .purchases),
      bonus: 250),
  ]
}
