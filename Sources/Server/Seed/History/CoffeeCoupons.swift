import Loyalty
import SQLite

/// Puts two coupons into the past of a member of the coffee chain.
struct CoffeeCoupons {
  let store: ServerStore
  let now: Instant

  func fill(_ member: Member.ID, _ connection: Connection) throws {
    var random = SplitMix64(seed: 20_261_124)
    try remember(member, isUsed: true, daysAgo: 0, &random, connection)
    try remember(member, isUsed: false, daysAgo: 40, &random, connection)
  }

  /// The coupon that the member got for points so long ago: used, or forgotten until it expired.
  private func remember(
    _ member: Member.ID, isUsed: Bool, daysAgo: Int64, _ random: inout SplitMix64,
    _ connection: Connection
  ) throws {
    let shelf = RewardShelf(store, try store.zone(connection), .english)
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
}
