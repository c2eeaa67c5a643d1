import Contract
import Loyalty
import SQLite
import TestSupport
import Testing

@testable import Server

/// A till beside a member who has bought nothing yet, with offers and stamp cards of the test's own.
struct ReturnShop {
  static let member = Member.ID("mem_new")
  static let phone = "+79990000001"
  /// Whoever brings the member.
  static let referrer = Member.ID("mem_anna")

  let bench: Bench
  let card: String
  var store: ServerStore { bench.server.store }
  let ledger: Ledger

  init(
    offers: [PromotionRule] = [], stamps: [StampRule] = [], tiers: [Tier] = [],
    isReferred: Bool = false
  ) throws {
    let bench = try Bench()
    self.bench = bench
    let store = bench.server.store
    ledger = Ledger(store, try store.zone())
    card = try #require(try store.cards(of: Self.member).first).value
    try store.database.write(locking: []) { connection in
      for table in ["award", "enrollment", "promotion", "stamp", "stamp_card", "stamp_rule"] {
        try connection.execute("DELETE FROM \(table)")
      }
      for (table, bodies) in [
        ("promotion", offers.map { ($0.id.rawValue, Wire.encode($0)) }),
        ("stamp_rule", stamps.map { ($0.id.rawValue, Wire.encode($0)) }),
      ] {
        for (position, body) in bodies.enumerated() {
          try connection.execute(
            "INSERT INTO \(table) (id, position, body) VALUES (?, ?, ?)",
            [
              .text(body.0), .integer(Int64(position)),
              .text(String(decoding: body.1, as: UTF8.self)),
            ])
        }
      }
      if !tiers.isEmpty { try connection.execute("DELETE FROM tier") }
      for tier in tiers {
        try connection.execute(
          "INSERT INTO tier (id, threshold, body) VALUES (?, ?, ?)",
          [
            .text(tier.id.rawValue), .integer(tier.threshold.rawValue),
            .text(String(decoding: Wire.encode(tier), as: UTF8.self)),
          ])
      }
      if isReferred {
        try connection.execute(
          "INSERT INTO referral (friend, referrer, registered_at) VALUES (?, ?, ?)",
          [
            .text(Self.member.rawValue), .text(Self.referrer.rawValue),
            .integer(bench.now.rawValue),
          ])
      }
    }
  }

  /// - Parameter amount: hundredths.
  @discardableResult
  func sell(
    _ amount: Int64, _ categories: [String] = ["coffee"], key: String = Bench.key()
  ) throws -> TillReceipt {
    try bench.server.sell(
      TillPurchase(
        card: card, amount: Money(amount: amount, currency: "RUB"), categories: categories),
      key: key
    ).receipt
  }

  /// - Parameter amount: hundredths; `nil` is all that is left.
  @discardableResult
  func takeBack(
    _ sale: String, _ amount: Int64? = nil, _ categories: [String]? = nil,
    key: String = Bench.key()
  ) throws -> TillReturnReceipt {
    try bench.server.takeBack(
      TillReturn(
        sale: sale, amount: amount.map { Money(amount: $0, currency: "RUB") },
        categories: categories), key: key
    ).receipt
  }

  @discardableResult
  func spend(_ points: Int64) throws -> LedgerEntry.ID? {
    try store.database.write(locking: []) { connection in
      try ledger.spend(
        Self.member, Points(points), .init(kind: .spend, title: [.english: "Mug"], place: nil),
        at: bench.now, connection)
    }
  }

  func available(_ member: Member.ID = Self.member) throws -> Int64 {
    try ledger.settle(member, now: bench.now)
    return try ledger.balance(of: member, now: bench.now).available.rawValue
  }

  func owed() throws -> [Int64] {
    try rows("SELECT remaining FROM owed WHERE remaining > 0 ORDER BY at, entry")
  }

  func rows(_ sql: String) throws -> [Int64] {
    try store.database.read { connection in try connection.query(sql) { $0.int(0) } }
  }

  func texts(_ sql: String) throws -> [String] {
    try store.database.read { connection in try connection.query(sql) { $0.text(0) } }
  }

  func lines() throws -> [LedgerEntry] {
    try ledger.entries(of: Self.member, after: nil, limit: 1000)
  }

  func stamps() throws -> [StampCard] {
    try StampCards(ledger).cards(of: Self.member, now: bench.now)
  }

  func promotions() throws -> [Promotion] {
    try Promotions(ledger, .english).promotions(for: Self.member, now: bench.now)
  }

  /// What all of it has to add up to, at every moment.
  func expectSound(_ comment: Comment? = nil) throws {
    let explanation = try ledger.explanation(of: Self.member)
    #expect(explanation.addsUp, comment)
    let active = explanation.lots.filter { $0.activeFrom <= bench.now }
    #expect(active.reduce(.zero) { $0 + $1.remaining } == explanation.balance, comment)
    let wrong = try rows(
      """
      SELECT count(*) FROM lot WHERE remaining < 0
        OR granted <> remaining + (SELECT coalesce(sum(points), 0) FROM draw WHERE lot = lot.id)
      UNION ALL SELECT count(*) FROM entry WHERE points < 0 AND -points <>
        (SELECT coalesce(sum(points), 0) FROM draw WHERE draw.entry = entry.id)
        + coalesce((SELECT remaining FROM owed WHERE owed.entry = entry.id), 0)
      UNION ALL SELECT count(*) FROM owed JOIN lot ON lot.member = owed.member
        WHERE owed.remaining > 0 AND lot.remaining > 0 AND lot.entry IS NOT NULL
      """)
    #expect(wrong == [0, 0, 0], comment)
  }

  static func offer(
    _ id: String, _ goal: PromotionRule.Goal, bonus: Int64, tiers: [String] = []
  ) -> PromotionRule {
    PromotionRule(
      id: .init(id), title: [.english: id, .russian: id], description: [:], reward: [:],
      terms: [:], from: Instant(milliseconds: 1_795_000_000_000),
      to: Instant(milliseconds: 1_900_000_000_000), enrollment: .auto, places: nil,
      tiers: tiers.map { .init($0) }, goal: goal, bonus: Points(bonus), bonusDays: 300)
  }

  static func stampRule(
    _ category: Purchase.Category, slots: Int, days: Int64? = nil
  ) -> StampRule {
    StampRule(
      id: .init("stc_" + category.rawValue), title: [.english: "Card"], category: category,
      slots: slots, reward: .init("rew_croissant"), rewardTitle: [.english: "Croissant"],
      days: days)
  }
}
