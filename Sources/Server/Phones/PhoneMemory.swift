import Contract
import Loyalty
import SQLite

/// What somebody had used who deletes the account and joins again: what is given once for each
/// person is given once for each phone.
///
/// While there is an account it all follows from the member's own rows. With the account go the rows,
/// and what must last stays under the phone's name; who comes back gets it as `member_past`, by
/// which tills and offers need no key.
struct PhoneMemory {
  enum What: String, CaseIterable {
    /// A promo code, by its text.
    case promoCode = "promo_code"
    /// Wrong promo codes, by their moment: they count for an hour.
    case promoCodeMiss = "promo_code_miss"
    /// A promotion that was completed.
    case award
    /// A reward that each member may take so often.
    case reward
    /// A friend's code was given.
    case referral
    /// Bonuses for friends.
    case bonuses
    /// Something was bought, which ends being a newcomer.
    case bought
    /// Points that are owed after returns; `uses` are minor units.
    case owed
  }

  /// By the name of the phone.
  let phone: String

  /// Before a member's rows go.
  func remember(_ member: Member.ID, _ connection: Connection) throws {
    for what in What.allCases {
      try connection.execute(
        """
        INSERT INTO phone_memory (phone, what, ref, uses, at)
        SELECT ?2, ?3, ref, uses, at FROM (\(PhoneMemory.used(what))) AS used WHERE 1 = 1
        ON CONFLICT (phone, what, ref) DO UPDATE SET uses = phone_memory.uses + excluded.uses
        """,
        [.text(member.rawValue), .text(phone), .text(what.rawValue)])
    }
    try connection.execute(
      """
      INSERT INTO phone_memory (phone, what, ref, uses, at)
      SELECT ?2, what, ref, uses, at FROM member_past WHERE member = ?1
      ON CONFLICT (phone, what, ref) DO UPDATE SET uses = phone_memory.uses + excluded.uses
      """, [.text(member.rawValue), .text(phone)])
    try connection.execute("DELETE FROM member_past WHERE member = ?", [.text(member.rawValue)])
  }

  /// Whoever signs in with the phone has used what was used before, and owes what was owed.
  func recall(for member: Member.ID, at now: Instant, _ connection: Connection) throws {
    try recallDebt(for: member, at: now, connection)
    let values: [Value] = [.text(phone), .text(member.rawValue)]
    try connection.execute(
      """
      INSERT INTO promo_code_miss (member, at)
      WITH RECURSIVE miss (at, rest) AS (
        SELECT at, uses FROM phone_memory WHERE phone = ?1 AND what = 'promo_code_miss'
        UNION ALL SELECT at, rest - 1 FROM miss WHERE rest > 1)
      SELECT ?2, at FROM miss
      """, values)
    try connection.execute(
      """
      INSERT INTO member_past (member, what, ref, uses, at)
      SELECT ?2, what, ref, uses, at FROM phone_memory
      WHERE phone = ?1 AND what NOT IN ('promo_code_miss', 'owed')
      ON CONFLICT (member, what, ref) DO UPDATE SET uses = member_past.uses + excluded.uses
      """, values)
    try connection.execute("DELETE FROM phone_memory WHERE phone = ?", [.text(phone)])
  }

  /// A debt is a line of the new account, which the next earnings pay.
  private func recallDebt(
    for member: Member.ID, at now: Instant, _ connection: Connection
  ) throws {
    let debt = try connection.first(
      "SELECT uses FROM phone_memory WHERE phone = ? AND what = 'owed'", [.text(phone)]
    ) { $0.int(0) }
    guard let debt, debt > 0 else { return }
    let entry = Token.id("led")
    try connection.execute(
      """
      INSERT INTO entry (id, member, kind, points, title, created_at) VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        .text(entry), .text(member.rawValue), .text(LedgerEntry.Kind.adjust.rawValue),
        .integer(-debt),
        .json(PhoneMemory.debtTitle),
        .integer(now.rawValue),
      ])
    try connection.execute(
      "INSERT INTO owed (entry, member, points, remaining, at) VALUES (?1, ?2, ?3, ?3, ?4)",
      [.text(entry), .text(member.rawValue), .integer(debt), .integer(now.rawValue)])
  }

  private static let debtTitle: LocalizedText = [
    .russian: "Долг прежнего аккаунта", .english: "Owed from the account before",
  ]

  /// How often a member has used something before the account began.
  static func uses(
    _ what: What, _ ref: String = "", by member: Member.ID, _ connection: Connection
  ) throws -> Int64 {
    try connection.first(
      "SELECT uses FROM member_past WHERE member = ? AND what = ? AND ref = ?",
      [.text(member.rawValue), .text(what.rawValue), .text(ref)]
    ) { $0.int(0) } ?? 0
  }

  /// What a member (`?1`) has used in this account: `ref`, `uses`, `at`.
  private static func used(_ what: What) -> String {
    switch what {
    case .promoCode:
      "SELECT code AS ref, 1 AS uses, at FROM promo_code_use WHERE member = ?1"
    case .promoCodeMiss:
      """
      SELECT CAST(at AS TEXT) AS ref, count(*) AS uses, at FROM promo_code_miss
      WHERE member = ?1 AND at > (SELECT max(at) FROM promo_code_miss WHERE member = ?1) - 3600000
      GROUP BY at
      """
    case .award: "SELECT promotion AS ref, 1 AS uses, at FROM award WHERE member = ?1"
    case .reward:
      """
      SELECT reward AS ref, count(*) AS uses, max(issued_at) AS at FROM coupon
      JOIN reward ON reward.id = coupon.reward
      WHERE member = ?1 AND entry IS NOT NULL AND member_limit IS NOT NULL GROUP BY reward
      """
    case .referral:
      "SELECT '' AS ref, 1 AS uses, registered_at AS at FROM referral WHERE friend = ?1"
    case .bonuses:
      """
      SELECT '' AS ref, count(*) AS uses, max(registered_at) AS at FROM referral
      WHERE referrer = ?1 AND points > 0 HAVING count(*) > 0
      """
    case .bought:
      """
      SELECT '' AS ref, 1 AS uses, joined_at AS at FROM member WHERE id = ?1 AND (
        EXISTS (SELECT 1 FROM purchase WHERE member = ?1 AND returned < amount)
        OR EXISTS (SELECT 1 FROM lot WHERE member = ?1 AND kind = 'earn' AND NOT EXISTS (
          SELECT 1 FROM purchase WHERE purchase.lot = lot.id)))
      """
    case .owed:
      """
      SELECT '' AS ref, sum(remaining) AS uses, max(at) AS at FROM owed
      WHERE member = ?1 AND remaining > 0 HAVING count(*) > 0
      """
    }
  }
}

extension ServerStore {
  func memory(of phone: PhoneNumber) throws -> PhoneMemory {
    PhoneMemory(phone: try phoneKey().name(of: phone))
  }
}
