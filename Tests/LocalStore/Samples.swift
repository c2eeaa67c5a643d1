import Loyalty

@testable import LocalStore

/// What a server sends, in both languages.
enum Samples {
  static let now = Instant(milliseconds: 1_795_431_900_123)

  static let program = Program(
    id: .init("prg_coffee"), name: [.russian: "Зёрна", .english: "Zerna"],
    pointsName: [
      .russian: PluralForms(one: "зерно", few: "зерна", many: "зёрен", other: "зерна"),
      .english: PluralForms(one: "bean", other: "beans"),
    ], pointsScale: 2, languages: [.russian, .english], timeZone: "Europe/Moscow",
    brand: Brand(
      theme: "coffee", accent: "#8b5a2b",
      picture: Picture(
        sha256: String(repeating: "0f", count: 32), alt: [.russian: "Зёрна", .english: "Beans"],
        fit: .contain, focus: .init(x: 50, y: 40))),
    contacts: Contacts(
      site: "https://zerna.example", phone: "+74951234567", email: "привет@zerna.example",
      hours: [.russian: "Ежедневно 8–22 ☕️", .english: "Daily 8 am – 10 pm"]),
    features: [.shops, .inbox, .init(rawValue: "hologram")])

  static let bareProgram = Program(
    id: .init("prg_bare"), name: [.english: "Bare"], pointsName: [.english: .init(other: "p")],
    pointsScale: 0, languages: [], timeZone: "UTC", brand: Brand(theme: "", accent: ""),
    contacts: Contacts(site: nil, phone: nil, email: nil, hours: nil))

  static let member = Member(
    id: .init("mem_anna"), name: "Анна Ёлкина", phone: "+79161234567",
    joinedAt: now.adding(days: -400), roles: [.member, .editor])

  static let cards = [
    Card(id: .init("crd_2"), symbology: .qr, value: "LH-0002", number: "0002 4455"),
    Card(id: .init("crd_1"), symbology: .ean13, value: "4006381333931", number: "4006381333931"),
  ]

  static let balance = Balance(
    available: Points(123_456), pending: Points(35), reserved: Points(-7),
    expiring: [(3, 500), (40, 1)].map { days, points in
      Expiry(points: Points(points), at: now.adding(days: days), on: Day(daysSince1970: days))
    }, asOf: now.adding(seconds: -5))

  /// Newest first, from `count` down to 1.
  static func ledger(_ count: Int) -> [LedgerEntry] { (1...count).reversed().map(entry) }

  static func entry(_ number: Int) -> LedgerEntry {
    let isEarned = number % 3 != 0
    return LedgerEntry(
      id: .init("led_\(String(number + 1_000_000).dropFirst())"), kind: isEarned ? .earn : .spend,
      points: Points(isEarned ? Int64(number) : -Int64(number)),
      title: [.russian: "Капучино № \(number)", .english: "Cappuccino no. \(number)"],
      place: isEarned ? [.russian: "Кофейня на Мясницкой", .english: "Coffee bar"] : nil,
      createdAt: now.adding(seconds: Int64(number) * 60),
      reverses: isEarned ? nil : .init("led_\(String(number + 999_999).dropFirst())"),
      receipt: number % 2 == 0 ? receipt(number) : nil)
  }

  static func receipt(_ number: Int) -> Receipt {
    Receipt(
      number: number % 4 == 0 ? nil : "№ \(number)",
      sum: Money(amount: Int64(number) * 100, currency: "RUB"),
      goods: (0..<number % 5).map { line in
        Receipt.Goods(
          name: [.russian: "Зерно «Гуджи», \(line)", .english: "Beans"], quantity: 350,
          price: 20_000, sum: line == 1 ? -7000 : 7000)
      }, rate: number % 4 == 0 ? nil : Money(amount: 2000, currency: "RUB"),
      offers: [Receipt.Gift(title: [.english: "A week of tea"], points: Points(-5))],
      coupons: number % 4 == 0 ? [] : [[.english: "A cup"]],
      balance: number % 4 == 0 ? nil : Points(1029))
  }

  /// All of it, with tags and a whole ledger.
  static func fill(_ store: LocalStore, lines: Int = 5) throws {
    try store.save(program, at: now)
    try store.save(member, at: now)
    try store.save(cards, at: now)
    try store.save(balance, at: now)
    try store.merge(
      newest: ledger(lines), nextCursor: nil, hasMore: false, at: now)
    try store.save(document: Array("{}".utf8), of: .rewards, at: now)
    try store.save(document: Array("{}".utf8), of: .coupons, at: now)
    try store.save(document: Array("{}".utf8), of: .wishes, at: now)
    try store.save(document: Array("{}".utf8), of: .explanation, at: now)
    try store.save(document: Array("{}".utf8), of: .tier, at: now)
    try store.save(document: Array("{}".utf8), of: .notifications, at: now)
    try store.save(document: Array("{}".utf8), of: .preferences, at: now)
    try store.save(document: Array("{}".utf8), of: .shops, at: now)
    try store.save(document: Array("{}".utf8), of: .screens, at: now)
    try store.save(document: Array("{}".utf8), of: .referral, at: now)
    try store.save(document: Array("{}".utf8), of: .promotions, at: now)
    try store.save(document: Array("{}".utf8), of: .stamps, at: now)
    try store.save(document: Array("{}".utf8), of: .consents, at: now)
  }

  static func home(lines: Int = 5, latest: Int = 3) -> HomeSnapshot {
    HomeSnapshot(
      program: program, member: member, card: cards[0], balance: balance,
      latest: Array(ledger(lines).prefix(latest)), balanceFetchedAt: now)
  }

  static let emptyHome = HomeSnapshot(latest: [])
}
