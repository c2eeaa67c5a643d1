import Contract
import Loyalty
import SQLite

/// Puts the coffee chain's rewards on the shelf, and two coupons into a member's past.
struct RewardSeed {
  let store: ServerStore
  let now: Instant

  func fill(_ member: Member.ID, _ connection: Connection) throws {
    for (position, reward) in CoffeeRewards.all.enumerated() {
      try connection.execute(
        """
        INSERT INTO reward (
          id, position, kind, title, description, cost, stock, member_limit,
          minimum_days, value, coupon_days, is_active)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .text("rew_" + reward.name), .integer(Int64(position)), .text(reward.kind.rawValue),
          .text(json(reward.title)), .text(json(reward.description)), .integer(reward.cost),
          .optional(reward.stock), .optional(reward.limit), .integer(reward.years * 365),
          .optional(reward.value.map { json($0) }), .integer(30),
          .integer(reward.isActive ? 1 : 0),
        ])
    }
    var random = SplitMix64(seed: 20_261_124)
    try remember(member, isUsed: true, daysAgo: 0, &random, connection)
    try remember(member, isUsed: false, daysAgo: 40, &random, connection)
  }

  /// The coupon that the member got for points so long ago: used, or forgotten until it expired.
  private func remember(
    _ member: Member.ID, isUsed: Bool, daysAgo: Int64, _ random: inout SplitMix64,
    _ connection: Connection
  ) throws {
    let shelf = RewardShelf(store, Zone.named(CoffeeProgram.program.timeZone), .english)
    let today = shelf.ledger.zone.local(now).day.daysSince1970
    let end = shelf.ledger.start(of: Day(daysSince1970: today - daysAgo))
    let spent = try connection.first(
      """
      SELECT entry.id, reward.id, entry.created_at FROM entry JOIN reward USING (title)
      WHERE member = ? AND entry.kind = 'spend' AND created_at < ?
        AND entry.id NOT IN (SELECT entry FROM coupon)
      ORDER BY created_at DESC LIMIT 1
      """, [.text(member.rawValue), .integer(end.rawValue)]
    ) { (entry: $0.text(0), reward: $0.text(1), at: Instant(milliseconds: $0.int(2))) }
    guard let spent,
      let row = try shelf.rows("WHERE id = ?", [.text(spent.reward)], connection).first
    else { return }
    let day = shelf.ledger.zone.local(spent.at).day.daysSince1970 + row.couponDays
    let coupon = Coupon(
      id: .init("cpn_" + spent.entry.dropFirst(4)), rewardID: .init(spent.reward),
      title: try row.text(row.title), description: try row.text(row.description), state: .active,
      value: try shelf.money(row.value), symbology: .qr, code: Coupon.code(using: &random),
      issuedAt: spent.at, expiresAt: shelf.ledger.end(of: Day(daysSince1970: day)),
      usedAt: isUsed ? spent.at.adding(seconds: 600) : nil)
    try shelf.insert(
      coupon, of: member, key: "seed \(spent.entry)", entry: .init(spent.entry), connection)
  }

  private func json(_ value: some Encodable) -> String {
    String(decoding: Wire.encode(value), as: UTF8.self)
  }
}
