import Contract
import Loyalty
import SQLite

/// The rules of recommending: who may come by whose code, and the one bonus for each friend.
struct Referrals {
  let store: ServerStore
  let ledger: Ledger

  init(_ store: ServerStore, _ zone: Zone) {
    self.store = store
    ledger = Ledger(store, zone)
  }

  /// For each friend, in whole points.
  static let bonus: Int64 = 200
  /// Bonuses that one member can have.
  static let mostRewarded: Int64 = 20
  /// Days after joining in which a code may be given.
  static let window: Int64 = 30
  static let bonusTitle: LocalizedText = [.russian: "За друга", .english: "For a friend"]
  /// Days that the points of a bonus live.
  private static let lifetime: Int64 = 180

  /// Notes whose word brought a member.
  ///
  /// Once for each phone, and only of somebody who has never bought anything: deleting the account
  /// and joining again makes nobody new (`PhoneMemory`).
  ///
  /// Throws `not_found` for a code of nobody, `not_eligible` for one's own or when the member is no
  /// newcomer, `limit_reached` when a code was given before.
  func claim(
    _ text: String, by friend: Member.ID, at now: Instant, in language: Language,
    _ connection: Connection
  ) throws {
    let russian = language == .russian
    let referrer = try connection.first(
      "SELECT member FROM referral_code WHERE code = ?", [.text(Self.normalized(text))]
    ) { $0.text(0) }
    guard let referrer else {
      throw problem(.notFound, russian ? "Такого кода нет." : "There is no such code.", language)
    }
    guard referrer != friend.rawValue else {
      throw problem(.notEligible, russian ? "Это ваш код." : "This is your own code.", language)
    }
    guard try !isClaimed(friend, connection) else {
      throw problem(
        .limitReached, russian ? "Вы уже ввели код друга." : "You have given a friend’s code.",
        language)
    }
    guard try isNewcomer(friend, at: now, connection) else {
      throw problem(
        .notEligible,
        russian
          ? "Код можно ввести до первой покупки."
          : "A code can be given before the first purchase.",
        language)
    }
    try connection.execute(
      "INSERT INTO referral (friend, referrer, registered_at) VALUES (?, ?, ?)",
      [.text(friend.rawValue), .text(referrer), .integer(now.rawValue)])
  }

  /// A member has bought something: whoever sent them gets the bonus, once, whatever comes again.
  ///
  /// A purchase that is too small for it is none: the next one may be the first.
  ///
  /// - Parameter amount: hundredths of money.
  /// - Returns: who got it.
  @discardableResult
  func firstPurchase(
    of friend: Member.ID, by purchase: Purchase.ID? = nil, for amount: Int64 = .max,
    at now: Instant, _ connection: Connection
  ) throws -> Member.ID? {
    guard try amount >= Till.Terms(store, connection).smallestForReferral else { return nil }
    let count = try connection.execute(
      """
      UPDATE referral SET purchased_at = ?, purchase = ?
      WHERE friend = ? AND purchased_at IS NULL
      """,
      [
        .integer(now.rawValue), .optional(purchase?.rawValue), .text(friend.rawValue),
      ])
    guard count == 1 else { return nil }
    let found = try connection.first(
      """
      SELECT referrer, (SELECT count(*) FROM referral AS other
        WHERE other.referrer = referral.referrer AND other.points > 0)
      FROM referral WHERE friend = ?
      """, [.text(friend.rawValue)]
    ) { (referrer: Member.ID($0.text(0)), rewarded: $0.int(1)) }
    guard let found else { return nil }
    let before = try PhoneMemory.uses(.bonuses, by: found.referrer, connection)
    guard found.rewarded + before < Self.mostRewarded else { return nil }
    let bonus = Points(Self.bonus * (try store.program(connection)).pointUnit)
    try connection.execute(
      "UPDATE referral SET points = ? WHERE friend = ?",
      [.integer(bonus.rawValue), .text(friend.rawValue)])
    let today = ledger.zone.local(now).day.daysSince1970
    let lot = try ledger.earn(
      found.referrer, bonus, Ledger.Words(kind: .bonus, title: Self.bonusTitle, place: nil),
      at: now, lastDay: Day(daysSince1970: today + Self.lifetime), connection)
    try connection.execute(
      "UPDATE referral SET lot = ? WHERE friend = ?", [.integer(lot), .text(friend.rawValue)])
    return found.referrer
  }

  private func isClaimed(_ friend: Member.ID, _ connection: Connection) throws -> Bool {
    guard try PhoneMemory.uses(.referral, by: friend, connection) == 0 else { return true }
    return try connection.first(
      "SELECT 1 FROM referral WHERE friend = ?", [.text(friend.rawValue)], { _ in true }) ?? false
  }

  private func isNewcomer(
    _ member: Member.ID, at now: Instant, _ connection: Connection
  ) throws -> Bool {
    let joined = try connection.first(
      "SELECT joined_at FROM member WHERE id = ?", [.text(member.rawValue)]
    ) { Instant(milliseconds: $0.int(0)) }
    let hasBought =
      try connection.first(
        """
        SELECT 1 FROM lot WHERE member = ? AND kind = 'earn' AND NOT EXISTS (
          SELECT 1 FROM purchase WHERE purchase.lot = lot.id AND returned = amount) LIMIT 1
        """, [.text(member.rawValue)], { _ in true }) ?? false
    guard joined.map({ now < $0.adding(days: Self.window) }) == true, !hasBought else {
      return false
    }
    return try PhoneMemory.uses(.bought, by: member, connection) == 0
  }

  /// As codes are stored: letters and digits only.
  static func normalized(_ text: String) -> String {
    String(text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
  }

  private func problem(
    _ code: Problem.Code, _ words: String, _ language: Language
  ) -> Problem {
    var problem = Problem(code, in: language)
    problem.title = words
    return problem
  }
}
