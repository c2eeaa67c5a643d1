import Contract
import Loyalty
import SQLite

/// Where the program is at home.
struct ShopController {
  let server: LoyaltyServer

  func list(_ context: RequestContext) throws -> Response {
    .revalidated(encoded: try server.store.shops(at: context.now), for: context.request)
  }
}

extension ServerStore {
  /// The page of all shops with their hours around a moment, encoded: most of the work is that.
  func shops(at now: Instant) throws -> [UInt8] {
    let bodies = try database.read { connection in
      try connection.query("SELECT body FROM store ORDER BY position") { $0.text(0) }
    }
    let shops = try knownShops.value(of: bodies) { bodies in
      try bodies.map { try Wire.decode(Shop.self, from: Array($0.utf8)) }
    }
    // The hours are the same until a day ends somewhere.
    let days = Set(shops.map(\.timeZone)).sorted().map { name in
      "\(name) \(Zone.named(name).local(now).day.daysSince1970)"
    }
    return openedShops.value(of: bodies + days) { _ in
      Wire.encode(
        Page(
          data: shops.map { $0.opened(at: now) }, page: PageInfo(nextCursor: nil, hasMore: false)))
    }
  }

  func insert(_ shop: Shop, at position: Int, _ connection: Connection) throws {
    try connection.execute(
      "INSERT INTO store (id, position, body) VALUES (?, ?, ?)",
      [
        .text(shop.id.rawValue), .integer(Int64(position)),
        .json(shop),
      ])
  }
}
