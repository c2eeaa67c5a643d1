import Loyalty

/// What stands in the history of the coffee chain's members.
enum CoffeeWords {
  /// As the program names them, so that a sale of today and one of last year are of one shop.
  static let shops: [LocalizedText] = [
    [.russian: "Чистые пруды", .english: "Chistye Prudy"],
    [.russian: "Покровка", .english: "Pokrovka"],
    [.russian: "Никитская", .english: "Nikitskaya"],
    [.russian: "Белорусский вокзал", .english: "Belorussky Station"],
    [.russian: "Цветной", .english: "Tsvetnoy"],
    [.russian: "Парк культуры", .english: "Park Kultury"],
  ]

  /// What is bought, and its price in roubles.
  static let orders: [(title: LocalizedText, price: Int64)] = [
    ([.russian: "Капучино", .english: "Cappuccino"], 290),
    ([.russian: "Флэт уайт и круассан", .english: "Flat white and a croissant"], 520),
    ([.russian: "Эспрессо", .english: "Espresso"], 190),
    ([.russian: "Раф ванильный", .english: "Vanilla raf"], 370),
    ([.russian: "Латте и сырники", .english: "Latte and syrniki"], 680),
    ([.russian: "Фильтр-кофе", .english: "Filter coffee"], 240),
    ([.russian: "Зерно Эфиопия, 250 г", .english: "Ethiopia beans, 250 g"], 890),
    ([.russian: "Матча латте", .english: "Matcha latte"], 390),
    ([.russian: "Чай и чизкейк", .english: "Tea and cheesecake"], 560),
    ([.russian: "Завтрак с авокадо", .english: "Avocado breakfast"], 640),
  ]

  static let rewards: [(title: LocalizedText, cost: Points)] = [
    ([.russian: "Капучино в подарок", .english: "Free cappuccino"], Points(150)),
    ([.russian: "Круассан в подарок", .english: "Free croissant"], Points(120)),
    ([.russian: "Скидка 300 ₽ на зерно", .english: "300 ₽ off beans"], Points(300)),
  ]

  static let birthday: LocalizedText = [
    .russian: "С днём рождения!", .english: "Happy birthday!",
  ]
  static let season: LocalizedText = [
    .russian: "Подарок к сезону", .english: "Seasonal gift",
  ]
  static let refund: LocalizedText = [.russian: "Возврат покупки", .english: "Purchase returned"]
}
