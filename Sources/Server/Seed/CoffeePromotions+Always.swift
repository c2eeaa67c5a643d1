import Loyalty

extension CoffeePromotion {
  /// For whoever comes: nothing is counted.
  static let always: [CoffeePromotion] = [
    CoffeePromotion(
      name: "croissant",
      title: [.russian: "Круассан к капучино", .english: "A croissant with your cappuccino"],
      description: [
        .russian: "Круассан за 99 ₽, если берёте капучино.",
        .english: "A croissant for 99 ₽ when you take a cappuccino.",
      ],
      reward: [.russian: "Круассан за 99 ₽", .english: "A croissant for 99 ₽"],
      terms: CoffeePromotion.tillTerms, days: -1...6, enrollment: .none),
    CoffeePromotion(
      name: "evening", title: [.russian: "Вечерний чай", .english: "Evening tea"],
      description: [
        .russian: "После 18:00 второй чай в подарок.",
        .english: "After 18:00 the second tea is free.",
      ],
      reward: [.russian: "Второй чай бесплатно", .english: "The second tea free"],
      terms: CoffeePromotion.tillTerms, days: -7...21, enrollment: .none),
    CoffeePromotion(
      name: "own_cup", title: [.russian: "Со своей кружкой", .english: "Bring your own cup"],
      description: [
        .russian: "Скидка 30 ₽ на любой напиток в вашу кружку.",
        .english: "30 ₽ off any drink in a cup of your own.",
      ],
      reward: [.russian: "Скидка 30 ₽", .english: "30 ₽ off"], terms: CoffeePromotion.tillTerms,
      days: -60...90, enrollment: .none),
    CoffeePromotion(
      name: "syrup",
      title: [.russian: "Сироп недели: пряная груша", .english: "Syrup of the week: spiced pear"],
      description: [.russian: "Попробуйте в любом напитке.", .english: "Try it in any drink."],
      reward: [.russian: "Сироп бесплатно", .english: "The syrup is free"],
      terms: CoffeePromotion.tillTerms, days: -2...2, enrollment: .none),
    CoffeePromotion(
      name: "cheesecake", title: [.russian: "Сладкая пятница", .english: "Sweet Friday"],
      description: [
        .russian: "Чизкейк к любому чаю за 150 ₽.",
        .english: "A cheesecake for 150 ₽ with any tea.",
      ],
      reward: [.russian: "Чизкейк за 150 ₽", .english: "A cheesecake for 150 ₽"],
      terms: CoffeePromotion.tillTerms, days: 0...0, enrollment: .none),
  ]
}
