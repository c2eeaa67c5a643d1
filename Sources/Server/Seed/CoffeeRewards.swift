import Loyalty

/// What the coffee chain gives for points.
enum CoffeeRewards {
  struct Offer: Sendable {
    var name: String
    var kind: Reward.Kind
    var title: LocalizedText
    var description: LocalizedText
    var cost: Int64
    var stock: Int64?
    var limit: Int64?
    /// Of membership, before it may be taken.
    var years: Int64 = 0
    var value: Money?
    var isActive = true
  }

  // NB: titles that the member's history names too are the same words there.
  static let all: [Offer] = [
    Offer(
      name: "syrup", kind: .drink,
      title: [.russian: "Сироп к напитку", .english: "A shot of syrup"],
      description: [
        .russian: "Ваниль, карамель или кокос к любому напитку.",
        .english: "Vanilla, caramel or coconut in any drink.",
      ], cost: 30),
    Offer(
      name: "oat", kind: .drink, title: [.russian: "Овсяное молоко", .english: "Oat milk"],
      description: [
        .russian: "Любой напиток на овсяном молоке без доплаты.",
        .english: "Any drink with oat milk at no extra charge.",
      ], cost: 40),
    Offer(
      name: "espresso", kind: .drink,
      title: [.russian: "Эспрессо в подарок", .english: "Free espresso"],
      description: [
        .russian: "Одинарный или двойной, на ваш вкус.",
        .english: "Single or double, as you like it.",
      ], cost: 90),
    Offer(
      name: "filter", kind: .drink,
      title: [.russian: "Фильтр-кофе в подарок", .english: "Free filter coffee"],
      description: [
        .russian: "300 мл кофе дня.",
        .english: "300 ml of the coffee of the day.",
      ], cost: 110),
    Offer(
      name: "croissant", kind: .food,
      title: [.russian: "Круассан в подарок", .english: "Free croissant"],
      description: [
        .russian: "Свежий, с маслом. До 18:00.",
        .english: "Fresh, all butter. Until 6 pm.",
      ], cost: 120),
    Offer(
      name: "cappuccino", kind: .drink,
      title: [.russian: "Капучино в подарок", .english: "Free cappuccino"],
      description: [
        .russian: "300 мл, на любом молоке.",
        .english: "300 ml, with any milk.",
      ], cost: 150),
    Offer(
      name: "raf", kind: .drink, title: [.russian: "Раф в подарок", .english: "Free raf"],
      description: [
        .russian: "Ванильный или лавандовый, 300 мл.",
        .english: "Vanilla or lavender, 300 ml.",
      ], cost: 190),
    Offer(
      name: "syrniki", kind: .food, title: [.russian: "Сырники", .english: "Syrniki"],
      description: [
        .russian: "Три сырника со сметаной и вареньем.",
        .english: "Three curd pancakes with sour cream and jam.",
      ], cost: 250),
    Offer(
      name: "beans300", kind: .discount,
      title: [.russian: "Скидка 300 ₽ на зерно", .english: "300 ₽ off beans"],
      description: [
        .russian: "На любую пачку от 250 г.",
        .english: "Off any pack of 250 g or more.",
      ], cost: 300, value: Money(amount: 30_000, currency: "RUB")),
    Offer(
      name: "off100", kind: .discount, title: [.russian: "Скидка 100 ₽", .english: "100 ₽ off"],
      description: [
        .russian: "На любой заказ от 400 ₽.",
        .english: "Off any order of 400 ₽ or more.",
      ], cost: 100, value: Money(amount: 10_000, currency: "RUB")),
    Offer(
      name: "off500", kind: .discount, title: [.russian: "Скидка 500 ₽", .english: "500 ₽ off"],
      description: [
        .russian: "На любой заказ от 1500 ₽.",
        .english: "Off any order of 1,500 ₽ or more.",
      ], cost: 450, value: Money(amount: 50_000, currency: "RUB")),
    Offer(
      name: "welcome", kind: .food,
      title: [.russian: "Печенье к кофе", .english: "A cookie with your coffee"],
      description: [
        .russian: "Овсяное с шоколадом. Одно на участника.",
        .english: "Oat and chocolate. One for each member.",
      ], cost: 20, limit: 1),
    Offer(
      name: "pumpkin", kind: .drink,
      title: [.russian: "Тыквенный латте", .english: "Pumpkin latte"],
      description: [
        .russian: "Сезонный напиток, разобрали.",
        .english: "The drink of the season; all gone.",
      ], cost: 160, stock: 0),
    Offer(
      name: "advent", kind: .goods,
      title: [.russian: "Адвент-календарь", .english: "Advent calendar"],
      description: [
        .russian: "24 пакетика зерна из разных стран.",
        .english: "24 bags of beans from different countries.",
      ], cost: 800, stock: 0, limit: 1),
    Offer(
      name: "cup", kind: .goods, title: [.russian: "Стакан с собой", .english: "Travel cup"],
      description: [
        .russian: "Двойные стенки, 350 мл. Осталось немного.",
        .english: "Double wall, 350 ml. Only a few left.",
      ], cost: 200, stock: 3, limit: 1),
    Offer(
      name: "tote", kind: .goods, title: [.russian: "Сумка-шопер", .english: "Tote bag"],
      description: [
        .russian: "Хлопок, рисунок нашего бариста.",
        .english: "Cotton, drawn by our barista.",
      ], cost: 350, stock: 40, limit: 2),
    Offer(
      name: "mug", kind: .goods,
      title: [.russian: "Керамическая кружка", .english: "Stoneware mug"],
      description: [
        .russian: "Ручная работа, 280 мл.",
        .english: "Made by hand, 280 ml.",
      ], cost: 900, stock: 25),
    Offer(
      name: "v60", kind: .goods, title: [.russian: "Воронка V60", .english: "V60 dripper"],
      description: [
        .russian: "Керамика и сто фильтров.",
        .english: "Ceramic, with a hundred filters.",
      ], cost: 1400, stock: 12, limit: 1),
    Offer(
      name: "grinder", kind: .goods,
      title: [.russian: "Ручная кофемолка", .english: "Hand grinder"],
      description: [
        .russian: "Стальные жернова, 38 мм.",
        .english: "Steel burrs, 38 mm.",
      ], cost: 4800, stock: 5, limit: 1),
    Offer(
      name: "breakfast", kind: .food,
      title: [.russian: "Завтрак на двоих", .english: "Breakfast for two"],
      description: [
        .russian: "Два завтрака и два напитка, по будням.",
        .english: "Two breakfasts and two drinks, on weekdays.",
      ], cost: 1300),
    Offer(
      name: "cupping", kind: .experience, title: [.russian: "Каппинг", .english: "Cupping"],
      description: [
        .russian: "Пробуем шесть сортов. Покровка, 27, по субботам.",
        .english: "We taste six coffees. Pokrovka, 27, on Saturdays.",
      ], cost: 600, stock: 8, limit: 1),
    Offer(
      name: "latteart", kind: .experience,
      title: [.russian: "Урок латте-арта", .english: "Latte art lesson"],
      description: [
        .russian: "Два часа с бариста, молоко наше.",
        .english: "Two hours with a barista; the milk is on us.",
      ], cost: 2200, stock: 6, limit: 1),
    Offer(
      name: "roastery", kind: .experience,
      title: [.russian: "Экскурсия на обжарку", .english: "A tour of the roastery"],
      description: [
        .russian: "Только для тех, кто с нами давно.",
        .english: "Only for those who have been with us for long.",
      ], cost: 180, stock: 10, limit: 1, years: 3),
    Offer(
      name: "summer", kind: .drink,
      title: [.russian: "Эспрессо-тоник", .english: "Espresso tonic"],
      description: [
        .russian: "Летняя награда.",
        .english: "A summer reward.",
      ], cost: 140, isActive: false),
    Offer(
      name: "easter", kind: .food, title: [.russian: "Кулич", .english: "Easter cake"],
      description: [
        .russian: "Весенняя награда.",
        .english: "A spring reward.",
      ], cost: 220, stock: 30, isActive: false),
  ]
}
