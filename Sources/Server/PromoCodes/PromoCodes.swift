import Contract
import Loyalty
import SQLite

/// A promo code as the business made it; it gives one of three things.
struct PromoCodeRule: Codable, Hashable, Sendable {
  var title: LocalizedText
  let points: Points?
  /// Days that the points live.
  var pointsDays: Int64 = 30
  let reward: Reward.ID?
  let promotion: Promotion.ID?
  var to: Instant
  /// Only for members of this segment; `nil` is for all.
  let segment: String?
}

/// The rules of promo codes.
struct PromoCodes {
  let ledger: Ledger
  let language: Language

  init(_ ledger: Ledger, _ language: Language) {
    self.ledger = ledger
    self.language = language
  }

  /// Characters beyond which nothing is a code.
  private static let longest = 64
  /// Wrong tries in a period of so many seconds.
  static let tries: (count: Int64, seconds: Int64) = (10, 3600)

  /// Case, spaces, and what cannot be seen do not count; `nil` when nothing is left.
  static func normalized(_ typed: String) -> String? {
    let visible = cleaned(typed, limit: longest + 1).filter { !$0.isWhitespace }
    guard !visible.isEmpty else { return nil }
    // NB: some keyboards send letters and their marks apart; equal to the eye must be equal here.
    return String(visible.uppercased().map { letter in "ЙЁ".first { $0 == letter } ?? letter })
  }

  private enum Outcome: Sendable {
    case gift(PromoCodeGift)
    case miss
  }

  /// Checks a code and gives what it stands for, all or nothing.
  ///
  /// - Parameter key: names the attempt; the same again gets the same gift.
  func enter(
    _ typed: String, by member: Member.ID, key: String, at now: Instant
  ) throws -> PromoCodeGift {
    guard let code = PromoCodes.normalized(typed) else {
      let words = language == .russian ? "Введите код." : "Enter the code."
      throw Problem.invalid("/code", "invalid", words, in: language)
    }
    let outcome = try ledger.store.database.write(locking: [.member(member.rawValue)]) {
      connection in
      try checkTries(of: member, now, connection)
      guard code.count <= Self.longest, let (rule, left) = try rule(code, connection) else {
        try connection.execute(
          "INSERT INTO promo_code_miss (member, at) VALUES (?, ?)",
          [.text(member.rawValue), .integer(now.rawValue)])
        return Outcome.miss
      }
      if let gift = try gift(of: code, member, key, connection) { return .gift(gift) }
      try check(rule, left, member, now, connection)
      let gift = try giveGift(of: rule, member, "promo code \(code)", now, connection)
      try recordUse(gift, code, member, key, now, connection)
      return .gift(gift)
    }
    switch outcome {
    case .gift(let gift): return gift
    case .miss:
      throw Problem(
        .notFound, in: language,
        detail: language == .russian ? "Такого промокода нет." : "There is no such promo code.")
    }
  }

  private func rule(
    _ code: String, _ connection: Connection
  ) throws -> (PromoCodeRule, left: Int64?)? {
    try connection.first("SELECT body, uses_left FROM promo_code WHERE code = ?", [.text(code)]) {
      ($0.text(0), $0.optionalInt(1))
    }.map { (try Wire.decode(PromoCodeRule.self, from: Array($0.0.utf8)), $0.1) }
  }

  private func checkTries(
    of member: Member.ID, _ now: Instant, _ connection: Connection
  ) throws {
    let start = now.adding(seconds: -Self.tries.seconds)
    // What a wrong clock has put into the future counts for nobody.
    let misses = try connection.query(
      """
      SELECT at FROM promo_code_miss WHERE member = ? AND at > ? AND at <= ?
      ORDER BY at DESC LIMIT ?
      """,
      [
        .text(member.rawValue), .integer(start.rawValue),
        .integer(now.rawValue + CodeRules.skew), .integer(Self.tries.count),
      ]
    ) { Instant(milliseconds: $0.int(0)) }
    guard misses.count >= Self.tries.count, let oldest = misses.last else { return }
    let wait = max(1, oldest.seconds(since: start))
    let minutes = (wait + 59) / 60
    throw Problem(
      .rateLimited, in: language,
      detail: language == .russian
        ? "Слишком много неверных кодов. Попробуйте через \(minutes) мин."
        : "Too many wrong codes. Try again in \(minutes) min.", retryAfter: Int(wait))
  }

  /// What the same attempt gave already; another attempt is refused.
  private func gift(
    of code: String, _ member: Member.ID, _ key: String, _ connection: Connection
  ) throws -> PromoCodeGift? {
    let use = try connection.first(
      "SELECT key, gift FROM promo_code_use WHERE code = ? AND member = ?",
      [.text(code), .text(member.rawValue)]
    ) { (key: $0.text(0), gift: $0.text(1)) }
    // In an account before this one, too.
    let isUsed = try PhoneMemory.uses(.promoCode, code, by: member, connection) > 0
    guard use != nil || isUsed else { return nil }
    guard let use, use.key == key else {
      throw limit("Вы уже использовали этот код.", "You have used this code already.")
    }
    return try Wire.decode(PromoCodeGift.self, from: Array(use.gift.utf8))
  }

  private func check(
    _ rule: PromoCodeRule, _ left: Int64?, _ member: Member.ID, _ now: Instant,
    _ connection: Connection
  ) throws {
    let russian = language == .russian
    guard now <= rule.to else {
      throw Problem(
        .notEligible, in: language,
        detail: russian ? "Срок этого кода вышел." : "This code has expired.")
    }
    if let left, left <= 0 {
      throw limit("Этот код уже разобрали.", "This code has been used up.")
    }
    guard let segment = rule.segment else { return }
    let customer = try PromotionCustomer(member, [], ledger, at: now, connection)
    guard customer.segments.contains(segment) else {
      throw Problem(
        .notEligible, in: language,
        detail: russian ? "Этот код не для вас." : "This code is not for you.")
    }
  }

  private func limit(_ russian: String, _ english: String) -> Problem {
    Problem(.limitReached, in: language, detail: language == .russian ? russian : english)
  }
}
