import Contract
import Loyalty
import SQLite
import Testing

@testable import Server

struct ExpiryReminderTests {
  private func give(_ shop: ReturnShop, _ points: Int64, days: Int64) throws {
    try shop.store.database.write(locking: []) { connection in
      let today = shop.ledger.zone.local(shop.bench.now).day.daysSince1970
      try shop.ledger.earn(
        ReturnShop.member, Points(points),
        .init(kind: .bonus, title: [.english: "Gift"], place: nil), at: shop.bench.now,
        lastDay: Day(daysSince1970: today + days), connection)
    }
  }

  private func titles(_ shop: ReturnShop) throws -> [String] {
    try shop.store.notifications(of: ReturnShop.member).data.compactMap {
      $0.title.value(in: .russian)
    }
  }

  @Test func `each lot is told of once, a week before it ends, those of a day in one message`()
    throws
  {
    let shop = try ReturnShop()
    let before = try titles(shop).count
    try give(shop, 20, days: 3)
    try give(shop, 1, days: 3)
    try give(shop, 50, days: 30)
    #expect(try shop.store.remindOfExpiry(now: shop.bench.now) == 1)
    let told = try titles(shop)
    #expect(told.count == before + 1)
    #expect(told.contains { $0.hasPrefix("Сгорят ") && $0.hasSuffix(": 21 балл") }, "\(told)")
    #expect(try shop.store.remindOfExpiry(now: shop.bench.now) == 0)
    // What comes later for the same day is news.
    try give(shop, 5, days: 3)
    #expect(try shop.store.remindOfExpiry(now: shop.bench.now) == 1)
    #expect(try titles(shop).contains { $0.hasSuffix(": 5 баллов") })
  }

  @Test func `another instance and a restart tell nothing again, and lose nothing`() throws {
    let shop = try ReturnShop()
    try give(shop, 20, days: 3)
    let other = try Bench(sharing: shop.bench)
    #expect(try other.server.store.remindOfExpiry(now: shop.bench.now) == 1)
    #expect(try shop.store.remindOfExpiry(now: shop.bench.now) == 0)
    // Whoever dies before the end of the unit has told nothing, and noted nothing.
    try give(shop, 7, days: 4)
    struct Death: Error {}
    #expect(throws: Death.self) {
      try shop.store.database.write(locking: []) { connection in
        try connection.execute("UPDATE lot SET reminded_at = 1 WHERE reminded_at IS NULL")
        throw Death()
      }
    }
    #expect(try other.server.store.remindOfExpiry(now: shop.bench.now) == 1)
  }

  @Test func `what was spent or is over is not told of`() throws {
    let shop = try ReturnShop()
    try give(shop, 20, days: 3)
    try shop.spend(20)
    #expect(try shop.store.remindOfExpiry(now: shop.bench.now) == 0)
    #expect(
      try shop.rows("SELECT count(*) FROM lot WHERE reminded_at IS NOT NULL AND granted = 20")
        == [0])
  }

  @Test func `a demo begins with the messages it was written with`() throws {
    let bench = try Bench()
    #expect(try bench.server.store.remindOfExpiry(now: bench.now) == 0)
  }
}
