import Contract
import Loyalty
import SQLite

/// The coffee chain's promo codes.
enum CoffeePromoCodes {
  static func all(_ now: Instant) -> [(code: String, rule: PromoCodeRule, uses: Int64?)] {
    let end = now.adding(days: 60)
    let gift: LocalizedText = [.russian: "Подарок по промокоду", .english: "Promo code gift"]
    return [
      ("COFFEE100", PromoCodeRule(title: gift, points: Points(100), to: end), nil),
      (
        "КРУАССАН",
        PromoCodeRule(title: gift, reward: .init("rew_croissant"), to: end), nil
      ),
      (
        "CUPPING", PromoCodeRule(title: gift, promotion: .init("prm_cupping"), to: end),
        10
      ),
      (
        "WELCOME",
        PromoCodeRule(title: gift, points: Points(200), to: end, segment: "newcomers"), nil
      ),
      ("FIRST50", PromoCodeRule(title: gift, points: Points(500), to: end), 0),
      ("SUMMER", PromoCodeRule(title: gift, points: Points(50), to: now.adding(days: -80)), nil),
    ]
  }

  static func fill(_ now: Instant, _ connection: Connection) throws {
    for (code, rule, uses) in all(now) {
      try connection.execute(
        "INSERT INTO promo_code (code, body, uses_left) VALUES (?, ?, ?)",
        [
          .text(code), .text(String(decoding: Wire.encode(rule), as: UTF8.self)), .optional(uses),
        ])
    }
  }
}
