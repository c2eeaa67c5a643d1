import Loyalty

extension BrandHistory {
  /// A chain of bookshops in English: pages with tenths, no tiers, no promo codes.
  static let books = BrandHistory(
    lifetime: 270, seed: 20_261_302,
    people: [
      Person(id: "mem_anna", name: "Anna Sokolova", phone: "+79161234567"),
      Person(id: "mem_new", name: "Conor Walsh", phone: "+79990000001"),
      Person(
        id: "mem_admin", name: "Niamh Byrne", phone: "+79260000001", roles: [.member, .admin]),
    ],
    refund: "Purchase returned",
    orders: [
      Order(
        title: "Two paperbacks", price: 2398, category: "book",
        parts: [.init(name: "Paperback", price: 1199, count: 2)]),
      Order(title: "A new hardback", price: 2450, category: "book"),
      Order(title: "Poetry, slim volume", price: 1395, category: "book"),
      Order(title: "Picture book", price: 995, category: "children"),
      Order(
        title: "Tea and a scone", price: 780, category: "cafe",
        parts: [.init(name: "Pot of tea", price: 330), .init(name: "Scone", price: 450)]),
      Order(title: "Notebook, dotted", price: 1650, category: "stationery"),
      Order(title: "Crime novel", price: 1199, category: "book"),
      Order(title: "Map of the west coast", price: 1425, category: "stationery"),
    ],
    joined: ["prm_longlist"],
    messages: [
      Message(
        hoursAgo: 3, category: .offers, title: "The longlist is here",
        body: "Thirteen novels, one prize. Read two of them and get 60 pages.",
        action: .init(kind: .screen, target: "promotions")),
      Message(
        hoursAgo: 26, category: .service, title: "Galway opens on Sundays",
        body: "From this week on you can browse in Shop Street on Sundays, too.",
        action: .init(kind: .shop, target: "sto_galway")),
      Message(
        hoursAgo: 300, category: .points, title: "Thank you for the review",
        body: "We read each of them. Yours hangs in the window.", isRead: true),
    ],
    referralCode: "ANNA5K3P")
}
