import Contract
import Loyalty
import SQLite

/// Fills a database with a brand: its program, its people, and the history of the first of them.
///
/// The history is made through the rules of the ledger, of promotions and of stamp cards,
/// deterministically, relative to now.
struct BrandSeed {
  let brand: SeedBrand
  let store: ServerStore
  let now: Instant
  let ledger: Ledger

  init(_ brand: SeedBrand, _ store: ServerStore, now: Instant) {
    self.brand = brand
    self.store = store
    self.now = now
    ledger = Ledger(store, Zone.named(brand.program.timeZone))
  }

  /// Days of history.
  static let days: Int64 = 500
  var unit: Int64 { brand.program.pointUnit }

  func fill(_ connection: Connection) throws {
    try connection.execute(
      "INSERT INTO program (id, body) VALUES (?, ?)",
      [.text(brand.program.id.rawValue), .text(json(brand.program))])
    let settings = [
      "currency": brand.currency, "money_per_point": String(brand.moneyPerPoint),
      "intro": json(brand.slides),
    ]
    for (name, value) in settings {
      try connection.execute(
        "INSERT INTO setting (name, value) VALUES (?, ?)", [.text(name), .text(value)])
    }
    try fillTiers(connection)
    try fillRewards(connection)
    try fillStores(connection)
    try fillPromotions(connection)
    var random = SplitMix64(seed: brand.seed)
    for person in brand.people {
      let member = Member(
        id: .init(person.id), name: person.name, phone: person.phone,
        joinedAt: now.adding(days: -Self.days), roles: person.roles)
      try store.insert(member, card: Card.issue(using: &random), connection)
    }
    try fillContent(connection)
    guard let first = brand.people.first else { return }
    let member = Member.ID(first.id)
    try join(member, connection)
    try live(member, &random, connection)
    try tell(member, connection)
    guard let code = brand.referralCode else { return }
    try Referrals(store, ledger.zone).insert(code, of: member, connection)
  }

  private func fillContent(_ connection: Connection) throws {
    guard let author = brand.people.last(where: { $0.roles.contains(.admin) }) else { return }
    let seed = ContentSeed(
      store: store, now: now, language: brand.program.languages.first ?? .english)
    for screen in brand.screens {
      try seed.fill(
        [.init(author: .init(author.id), daysAgo: 30, content: screen)], connection)
    }
  }

  private func fillTiers(_ connection: Connection) throws {
    for step in brand.tiers {
      let tier = Tier(
        id: .init(step.id), name: brand.localized(step.name),
        threshold: Points(step.threshold * unit), benefits: step.benefits.map(brand.localized))
      try connection.execute(
        "INSERT INTO tier (id, threshold, body) VALUES (?, ?, ?)",
        [.text(step.id), .integer(tier.threshold.rawValue), .text(json(tier))])
    }
  }

  private func fillRewards(_ connection: Connection) throws {
    for (position, gift) in brand.rewards.enumerated() {
      let value = gift.value.map { Money(amount: $0, currency: brand.currency) }
      try connection.execute(
        """
        INSERT INTO reward (
          id, position, kind, title, description, cost, stock, member_limit,
          minimum_days, value, coupon_days, is_active)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, 30, 1)
        """,
        [
          .text(gift.id), .integer(Int64(position)), .text(gift.kind.rawValue),
          .text(json(brand.localized(gift.title))), .text(json(brand.localized(gift.about))),
          .integer(gift.cost * unit), .optional(gift.stock), .optional(gift.limit),
          .optional(value.map { json($0) }),
        ])
    }
  }

  private func fillStores(_ connection: Connection) throws {
    for (position, branch) in brand.stores.enumerated() {
      let city = Shop.City(id: .init(branch.city.id), name: brand.localized(branch.city.name))
      let shop = Shop(
        id: .init(branch.id), name: brand.localized(branch.name),
        address: brand.localized(branch.address), city: city, latitude: branch.place.latitude,
        longitude: branch.place.longitude, phone: branch.phone, services: branch.services,
        week: branch.week.hours, specialDays: [], timeZone: brand.program.timeZone, offsets: [],
        openIntervals: [], hoursKnownUntil: now)
      try store.insert(shop, at: position, connection)
    }
  }

  func json(_ value: some Encodable) -> String {
    String(decoding: Wire.encode(value), as: UTF8.self)
  }
}
