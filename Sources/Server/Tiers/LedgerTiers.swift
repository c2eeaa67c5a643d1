import Contract
import Loyalty
import SQLite

extension Ledger {
  /// Where a member stands among the tiers.
  ///
  /// - Parameter now: the ledger has been settled up to it.
  func tier(
    of member: Member.ID, now: Instant, supposing whatIf: Points? = nil
  ) throws -> TierStatus {
    try store.database.read { connection in
      try tier(of: member, now: now, supposing: whatIf, connection)
    }
  }

  /// The tiers as they are stored.
  func tierRules() throws -> [UInt8] {
    try store.database.read { connection in
      Array(
        try connection.query("SELECT body FROM tier ORDER BY threshold") { $0.text(0) }
          .joined().utf8)
    }
  }

  func tier(
    of member: Member.ID, now: Instant, supposing whatIf: Points? = nil, _ connection: Connection
  ) throws -> TierStatus {
    let today = zone.local(now).day
    let (rule, window) = (try tierRule(connection), window(of: member, to: now))
    var earnings = try window.earnings(connection)
    // The day on which a tier is lost is one at home: there the sums of days are not enough.
    if let day = rule.lossDay(of: earnings, on: today, supposing: whatIf) {
      earnings = try window.earnings(exactAround: day, connection)
    }
    return rule.status(of: earnings, on: today, supposing: whatIf)
  }

  /// Which tier a member is in, without how long.
  func tierName(of member: Member.ID, now: Instant, _ connection: Connection) throws -> Tier.ID? {
    let earnings = try window(of: member, to: now).earnings(connection)
    return try tierRule(connection).status(of: earnings, on: zone.local(now).day).tier?.id
  }

  private func tierRule(_ connection: Connection) throws -> TierRule {
    let tiers = try connection.query("SELECT body FROM tier ORDER BY threshold") { $0.text(0) }
    return TierRule(tiers: try tiers.map { try Wire.decode(Tier.self, from: Array($0.utf8)) })
  }

  private func window(of member: Member.ID, to now: Instant) -> EarnedWindow {
    let start = TierRule.start(ofWindowTo: zone.local(now).day)
    let before = end(of: Day(daysSince1970: start.daysSince1970 - 1))
    return EarnedWindow(member: member, zone: zone, before: before, end: now)
  }
}
