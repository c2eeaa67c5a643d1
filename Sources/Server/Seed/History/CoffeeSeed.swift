import Loyalty
import SQLite

/// Fills a database with the coffee chain: a member with two years of history, and a few others.
///
/// The history is made through the ledger's own rules, deterministically, relative to now: on
/// whatever day and at whatever hour it begins, balance and offers are the same.
struct CoffeeSeed {
  let folder: ProgramFolder
  let store: ServerStore
  let now: Instant

  /// Days of history.
  private static let days: Int64 = 730
  /// Days that points of a purchase live.
  private static let pointsLifetime: Int64 = 180
  /// Days before today, and before the same days of the years before, in which a visit is a birthday.
  private static let birthdays: ClosedRange<Int64> = 337...340

  func fill(_ connection: Connection) throws {
    let days = DemoDays(store, folder.program, now: now)
    try ProgramSeed(folder: folder, store: store, days: days) { shop in
      CoffeeSpecialDays.of(shop, now: now)
    }.fill(connection)
    var random = SplitMix64(seed: 20_261_123)
    let people: [(id: String, name: String, phone: String, roles: [Role])] = [
      ("mem_anna", "Анна Соколова", "+79161234567", [.member]),
      ("mem_boris", "Борис Лебедев", "+79031112233", [.member, .editor]),
      ("mem_vera", "Вера Ким", "+79265550199", [.member, .editor, .publisher]),
      ("mem_new", "Глеб Новиков", "+79990000001", [.member]),
    ]
    for person in people {
      let member = Member(
        id: .init(person.id), name: person.name, phone: person.phone,
        joinedAt: now.adding(days: -Self.days), roles: person.roles)
      try store.insert(member, card: Card.issue(using: &random), connection)
    }
    try live(.init("mem_anna"), &random, connection)
    // NB: after the history, which the same numbers must make as before.
    let admin = Member(
      id: .init("mem_admin"), name: "Дарья Орлова", phone: "+79260000001",
      joinedAt: now.adding(days: -Self.days), roles: [.member, .admin])
    var other = SplitMix64(seed: 20_261_199)
    try store.insert(admin, card: Card.issue(using: &other), connection)
    let anna = Member.ID("mem_anna")
    try CoffeeCoupons(store: store, now: now).fill(anna, connection)
    try CoffeeReferrals(store: store, now: now).fill(anna, connection)
    try CoffeeInbox(store: store, now: now).fill(anna, connection)
    try CoffeePurchases(folder: folder, store: store, now: now).fill(anna, connection)
    try CoffeeEdits(folder: folder, days: days).fill(store, connection)
  }

  /// Two years of a member's visits.
  private func live(
    _ member: Member.ID, _ random: inout SplitMix64, _ connection: Connection
  ) throws {
    let ledger = Ledger(store, try store.zone(connection))
    let today = ledger.zone.local(now).day.daysSince1970
    var day = today - Self.days
    while day < today {
      let at = moment(day, &random)
      try visit(member, day, at, ledger, &random, connection)
      if Self.birthdays.contains((today - day) % 365), day > today - Self.days + 20 {
        try give(member, 200, CoffeeWords.birthday, day, for: 30, ledger, at, connection)
      }
      day += Int64.random(in: 1...6, using: &random)
    }
    let recent = ledger.start(of: Day(daysSince1970: today - 3)).adding(seconds: 12 * 3600)
    try give(
      member, 120, CoffeeWords.season, today - 3, for: 10, ledger, recent, connection)
    // A purchase of today, whose points arrive in two days.
    let last = purchase(&random)
    let lot = try ledger.earn(
      member, Points(35), last.words, at: ledger.today(secondsBefore: now, 3600),
      activeFrom: now.adding(days: 2), lastDay: Day(daysSince1970: today + Self.pointsLifetime),
      connection)
    try ledger.settle(member, now: now, connection)
    try last.printed.keep(of: lot, ledger, connection)
  }

  private func visit(
    _ member: Member.ID, _ day: Int64, _ at: Instant, _ ledger: Ledger,
    _ random: inout SplitMix64, _ connection: Connection
  ) throws {
    let purchase = purchase(&random)
    let lot = try ledger.earn(
      member, purchase.points, purchase.words, at: at,
      lastDay: Day(daysSince1970: day + Self.pointsLifetime), connection)
    try purchase.printed.keep(of: lot, ledger, connection)
    switch Int.random(in: 0..<40, using: &random) {
    case 0:
      let words = Ledger.Words(
        kind: .refund, title: CoffeeWords.refund, place: purchase.words.place)
      try ledger.bringBack(lot, member, words, at: at.adding(seconds: 1500), connection)
    case 1...5:
      let reward = CoffeeWords.rewards[Int.random(in: 0..<3, using: &random)]
      // People keep some points for a rainy day.
      guard try ledger.available(member, connection) >= reward.cost + Points(260) else { return }
      let words = Ledger.Words(kind: .spend, title: reward.title, place: purchase.words.place)
      try ledger.spend(member, reward.cost, words, at: at.adding(seconds: 60), connection)
    default: break
    }
  }

  private func give(
    _ member: Member.ID, _ points: Int64, _ title: LocalizedText, _ day: Int64,
    for days: Int64, _ ledger: Ledger, _ at: Instant, _ connection: Connection
  ) throws {
    try ledger.earn(
      member, Points(points), Ledger.Words(kind: .bonus, title: title, place: nil),
      at: at.adding(seconds: 120), lastDay: Day(daysSince1970: day + days), connection)
  }

  /// Five points for each hundred roubles.
  private func purchase(
    _ random: inout SplitMix64
  ) -> (points: Points, words: Ledger.Words, printed: PrintedOrder) {
    let number = Int.random(in: 0..<10, using: &random)
    let order = CoffeeWords.orders[number]
    let shop = CoffeeWords.shops[Int.random(in: 0..<6, using: &random)]
    return (
      Points(order.price * 5 / 100),
      Ledger.Words(kind: .earn, title: order.title, place: shop), CoffeeWords.printed(number)
    )
  }

  /// Some time of a day between eight and eight in Moscow.
  private func moment(_ day: Int64, _ random: inout SplitMix64) -> Instant {
    let seconds = Int64.random(in: 5 * 3600..<17 * 3600, using: &random)
    return Instant(milliseconds: (day * 86_400 + seconds) * 1000)
  }
}
