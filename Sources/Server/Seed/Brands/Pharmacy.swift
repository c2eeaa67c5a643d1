import Content
import Loyalty

extension SeedBrand {
  /// A chain of pharmacies in Russian: bonuses with hundredths, no stamp cards, no recommending.
  static let pharmacy = SeedBrand(
    program: Program(
      id: .init("prg_pharmacy"), name: [.russian: "Шалфей"],
      pointsName: [
        .russian: PluralForms(one: "бонус", few: "бонуса", many: "бонусов", other: "бонуса")
      ],
      pointsScale: 2, languages: [.russian], timeZone: "Asia/Yekaterinburg",
      brand: Brand(theme: "pharmacy", accent: "#127a5c"),
      contacts: Contacts(
        site: "https://shalfey.example", phone: "+73432223344", email: "vopros@shalfey.example",
        hours: [.russian: "пн–пт 09:00–18:00, Екатеринбург"]),
      features: [.rewards, .promotions, .promoCodes, .tiers, .stores, .inbox]),
    currency: "RUB", moneyPerPoint: 2000, lifetime: 365, seed: 20_261_301,
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
      Order(title: "Зубная паста и щётка", price: 53_640, category: "care"),
      Order(title: "Магний B6, 60 таблеток", price: 72_470, category: "vitamins"),
      Order(title: "Подгузники, 54 шт.", price: 129_900, category: "baby"),
      Order(title: "Пластырь и бинт", price: 18_330, category: "medicine"),
      Order(title: "Солнцезащитный крем SPF 50", price: 116_200, category: "care"),
    ],
    tiers: [
      Step(
        id: "tier_chamomile", name: "Ромашка", threshold: 0,
        benefits: ["5 % бонусами с каждой покупки", "Справка о лекарствах по телефону"]),
      Step(
        id: "tier_melissa", name: "Мелисса", threshold: 500,
        benefits: ["Бронь лекарств на 48 часов", "Скидка 5 % на товары для детей"]),
      Step(
        id: "tier_ginseng", name: "Женьшень", threshold: 2000,
        benefits: [
          "Бесплатная доставка по городу", "Скидка 10 % на витамины",
          "Измерение давления и сахара в подарок",
        ]),
    ],
    rewards: pharmacyRewards, stores: pharmacyStores, promotions: pharmacyPromotions,
    joined: ["prm_vitamins"],
    codes: [
      Code(text: "ЗДОРОВЬЕ", title: "Подарок по промокоду", points: 50),
      Code(text: "ПЛАСТЫРЬ", title: "Подарок по промокоду", reward: "rew_plaster"),
    ],
    messages: [
      Message(
        hoursAgo: 5, category: .offers, title: "Неделя витаминов",
        body: "Купите витамины дважды до конца недели и получите 120 бонусов.",
        action: .init(kind: .screen, target: "promotions")),
      Message(
        hoursAgo: 30, category: .service, title: "Аптека на Малышева снова круглосуточная",
        body: "Ночью звоните в дверь: фармацевт откроет.",
        action: .init(kind: .store, target: "sto_malysheva")),
      Message(
        hoursAgo: 200, category: .points, title: "Бонусы за покупку начислены",
        body: "Они уже на счёте и действуют год.",
        action: .init(kind: .screen, target: "history"), isRead: true),
    ],
    intro: [
      Slide(
        slug: "welcome", title: "Забота рядом",
        text: "Покажите карту на кассе: 5 % от каждой покупки вернутся бонусами.",
        picture: "Зелёная веточка шалфея"),
      Slide(
        slug: "bonuses", title: "Один бонус — один рубль",
        text: "Бонусы действуют год. Тратьте их на скидки, аптечку или измерение давления."),
      Slide(
        slug: "stores", title: "Открыто даже ночью",
        text: "В разделе «Адреса» видно, какая аптека открыта сейчас и как далеко до неё."),
    ],
    screens: [
      Screen(
        slug: "about", tab: .init(.more, position: 10), title: [.russian: "О бонусах"],
        blocks: [
          .seed("balance", .balance), .seed("tier", .tierProgress),
          .seed(
            "terms", .paragraph,
            ru: "С каждой покупки возвращаются *5 %*. Один бонус — один рубль, срок — год."),
          .seed("shops", .stores, ru: "Аптеки рядом", ["limit": 3]),
          .seed(
            "call", .button, ru: "Справка о лекарствах",
            ["action": .action(.phone, "+7 343 222-33-44")]),
        ])
    ])
}
