import Contract
import Loyalty
import SQLite

/// The rules of rewards: who may take which, and what is in the way.
struct RewardShelf {
  let store: ServerStore
  let ledger: Ledger
  let language: Language

  init(_ store: ServerStore, _ zone: Zone, _ language: Language) {
    self.store = store
    ledger = Ledger(store, zone)
    self.language = language
  }

  /// - Parameter now: the ledger has been settled up to it.
  func rewards(for member: Member.ID, now: Instant) throws -> [Reward] {
    try store.database.read { connection in
      let customer = try Customer(member, now, ledger, connection)
      return try rows("WHERE is_active <> 0 ORDER BY position", [], connection).map { row in
        try reward(row, blockers: blockers(of: row, for: customer))
      }
    }
  }

  /// As everybody may see them; a guest has to log in for any.
  func published() throws -> [Reward] {
    let words =
      language == .russian ? "Войдите, чтобы получить награду." : "Log in to take a reward."
    let blocker = Reward.Blocker(code: .unauthenticated, message: words)
    return try store.database.read { connection in
      try rows("WHERE is_active <> 0 ORDER BY position", [], connection).map { row in
        try reward(row, blockers: [blocker])
      }
    }
  }

  private func reward(_ row: RewardRow, blockers: [Reward.Blocker]) throws -> Reward {
    Reward(
      id: .init(row.id), kind: .init(rawValue: row.kind), title: try row.text(row.title),
      description: try row.text(row.description), cost: row.cost,
      stockLeft: row.stock.map { Int($0) }, limitPerMember: row.limit.map { Int($0) },
      blockers: blockers,
      picture: try row.picture.map { try Wire.decode(Picture.self, from: Array($0.utf8)) })
  }

  /// What decides whether somebody may take a reward.
  struct Customer {
    let days: Int64
    let available: Points
    let program: Program
    /// How many there were already of each reward that has a limit, in accounts before this one too.
    let taken: [String: Int64]

    init(
      _ member: Member.ID, _ now: Instant, _ ledger: Ledger, _ connection: Connection
    ) throws {
      let joined = try connection.first(
        "SELECT joined_at FROM member WHERE id = ?", [.text(member.rawValue)]
      ) { Instant(milliseconds: $0.int(0)) }
      days = joined.map { now.seconds(since: $0) / 86_400 } ?? 0
      available = try ledger.available(member, connection)
      program = try ledger.store.program(connection)
      let counts = try connection.query(
        """
        SELECT reward, count(*) FROM coupon WHERE member = ?1 AND entry IS NOT NULL
          AND reward IN (SELECT id FROM reward WHERE member_limit IS NOT NULL) GROUP BY reward
        UNION ALL SELECT ref, uses FROM member_past WHERE member = ?1 AND what = 'reward'
        """,
        [.text(member.rawValue)]
      ) { ($0.text(0), $0.int(1)) }
      taken = Dictionary(counts, uniquingKeysWith: { $0.adding(saturating: $1) })
    }
  }

  /// The reasons in the order of weight: what cannot be helped first, what saving up helps last.
  func blockers(of row: RewardRow, for customer: Customer) -> [Reward.Blocker] {
    let russian = language == .russian
    let noun = customer.program.manyPoints(in: language)
    var blockers: [Reward.Blocker] = []
    func add(_ code: Reward.Blocker.Code, _ message: String) {
      blockers.append(Reward.Blocker(code: code, message: message))
    }
    if customer.days < row.minimumDays {
      let years = PluralCategory(UInt64(max(0, row.minimumDays / 365)), in: language)
      let noun =
        russian
        ? PluralForms(one: "год", few: "года", many: "лет", other: "года")
        : PluralForms(one: "year", other: "years")
      let length = "\(row.minimumDays / 365) \(noun[years])"
      add(
        .notEligible,
        russian ? "Для тех, кто с нами \(length)." : "For members of \(length) and more.")
    }
    if let limit = row.limit, customer.taken[row.id, default: 0] >= limit {
      add(
        .limitReached,
        russian ? "Не больше \(limit) на участника." : "No more than \(limit) for each member.")
    }
    if row.stock == 0 {
      add(.outOfStock, russian ? "Закончилось." : "None left.")
    }
    if customer.available < row.cost {
      add(.insufficientPoints, russian ? "Не хватает \(noun)." : "Not enough \(noun).")
    }
    return blockers
  }

  func rows(
    _ condition: String, _ values: [Value], _ connection: Connection
  ) throws -> [RewardRow] {
    try connection.query(
      """
      SELECT id, kind, title, description, cost, stock, member_limit, minimum_days, value,
        coupon_days, is_active, picture FROM reward \(condition)
      """, values, RewardRow.init(row:))
  }
}

/// A reward as the table holds it.
struct RewardRow: Sendable {
  let id: String
  let kind: String
  let title: String
  let description: String
  let cost: Points
  let stock: Int64?
  let limit: Int64?
  let minimumDays: Int64
  let value: String?
  let couponDays: Int64
  let isActive: Bool
  let picture: String?

  init(row: Row) {
    id = row.text(0)
    kind = row.text(1)
    title = row.text(2)
    description = row.text(3)
    cost = Points(row.int(4))
    stock = row.optionalInt(5)
    limit = row.optionalInt(6)
    minimumDays = row.int(7)
    value = row.optionalText(8)
    couponDays = row.int(9)
    isActive = row.bool(10)
    picture = row.optionalText(11)
  }

  func text(_ json: String) throws -> LocalizedText {
    try Wire.decode(LocalizedText.self, from: Array(json.utf8))
  }
}
