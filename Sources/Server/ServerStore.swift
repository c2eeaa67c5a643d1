import Contract
import Loyalty
import SQLite
import Synchronization

/// The server's database; several instances may share it.
final class ServerStore: Sendable {
  let database: Database
  /// Up to when time may take something away.
  let trust = ClockTrust()
  /// What this instance is called among those on the database.
  let instance = Token.id("ins")
  /// What refreshed tokens are derived with; the same for all instances.
  let secret: [UInt8]
  /// What phones are named by; tools have none.
  let knownPhoneKey: PhoneKey?
  /// One-time codes that all instances together send in a minute.
  let smsPerMinute: Int
  /// Who wants to know which sessions end.
  let ended = EndedSessions()
  /// Whether somebody's data may still stand in the write-ahead log, or the log has grown.
  let leftovers = Atomic<Bool>(false)
  private let knownProgram = Remembered<Program>()
  let knownShops = Remembered<[Shop]>()
  let openedShops = Remembered<[UInt8]>()
  let knownScreens = Remembered<Published>()
  let knownTerms = Remembered<MembershipTerms>()
  let knownPromotions = Remembered<[PromotionRule]>()

  /// Connections that read at the same time, beside the one that writes.
  static let readers = 4

  init(_ configuration: ServerConfiguration, needsProgram: Bool) throws {
    let path = configuration.database
    try DatabaseRefusal.check(path)
    let key = PhoneKeyOpening(
      source: configuration.phoneKey, isForgetting: configuration.forgetsPhones, path: path)
    try key.check()
    database = try Database(
      path: path, busyTimeout: Int32(clamping: configuration.patience), secureDelete: true,
      readers: Self.readers
    ) { connection throws(DatabaseError) in
      try ServerSchema.inspect(connection, needsProgram: needsProgram)
    }
    try database.migrate(ServerSchema.migrations)
    secret = try ServerStore.secret(database)
    knownPhoneKey = try key.settleKey(database)
    smsPerMinute = configuration.smsPerMinute
  }

  private static func secret(_ database: Database) throws -> [UInt8] {
    let query = "SELECT value FROM setting WHERE name = 'secret'"
    let known = try database.read { try $0.first(query) { Array($0.text(0).utf8) } }
    if let known { return known }
    return try database.write(locking: []) { connection in
      try connection.execute(
        "INSERT INTO setting (name, value) VALUES ('secret', ?) ON CONFLICT (name) DO NOTHING",
        [.text(Token.text(Token.random(bytes: 32)))])
      return try connection.first(query) { Array($0.text(0).utf8) } ?? []
    }
  }

  func program() throws -> Program {
    try database.read(program)
  }

  func program(_ connection: Connection) throws -> Program {
    try connection.once("program") {
      let body = try connection.first("SELECT body FROM program") { $0.text(0) }
      guard let body else { throw MissingProgram() }
      return try knownProgram.value(of: [body]) { _ in
        try Wire.decode(Program.self, from: Array(body.utf8))
      }
    }
  }

  /// The slides that introduce the program; a program may have none.
  func intro() throws -> IntroSlides {
    let body = try database.read { connection in try setting("intro", connection) }
    return try body.map { try Wire.decode(IntroSlides.self, from: Array($0.utf8)) } ?? IntroSlides()
  }

  /// What a program is run with beside what everybody may see of it.
  func setting(_ name: String, _ connection: Connection) throws -> String? {
    try connection.first("SELECT value FROM setting WHERE name = ?", [.text(name)]) { $0.text(0) }
  }

  func member(_ id: Member.ID) throws -> Member? {
    try database.read { try profile(of: id, $0) }
  }

  func cards(of member: Member.ID) throws -> [Card] {
    try database.read { connection in
      try connection.query(
        "SELECT id, symbology, value, number FROM card WHERE member = ? ORDER BY position",
        [.text(member.rawValue)]
      ) { row in
        Card(
          id: .init(row.text(0)), symbology: Symbology(rawValue: row.text(1)), value: row.text(2),
          number: row.text(3))
      }
    }
  }

  /// The member with a phone, who joins when there is none yet.
  func member(phone: PhoneNumber, now: Instant, _ connection: Connection) throws -> Member {
    let known = try connection.first(
      "SELECT id, name, phone, joined_at, roles FROM member WHERE phone = ?", [.text(phone.e164)],
      Member.init(row:))
    if let known { return known }
    let member = Member(
      id: .init(Token.id("mem")), name: phone.masked, phone: phone.e164, joinedAt: now,
      roles: [.member])
    try insert(member, card: Card.issue(for: member), connection)
    return member
  }

  func insert(_ member: Member, card: Card, _ connection: Connection) throws {
    try connection.execute(
      "INSERT INTO member (id, name, phone, joined_at, roles) VALUES (?, ?, ?, ?, ?)",
      [
        .text(member.id.rawValue), .text(member.name), .text(member.phone),
        .integer(member.joinedAt.rawValue),
        .text(member.roles.map(\.rawValue).joined(separator: " ")),
      ])
    try connection.execute(
      "INSERT INTO card (id, member, position, symbology, value, number) VALUES (?, ?, 0, ?, ?, ?)",
      [
        .text(card.id.rawValue), .text(member.id.rawValue), .text(card.symbology.rawValue),
        .text(card.value), .text(card.number),
      ])
  }
}

/// The database holds no program: it was never filled with a seed.
struct MissingProgram: Error, CustomStringConvertible {
  let description = "the database holds no program; start once with --seed"
}

extension Member {
  init(row: Row) {
    self.init(
      id: .init(row.text(0)), name: row.text(1), phone: row.text(2),
      joinedAt: Instant(milliseconds: row.int(3)),
      roles: row.text(4).split(separator: " ").map { Role(rawValue: String($0)) })
  }
}

extension Card {
  /// A fresh card: an opaque value of 26 bytes, and a number of 16 digits with a check digit.
  static func issue(for member: Member) -> Card {
    var random = Chance.Generator(purpose: "card")
    return issue(using: &random)
  }

  static func issue(using random: inout some RandomNumberGenerator) -> Card {
    let letters = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
    let groups = (0..<5).map { _ in
      String((0..<4).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
    }
    let digits = [7, 0] + (0..<13).map { _ in Int.random(in: 0...9, using: &random) }
    let number = (digits + [luhn(digits)]).map(String.init)
    return Card(
      id: .init("crd_" + groups.joined()), symbology: .qr,
      value: "LH1:" + groups.joined(separator: "-"),
      number: stride(from: 0, to: 16, by: 4).map { number[$0..<$0 + 4].joined() }
        .joined(separator: " "))
  }

  /// Check digit of ISO/IEC 7812-1, annex B.
  private static func luhn(_ digits: [Int]) -> Int {
    let sum = digits.reversed().enumerated().reduce(0) { sum, pair in
      let doubled = pair.element * 2
      return sum + (pair.offset % 2 == 0 ? (doubled > 9 ? doubled - 9 : doubled) : pair.element)
    }
    return (10 - sum % 10) % 10
  }
}
