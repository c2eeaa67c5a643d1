import Contract
import Loyalty
import SQLite

extension RewardShelf {
  /// Coupons that are listed, the newest first.
  private static let longestList: Int64 = 500

  func coupons(of member: Member.ID, now: Instant) throws -> [Coupon] {
    try store.database.read { connection in
      try coupons(
        "WHERE member = ? ORDER BY issued_at DESC, id DESC LIMIT ?",
        [.text(member.rawValue), .integer(Self.longestList)], now: now, connection)
    }
  }

  func coupons(
    _ condition: String, _ values: [Value], now: Instant, _ connection: Connection
  ) throws -> [Coupon] {
    let rows = try connection.query(
      """
      SELECT id, reward, title, description, value, symbology, code, issued_at, expires_at,
        used_at, withdrawn_at FROM coupon \(condition)
      """, values, CouponRow.init(row:))
    let now = store.trust.horizon(now)
    return try rows.map { row in
      Coupon(
        id: .init(row.id), rewardID: .init(row.reward), title: try text(row.title),
        description: try text(row.description),
        state: row.state(at: now),
        value: try money(row.value), symbology: Symbology(rawValue: row.symbology),
        code: row.code, issuedAt: row.issuedAt, expiresAt: row.expiresAt, usedAt: row.usedAt)
    }
  }

  private func text(_ json: String) throws -> LocalizedText {
    try Wire.decode(LocalizedText.self, from: Array(json.utf8))
  }
}

private struct CouponRow: Sendable {
  let id, reward, title, description: String
  let value: String?
  let symbology, code: String
  let issuedAt, expiresAt: Instant
  let usedAt: Instant?
  let isWithdrawn: Bool

  func state(at now: Instant) -> Coupon.State {
    if usedAt != nil { return .used }
    if isWithdrawn { return .withdrawn }
    return expiresAt < now ? .expired : .active
  }

  init(row: Row) {
    id = row.text(0)
    reward = row.text(1)
    title = row.text(2)
    description = row.text(3)
    value = row.optionalText(4)
    symbology = row.text(5)
    code = row.text(6)
    issuedAt = Instant(milliseconds: row.int(7))
    expiresAt = Instant(milliseconds: row.int(8))
    usedAt = row.optionalInt(9).map { Instant(milliseconds: $0) }
    isWithdrawn = !row.isNull(10)
  }
}

extension RewardShelf {
  /// Takes back a coupon that was not used, with what it was given for.
  ///
  /// Whoever fills the same card again gets another one. One that has expired is past already, and
  /// stays that.
  ///
  /// - Returns: whether it could still have been used.
  func withdraw(_ coupon: Coupon.ID, at now: Instant, _ connection: Connection) throws -> Bool {
    try connection.execute(
      """
      UPDATE coupon SET key = 'withdrawn ' || id,
        withdrawn_at = CASE WHEN expires_at >= ? THEN CAST(? AS BIGINT) END
      WHERE id = ? AND used_at IS NULL AND withdrawn_at IS NULL
      """,
      [
        .integer(store.trust.horizon(now).rawValue), .integer(now.rawValue),
        .text(coupon.rawValue),
      ])
    return try connection.first(
      "SELECT withdrawn_at IS NOT NULL FROM coupon WHERE id = ?", [.text(coupon.rawValue)]
    ) { $0.bool(0) } ?? false
  }
}

extension Coupon {
  /// A fresh code of 20 bytes, 80 bits of chance, without letters that look like digits.
  static func code() -> String {
    var random = Chance.Generator(purpose: "coupon")
    return code(using: &random)
  }

  static func code(using random: inout some RandomNumberGenerator) -> String {
    let letters = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
    let groups = (0..<4).map { _ in
      String((0..<4).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
    }
    return "C" + groups.joined(separator: "-")
  }
}
