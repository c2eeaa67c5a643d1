import Loyalty

extension CoffeePromotion {
  /// For some members, or for a few.
  static let invited: [CoffeePromotion] = [
    CoffeePromotion(
      name: "gold_week", title: [.russian: "Золотая неделя", .english: "Golden week"],
      description: [
        .russian: "Соберите 150 баллов за покупки на этой неделе.",
        .english: "Earn 150 points from purchases this week.",
      ],
      reward: [.russian: "250 баллов", .english: "250 points"], terms: CoffeePromotion.onceTerms,
      days: -3...4, enrollment: .auto, tiers: ["tier_gold", "tier_platinum"],
      goal: .init(target: 150, unit: .points), bonus: 250),
    CoffeePromotion(
      name: "regulars", title: [.russian: "Свои люди", .english: "One of us"],
      description: [
        .russian: "Для тех, кто бывает часто: десять покупок за месяц.",
        .english: "For those who come often: ten purchases within a month.",
      ],
      reward: [.russian: "400 баллов", .english: "400 points"], terms: CoffeePromotion.onceTerms,
      days: -14...16, enrollment: .auto, segments: ["regulars"],
      goal: .init(target: 10, unit: .purchases), bonus: 400),
    CoffeePromotion(
      name: "morning", title: [.russian: "Утро начинается здесь", .english: "Mornings start here"],
      description: [
        .russian: "Любой кофе до 9:00 на 20 % дешевле.",
        .english: "Any coffee before 9:00 is 20% off.",
      ],
      reward: [.russian: "Скидка 20 %", .english: "20% off"], terms: CoffeePromotion.tillTerms,
      days: -20...10, enrollment: .none, segments: ["morning"]),
    CoffeePromotion(
      name: "tasting",
      title: [.russian: "Дегустация новой обжарки", .english: "Tasting of the new roast"],
      description: [
        .russian: "Вечер с обжарщиком, шесть сортов. Приходите с другом.",
        .english: "An evening with the roaster, six coffees. Bring a friend.",
      ],
      reward: [.russian: "Вечер для двоих", .english: "An evening for two"],
      terms: CoffeePromotion.placesTerms, days: -3...8, enrollment: .required, places: 12,
      tiers: ["tier_silver", "tier_gold", "tier_platinum"]),
    CoffeePromotion(
      name: "last_places",
      title: [.russian: "Мастер-класс по латте-арту", .english: "Latte art class"],
      description: [
        .russian: "Два часа с чемпионом города. Все места заняты.",
        .english: "Two hours with the city's champion. All places are taken.",
      ],
      reward: [.russian: "Мастер-класс", .english: "The class"], terms: CoffeePromotion.placesTerms,
      days: -8...3, enrollment: .required, places: 0),
    CoffeePromotion(
      name: "platinum_gift", title: [.russian: "Платиновый день", .english: "Platinum day"],
      description: [
        .russian: "Любой напиток для участников уровня «Платина».",
        .english: "Any drink for members of the Platinum tier.",
      ],
      reward: [.russian: "Напиток в подарок", .english: "A free drink"],
      terms: CoffeePromotion.tillTerms, days: -1...1, enrollment: .none, tiers: ["tier_platinum"]),
    CoffeePromotion(
      name: "students", title: [.russian: "Сессия", .english: "Exam weeks"],
      description: [
        .russian: "Фильтр-кофе за полцены по студенческому билету.",
        .english: "Filter coffee at half price with a student card.",
      ],
      reward: [.russian: "Скидка 50 %", .english: "50% off"], terms: CoffeePromotion.tillTerms,
      days: -10...30, enrollment: .none, segments: ["students"]),
    CoffeePromotion(
      name: "newcomer", title: [.russian: "Первые три чашки", .english: "The first three cups"],
      description: [
        .russian: "Познакомимся поближе: три кофе за первый месяц.",
        .english: "Let us get acquainted: three coffees in the first month.",
      ],
      reward: [.russian: "200 баллов", .english: "200 points"], terms: CoffeePromotion.onceTerms,
      days: -30...60, enrollment: .auto, segments: ["newcomers"],
      goal: .init(target: 3, unit: .purchases, category: .coffee), bonus: 200),
    CoffeePromotion(
      name: "comeback", title: [.russian: "Мы скучали", .english: "We have missed you"],
      description: [
        .russian: "Загляните, и мы вернём сгоревшие баллы.",
        .english: "Drop in, and we give back what has expired.",
      ],
      reward: [.russian: "150 баллов", .english: "150 points"], terms: CoffeePromotion.onceTerms,
      days: -5...15, enrollment: .auto, segments: ["sleeping"],
      goal: .init(target: 1, unit: .purchases), bonus: 150),
    CoffeePromotion(
      name: "cupping", title: [.russian: "Закрытый каппинг", .english: "Private cupping"],
      description: [
        .russian: "Только по коду приглашения. Пять сортов из микролотов.",
        .english: "By invitation code only. Five coffees from microlots.",
      ],
      reward: [.russian: "Место за столом", .english: "A place at the table"],
      terms: CoffeePromotion.placesTerms, days: -1...13, enrollment: .required, places: 10,
      segments: ["invited"]),
  ]
}
