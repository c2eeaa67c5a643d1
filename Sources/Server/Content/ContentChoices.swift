import Content
import Contract
import Loyalty
import SQLite

/// What editors choose from.
extension ServerStore {
  /// - Returns: the same all through a year, but for what the business changes.
  func contentChoices(at now: Instant) throws -> ContentChoices {
    let program = try program()
    let zone = Zone.named(program.timeZone)
    let year = zone.local(now).day.year
    func begin(_ year: Int) -> Instant {
      Day(year: year, month: 1, day: 1).map { day in
        Instant(milliseconds: day.daysSince1970 * 86_400_000)
      } ?? now
    }
    return try database.read { connection in
      ContentChoices(
        tiers: program.offers(.tiers) ? try tierNames(connection) : [],
        segments: try Segments.all(connection).sorted(), timeZone: program.timeZone,
        zone: zone.window(from: begin(year - 1), to: begin(year + 4)))
    }
  }

  /// Ids, the lowest first.
  func tierNames(_ connection: Connection) throws -> [String] {
    try connection.query("SELECT body FROM tier ORDER BY threshold") { $0.text(0) }.map {
      try Wire.decode(Tier.self, from: Array($0.utf8)).id.rawValue
    }
  }
}

extension Segments {
  /// Those that members are in, that offers and codes name, and the one that the server makes.
  static func all(_ connection: Connection) throws -> Set<String> {
    var all = Set(try connection.query("SELECT DISTINCT name FROM segment") { $0.text(0) })
    for body in try connection.query("SELECT body FROM promotion", [], { $0.text(0) }) {
      all.formUnion(try Wire.decode(PromotionRule.self, from: Array(body.utf8)).segments)
    }
    for body in try connection.query("SELECT body FROM promo_code", [], { $0.text(0) }) {
      if let name = try Wire.decode(PromoCodeRule.self, from: Array(body.utf8)).segment {
        all.insert(name)
      }
    }
    all.insert(newcomers)
    return all
  }
}
