import Contract
import Loyalty
import SQLite

extension Referrals {
  /// What a member's word has brought; the code is made when it is first asked for.
  func referral(of member: Member.ID) throws -> Referral {
    let code = try code(of: member)
    return try store.database.read { connection in
      let rows = try connection.query(
        """
        SELECT name, registered_at, purchased_at, points FROM referral
        JOIN member ON member.id = friend WHERE referrer = ?
        ORDER BY registered_at DESC, friend DESC LIMIT 500
        """, [.text(member.rawValue)]
      ) { row in
        Referral.Friend(
          name: Self.masked(row.text(0)),
          stage: row.int(3) > 0 ? .rewarded : row.isNull(2) ? .registered : .firstPurchase,
          since: Instant(milliseconds: row.optionalInt(2) ?? row.int(1)),
          points: Points(row.int(3)))
      }
      let program = try store.program(connection)
      let site = program.contacts.site ?? "https://loyalhub.example"
      return Referral(
        code: "\(code.prefix(4))-\(code.dropFirst(4))", link: "\(site)/i/\(code)",
        rules: Self.rules(of: program, try Till.Terms(store, connection)),
        bonus: Points(Self.bonus * program.pointUnit),
        friends: rows,
        earned: rows.reduce(Points.zero) { $0 + $1.points })
    }
  }

  private func code(of member: Member.ID) throws -> String {
    if let known = try store.database.read({ try knownCode(of: member, $0) }) { return known }
    return try store.database.write(locking: [.member(member.rawValue)]) { connection in
      if let known = try knownCode(of: member, connection) { return known }
      let code = Self.freshCode()
      try insert(code, of: member, connection)
      return code
    }
  }

  private func knownCode(of member: Member.ID, _ connection: Connection) throws -> String? {
    try connection.first(
      "SELECT code FROM referral_code WHERE member = ?", [.text(member.rawValue)]
    ) { $0.text(0) }
  }

  func insert(_ code: String, of member: Member.ID, _ connection: Connection) throws {
    try connection.execute(
      "INSERT INTO referral_code (member, code) VALUES (?, ?)",
      [.text(member.rawValue), .text(code)])
  }

  /// 40 bits of chance, without letters that look like digits.
  private static func freshCode() -> String {
    var random = Chance.Generator(purpose: "referral")
    let letters = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
    return String(
      (0..<8).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
  }

  /// First name and an initial; a phone is hidden already where it stands for a name.
  static func masked(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard let first = words.first, !name.hasPrefix("+") else { return name }
    guard words.count > 1, let initial = words.last?.first else {
      return first.prefix(1) + "•••"
    }
    return "\(first) \(initial)."
  }

  /// The rules in the languages of the program, with its own noun.
  static func rules(of program: Program, _ terms: Till.Terms) -> LocalizedText {
    let smallest = money(terms.smallestForReferral, terms.currency)
    let all: [Language: String] = [
      .russian: """
      Друг вводит ваш код в течение 30 дней после регистрации и до первой покупки. После его \
      первой покупки от \(smallest) вы получаете \(bonus) \(program.manyPoints(in: .russian)), не \
      больше чем за 20 друзей. Каждый номер телефона засчитывается один раз.
      """,
      .english: """
      A friend gives your code within 30 days of joining and before the first purchase. After their \
      first purchase of at least \(smallest) you get \(bonus) \(program.manyPoints(in: .english)), \
      for at most 20 friends. Each phone number counts once.
      """,
    ]
    let offered = all.filter { program.languages.contains($0.key) }
    return LocalizedText(
      Dictionary(uniqueKeysWithValues: offered.map { ($0.key.rawValue, $0.value) }))
  }

  /// - Parameter amount: hundredths.
  private static func money(_ amount: Int64, _ currency: String) -> String {
    let rest = amount % 100 == 0 ? "" : ".\(amount % 100 / 10)\(amount % 10)"
    let sign = ["RUB": "₽", "EUR": "€", "USD": "$"][currency] ?? currency
    return "\(amount / 100)\(rest)\u{A0}\(sign)"
  }
}
