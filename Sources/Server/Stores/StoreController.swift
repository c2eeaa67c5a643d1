import Contract
import Loyalty
import SQLite

/// Where the program is at home.
struct StoreController {
  let server: LoyaltyServer

  func respond(to route: Route, _ context: RequestContext) throws -> Response {
    .revalidated(try server.store.shops(at: context.now), for: context.request)
  }
}

extension ServerStore {
  /// All stores, with their hours around a moment.
  func shops(at now: Instant) throws -> Page<Shop> {
    let bodies = try database.read { connection in
      try connection.query("SELECT body FROM store ORDER BY position") { $0.text(0) }
    }
    let shops = try bodies.map { body in
      try Wire.decode(Shop.self, from: Array(body.utf8)).opened(at: now)
    }
    return Page(data: shops, page: PageInfo(nextCursor: nil, hasMore: false))
  }

  func insert(_ shop: Shop, at position: Int, _ connection: Connection) throws {
    try connection.execute(
      "INSERT INTO store VALUES (?, ?, ?)",
      [
        .text(shop.id.rawValue), .integer(Int64(position)),
        .text(String(decoding: Wire.encode(shop), as: UTF8.self)),
      ])
  }
}
