import Contract
import Loyalty
import SQLite

extension RewardShelf {
  /// One attempt of a member to take a reward.
  struct Order: Sendable {
    var reward: Reward.ID
    var member: Member.ID
    var expectedCost: Points
    /// Names the attempt.
    var key: String
    var at: Instant
  }

  /// Checks, spends, takes from the stock and makes the coupon, all or nothing.
  ///
  /// NB: an attempt whose answer was lost together with its server gets its coupon here, although
  /// the record of idempotent answers knows nothing of it.
  func redeem(_ order: Order) throws -> Coupon {
    try store.database.write(locking: [.member(order.member.rawValue)]) { connection in
      let made = try coupons(
        "WHERE member = ? AND key = ?", [.text(order.member.rawValue), .text(order.key)],
        now: order.at, connection)
      if let coupon = made.first { return coupon }
      try ledger.settle(order.member, now: order.at, connection)
      let row = try rewardForSale(order, connection)
      return try issue(row, order, connection)
    }
  }

  /// The reward, when the member may have it at the price that was agreed to.
  private func rewardForSale(_ order: Order, _ connection: Connection) throws -> RewardRow {
    let found = try rows("WHERE id = ?", [.text(order.reward.rawValue)], connection)
    guard let row = found.first else { throw Problem(.notFound, in: language) }
    guard row.isActive else { throw Problem(.rewardInactive, in: language) }
    guard row.cost == order.expectedCost else { throw Problem(.priceChanged, in: language) }
    let customer = try Customer(order.member, order.at, ledger, connection)
    if let blocker = blockers(of: row, for: customer).first {
      throw Problem(.init(rawValue: blocker.code.rawValue), in: language, detail: blocker.message)
    }
    return row
  }

  private func issue(
    _ row: RewardRow, _ order: Order, _ connection: Connection
  ) throws -> Coupon {
    let words = Ledger.Words(kind: .spend, title: try row.text(row.title), place: nil)
    let entry = try ledger.spend(order.member, row.cost, words, at: order.at, connection)
    guard let entry else { throw Problem(.insufficientPoints, in: language) }
    try connection.execute(
      "UPDATE reward SET stock = stock - 1 WHERE id = ? AND stock IS NOT NULL", [.text(row.id)])
    let coupon = try coupon(for: row, at: order.at)
    try insert(coupon, of: order.member, key: order.key, entry: entry, connection)
    // What one has is nothing to save for any more.
    try connection.execute(
      "DELETE FROM wish WHERE member = ? AND kind = 'goal' AND reward = ?",
      [.text(order.member.rawValue), .text(row.id)])
    try notify(of: coupon, order, connection)
    return coupon
  }

  private func notify(of coupon: Coupon, _ order: Order, _ connection: Connection) throws {
    try store.notify(
      order.member, .coupons,
      title: LocalizedText(
        coupon.title.values.reduce(into: [:]) { titles, title in
          titles[title.key] =
            (title.key == Language.russian.rawValue ? "Купон: " : "Coupon: ") + title.value
        }),
      body: [
        .russian: "Он в разделе «Награды». Покажите его код на кассе.",
        .english: "It is among the rewards. Show its code at the till.",
      ], action: .init(kind: .screen, target: "rewards"), at: order.at, connection)
  }

  private func coupon(for row: RewardRow, at now: Instant) throws -> Coupon {
    let today = ledger.zone.local(now).day.daysSince1970
    return Coupon(
      id: .init(Token.id("cpn")), rewardID: .init(row.id), title: try row.text(row.title),
      description: try row.text(row.description), state: .active, value: try money(row.value),
      symbology: .qr, code: Coupon.code(), issuedAt: now,
      expiresAt: ledger.end(of: Day(daysSince1970: today.adding(saturating: row.couponDays))),
      usedAt: nil)
  }

  /// A coupon that costs no points, once for each key; `nil` when there is no such reward.
  ///
  /// It takes nothing from the stock and does not count against what one member may take.
  func giveCoupon(
    for reward: Reward.ID, to member: Member.ID, key: String, at now: Instant,
    _ connection: Connection
  ) throws -> Coupon? {
    let made = try coupons(
      "WHERE member = ? AND key = ?", [.text(member.rawValue), .text(key)], now: now, connection)
    if let coupon = made.first { return coupon }
    guard let row = try rows("WHERE id = ?", [.text(reward.rawValue)], connection).first else {
      return nil
    }
    let coupon = try coupon(for: row, at: now)
    try insert(coupon, of: member, key: key, entry: nil, connection)
    return coupon
  }

  func insert(
    _ coupon: Coupon, of member: Member.ID, key: String, entry: LedgerEntry.ID?,
    _ connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO coupon (id, member, reward, key, entry, title, description, value, symbology,
        code, issued_at, expires_at, used_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(coupon.id.rawValue), .text(member.rawValue), .text(coupon.rewardID.rawValue),
        .text(key), .optional(entry?.rawValue), .json(coupon.title),
        .json(coupon.description), .optionalJSON(coupon.value),
        .text(coupon.symbology.rawValue), .text(coupon.code), .integer(coupon.issuedAt.rawValue),
        .integer(coupon.expiresAt.rawValue), .optional(coupon.usedAt?.rawValue),
      ])
  }

  func money(_ json: String?) throws -> Money? {
    try json.map { try Wire.decode(Money.self, from: Array($0.utf8)) }
  }
}
