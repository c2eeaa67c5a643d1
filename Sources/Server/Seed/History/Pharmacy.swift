import Loyalty

extension BrandHistory {
  /// A chain of pharmacies in Russian: bonuses with hundredths, no stamp cards, no recommending.
  static let pharmacy = BrandHistory(
    lifetime: 365, seed: 20_261_301,
    people: [
      Person(id: "mem_anna", name: "Анна Соколова", phone: "+79161234567"),
      Person(id: "mem_new", name: "Игорь Пахомов", phone: "+79990000001"),
      Person(
        id: "mem_admin", name: "Марина Уфимцева", phone: "+79260000001", roles: [.member, .admin]),
    ],
    refund: "Возврат покупки",
    orders: [
      Order(title: "Витамин D3, 120 капсул", price: 84_950, category: "vitamins"),
      Order(title: "Спрей от насморка", price: 32_990, category: "medicine"),
      Order(title: "Сироп от кашля", price: 41_250, category: "medicine"),
      Order(title: "Крем для рук", price: 27_800, category: "care"),
      Order(
        title: "Зубная паста и щётка", price: 53_640, category: "care",
        parts: [
          .init(name: "Зубная паста", price: 24_850), .init(name: "Зубная щётка", price: 28_790),
        ]),
      Order(title: "Магний B6, 60 таблеток", price: 72_470, category: "vitamins"),
      Order(title: "Подгузники, 54 шт.", price: 129_900, category: "baby"),
      Order(
        title: "Пластырь и бинт", price: 18_330, category: "medicine",
        parts: [.init(name: "Пластырь", price: 10_350), .init(name: "Бинт", price: 3990, count: 2)]),
      Order(title: "Солнцезащитный крем SPF 50", price: 116_200, category: "care"),
    ],
    joined: ["prm_vitamins"],
    messages: [
      Message(
        hoursAgo: 5, category: .offers, title: "Неделя витаминов",
        body: "Купите витамины дважды до конца недели и получите 120 бонусов.",
        action: .init(kind: .screen, target: "promotions")),
      Message(
        hoursAgo: 30, category: .service, title: "Аптека на Малышева снова круглосуточная",
        body: "Ночью звоните в дверь: фармацевт откроет.",
        action: .init(kind: .shop, target: "sto_malysheva")),
      Message(
        hoursAgo: 200, category: .points, title: "Бонусы за покупку начислены",
        body: "Они уже на счёте и действуют год.",
        action: .init(kind: .screen, target: "history"), isRead: true),
    ])
}
