import Loyalty

extension CoffeeWords {
  /// What the till prints of each of `orders`, in their order; prices in roubles.
  private static let goods: [[(name: LocalizedText, price: Int64)]] = [
    [([.russian: "Капучино, 300 мл", .english: "Cappuccino, 300 ml"], 290)],
    [
      ([.russian: "Флэт уайт", .english: "Flat white"], 310),
      ([.russian: "Круассан", .english: "Croissant"], 210),
    ],
    [([.russian: "Эспрессо", .english: "Espresso"], 190)],
    [([.russian: "Раф ванильный, 300 мл", .english: "Vanilla raf, 300 ml"], 370)],
    [
      ([.russian: "Латте, 300 мл", .english: "Latte, 300 ml"], 330),
      ([.russian: "Сырники со сметаной", .english: "Syrniki with sour cream"], 350),
    ],
    [
      ([.russian: "Фильтр-кофе, 300 мл", .english: "Filter coffee, 300 ml"], 270),
      ([.russian: "Своя чашка", .english: "Own cup"], -30),
    ],
    [([.russian: "Зерно Эфиопия, 250 г", .english: "Ethiopia beans, 250 g"], 890)],
    [([.russian: "Матча латте, 300 мл", .english: "Matcha latte, 300 ml"], 390)],
    [
      ([.russian: "Чай Ассам, 500 мл", .english: "Assam tea, 500 ml"], 220),
      ([.russian: "Чизкейк", .english: "Cheesecake"], 340),
    ],
    [
      ([.russian: "Тост с авокадо", .english: "Avocado toast"], 430),
      ([.russian: "Фильтр-кофе, 200 мл", .english: "Filter coffee, 200 ml"], 210),
    ],
  ]

  static func printed(_ order: Int) -> PrintedOrder {
    PrintedOrder(
      goods: goods[order].map {
        Receipt.Goods(name: $0.name, price: $0.price * 100, sum: $0.price * 100)
      }, price: orders[order].price * 100, rate: Money(amount: Till.moneyPerPoint, currency: "RUB"))
  }
}
