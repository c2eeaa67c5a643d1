import Content
import Loyalty

extension SeedBrand {
  /// A chain of bookshops in English: pages with tenths, no tiers, no promo codes.
  static let books = SeedBrand(
    program: Program(
      id: .init("prg_books"), name: [.english: "Marginalia"],
      pointsName: [.english: PluralForms(one: "page", other: "pages")],
      pointsScale: 1, languages: [.english], timeZone: "Europe/Dublin",
      brand: Brand(theme: "books", accent: "#8a2c5c"),
      contacts: Contacts(
        site: "https://marginalia.example", phone: "+35315550142",
        email: "hello@marginalia.example", hours: [.english: "Mon–Fri 09:00–18:00, Dublin"]),
      features: [.rewards, .promotions, .stamps, .stores, .referral, .inbox]),
    currency: "EUR", moneyPerPoint: 100, lifetime: 270, seed: 20_261_302,
    people: [
      Person(id: "mem_anna", name: "Anna Sokolova", phone: "+79161234567"),
      Person(id: "mem_new", name: "Conor Walsh", phone: "+79990000001"),
      Person(
        id: "mem_admin", name: "Niamh Byrne", phone: "+79260000001", roles: [.member, .admin]),
    ],
    refund: "Purchase returned",
    orders: [
      Order(title: "Two paperbacks", price: 2398, category: "book"),
      Order(title: "A new hardback", price: 2450, category: "book"),
      Order(title: "Poetry, slim volume", price: 1395, category: "book"),
      Order(title: "Picture book", price: 995, category: "children"),
      Order(title: "Tea and a scone", price: 780, category: "cafe"),
      Order(title: "Notebook, dotted", price: 1650, category: "stationery"),
      Order(title: "Crime novel", price: 1199, category: "book"),
      Order(title: "Map of the west coast", price: 1425, category: "stationery"),
    ],
    rewards: booksRewards, stores: booksStores, promotions: booksPromotions,
    joined: ["prm_longlist"],
    stamps: [
      StampRule(
        id: .init("stc_books"), title: [.english: "The eighth book"],
        category: .init(rawValue: "book"), slots: 8, reward: .init("rew_paperback"),
        rewardTitle: [.english: "A free paperback"], days: 180),
      StampRule(
        id: .init("stc_cafe"), title: [.english: "Reading room tea"],
        category: .init(rawValue: "cafe"), slots: 5, reward: .init("rew_tea"),
        rewardTitle: [.english: "A free pot of tea"]),
    ],
    messages: [
      Message(
        hoursAgo: 3, category: .offers, title: "The longlist is here",
        body: "Thirteen novels, one prize. Read two of them and get 60 pages.",
        action: .init(kind: .screen, target: "promotions")),
      Message(
        hoursAgo: 26, category: .service, title: "Galway opens on Sundays",
        body: "From this week on you can browse in Shop Street on Sundays, too.",
        action: .init(kind: .store, target: "sto_galway")),
      Message(
        hoursAgo: 300, category: .points, title: "Thank you for the review",
        body: "We read each of them. Yours hangs in the window.", isRead: true),
    ],
    intro: [
      Slide(
        slug: "welcome", title: "Every euro is a page",
        text: "Show your card at the till. What you spend on books turns into pages.",
        picture: "A pencil line in the margin of an old book"),
      Slide(
        slug: "rewards", title: "Pages turn into books",
        text: "Take a paperback, a seat at a reading or a pot of tea for them."),
    ],
    screens: [
      Screen(
        slug: "about", tab: .init(.more, position: 10), title: [.english: "About Marginalia"],
        blocks: [
          .seed("balance", .balance),
          .seed(
            "terms", .paragraph,
            en: "Every euro is a *page*. Pages turn into books, readings and pots of tea."),
          .seed("gifts", .rewards, en: "What pages buy", ["limit": 3]),
          .seed(
            "site", .button, en: "Our website",
            ["action": .action(.url, "https://marginalia.example")]),
        ])
    ],
    referralCode: "ANNA5K3P")
}
