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
    let start = TierRule.start(ofWindowTo: today)
    let before = end(of: Day(daysSince1970: start.daysSince1970 - 1))
    let tiers = try connection.query("SELECT body FROM tier ORDER BY threshold") { $0.text(0) }
    // A sale that was returned gives nothing, whenever it was returned: so a return takes away
    // exactly what its sale gave, and nothing when the sale has left the window.
    let earnings = try connection.query(
      """
      SELECT created_at, points FROM entry
      WHERE member = ? AND kind = ? AND created_at > ? AND created_at <= ?
      AND NOT EXISTS (
        SELECT 1 FROM entry AS other
        WHERE other.reverses = entry.id AND other.created_at <= ?)
      """,
      [
        .text(member.rawValue), .text(LedgerEntry.Kind.earn.rawValue), .integer(before.rawValue),
        .integer(now.rawValue), .integer(now.rawValue),
      ]
    ) { row in
      TierRule.Earning(
        day: zone.local(Instant(milliseconds: row.int(0))).day, points: Points(row.int(1)))
    }
    let rule = TierRule(tiers: try tiers.map { try Wire.decode(Tier.self, from: Array($0.utf8)) })
    return rule.status(of: earnings, on: today, supposing: whatIf)
  }
}
