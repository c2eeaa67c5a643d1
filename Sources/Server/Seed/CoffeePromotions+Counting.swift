import Loyalty

extension CoffeePromotion {
  /// What is counted: cups, days, roubles.
  static let counting: [CoffeePromotion] = [
    CoffeePromotion(
      name: "five_coffees", title: [.russian: "Пять чашек", .english: "Five cups"],
      description: [
        .russian: "Купите пять раз кофе, и шестой почти оплачен.",
        .english: "Buy coffee five times, and the sixth is nearly paid for.",
      ],
      reward: [.russian: "150 баллов", .english: "150 points"], terms: CoffeePromotion.joinTerms,
      days: -6...20, enrollment: .required,
      goal: .init(target: 5, unit: .purchases, category: .coffee), bonus: 150),
    CoffeePromotion(
      name: "weekdays", title: [.russian: "Четыре дня с нами", .english: "Four days with us"],
      description: [
        .russian: "Загляните к нам в четыре разных дня.",
        .english: "Visit us on four different days.",
      ],
      reward: [.russian: "100 баллов", .english: "100 points"], terms: CoffeePromotion.onceTerms,
      days: -2...12, enrollment: .auto, goal: .init(target: 4, unit: .days), bonus: 100),
    CoffeePromotion(
      name: "three_thousand", title: [.russian: "Большой месяц", .english: "The big month"],
      description: [
        .russian: "Потратьте за месяц 3000 ₽ на что угодно.",
        .english: "Spend 3,000 ₽ within the month on anything.",
      ],
      reward: [.russian: "300 баллов", .english: "300 points"], terms: CoffeePromotion.joinTerms,
      days: -9...18, enrollment: .required,
      goal: .init(target: 300000, unit: .money, currency: "RUB"), bonus: 300),
    CoffeePromotion(
      name: "season", title: [.russian: "Подарок к сезону", .english: "Seasonal gift"],
      description: [
        .russian: "Первая покупка зимнего меню.",
        .english: "The first purchase from the winter menu.",
      ],
      reward: [.russian: "120 баллов", .english: "120 points"], terms: CoffeePromotion.onceTerms,
      days: -5...9, enrollment: .auto, goal: .init(target: 1, unit: .purchases), bonus: 120),
    CoffeePromotion(
      name: "beans", title: [.russian: "Зерно домой", .english: "Beans to take home"],
      description: [.russian: "Купите две пачки зерна.", .english: "Buy two packs of beans."],
      reward: [.russian: "200 баллов", .english: "200 points"], terms: CoffeePromotion.joinTerms,
      days: -12...5, enrollment: .required,
      goal: .init(target: 2, unit: .purchases, category: .beans), bonus: 200),
    CoffeePromotion(
      name: "breakfasts", title: [.russian: "Клуб завтраков", .english: "The breakfast club"],
      description: [
        .russian: "Пять раз закажите еду к кофе.",
        .english: "Order food with your coffee five times.",
      ],
      reward: [.russian: "180 баллов", .english: "180 points"], terms: CoffeePromotion.joinTerms,
      days: -4...24, enrollment: .required,
      goal: .init(target: 5, unit: .purchases, category: .food), bonus: 180),
    CoffeePromotion(
      name: "tea_path", title: [.russian: "Чайная тропа", .english: "The tea path"],
      description: [.russian: "Попробуйте чай три раза.", .english: "Have tea three times."],
      reward: [.russian: "90 баллов", .english: "90 points"], terms: CoffeePromotion.joinTerms,
      days: -1...27, enrollment: .required,
      goal: .init(target: 3, unit: .purchases, category: .tea), bonus: 90),
    CoffeePromotion(
      name: "marathon", title: [.russian: "Кофейный марафон", .english: "Coffee marathon"],
      description: [
        .russian: "Двадцать покупок за месяц: для самых стойких.",
        .english: "Twenty purchases within a month: for the steadfast.",
      ],
      reward: [.russian: "1000 баллов", .english: "1,000 points"],
      terms: CoffeePromotion.placesTerms, days: -2...28, enrollment: .required, places: 100,
      goal: .init(target: 20, unit: .purchases), bonus: 1000),
    CoffeePromotion(
      name: "ethiopia", title: [.russian: "Неделя Эфиопии", .english: "Ethiopia week"],
      description: [
        .russian: "Одна пачка зерна — двойная радость.",
        .english: "One pack of beans, twice the joy.",
      ],
      reward: [.russian: "90 баллов", .english: "90 points"], terms: CoffeePromotion.onceTerms,
      days: -4...3, enrollment: .auto, goal: .init(target: 1, unit: .purchases, category: .beans),
      bonus: 90),
  ]
}
