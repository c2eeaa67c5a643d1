import Contract
import HTTPTypes
import Loyalty
import SQLite
import TestSupport
import Testing

@testable import Server

/// Numbers that somebody has set by hand in the database: each costs its request at most, and never
/// the server.
struct HandSetTests {
  private static let columns: [(table: String, column: String)] = [
    ("member", "joined_at"), ("entry", "created_at"), ("lot", "granted"), ("lot", "active_from"),
    ("lot", "expires_at"), ("session", "access_expires_at"), ("session", "created_at"),
    ("session", "last_used_at"), ("idempotency", "created_at"), ("idempotency", "status"),
    ("coupon", "issued_at"), ("coupon", "expires_at"), ("coupon", "used_at"),
    ("purchase", "amount"), ("purchase", "at"), ("purchase", "returned"),
    ("purchase", "points"), ("enrollment", "joined_at"), ("award", "at"), ("referral", "points"),
    ("referral", "registered_at"), ("tier", "threshold"), ("reward", "minimum_days"),
    ("reward", "coupon_days"), ("reward", "cost"), ("member_past", "uses"),
  ]

  @Test(arguments: columns.indices, [Int64.min, .max])
  func `a number at the end of all numbers stops nobody else`(index: Int, number: Int64)
    async throws
  {
    // One of the two ends, by turns, where not all are tried.
    guard Effort.isLong || index.isMultiple(of: 2) == (number == .max) else { return }
    let (table, column) = Self.columns[index]
    let bench = try Bench()
    let anna = try await bench.signIn().accessToken
    let till = try await bench.signIn("+79260000001").accessToken
    let database = bench.server.store.database
    let card = try database.read {
      try $0.first("SELECT value FROM card WHERE member = 'mem_anna'") { $0.text(0) }
    }
    let body = Wire.encode(
      TillPurchase(
        card: try #require(card), amount: Money(amount: 40_000, currency: "RUB"),
        categories: ["coffee"]))
    let key = Bench.key()
    #expect(await bench.send(.purchases, body: body, token: till, key: key).status == .created)
    try database.write(locking: []) { connection in
      try connection.script("PRAGMA ignore_check_constraints = ON")
      _ = try connection.execute("UPDATE \(table) SET \(column) = ?", [.integer(number)])
    }
    for route in Route.all where route.method == .get && route != .events {
      _ = await bench.send(route, token: anna)
    }
    _ = await bench.send(.purchases, body: body, token: till, key: key)
    _ = await bench.send(.purchases, body: body, token: till, key: Bench.key())
    _ = await bench.send(
      .returns, body: Wire.encode(TillReturn(sale: key)), token: till, key: Bench.key())
    bench.server.purgeWhatIsDue()
    #expect(await bench.send(.health).status == .ok)
  }
}
