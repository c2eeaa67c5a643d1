import Loyalty
import SQLite

/// Codes that stand for a card for a short while, after RFC 6238: the server's secret authenticates
/// the card and the slot of time, so that nothing has to be stored and any instance can check one.
struct RotatingCodes {
  let secret: [UInt8]

  /// Seconds of a slot.
  static let slot: Int64 = 30
  /// Seconds that a code is promised to hold after its slot; it is taken to the end of the next one,
  /// so that a till has some time left.
  static let grace: Int64 = 20
  private static let prefix = "LH2:"

  func code(for card: Card.ID, now: Instant) -> CardCode {
    let slot = Self.number(of: now)
    let end = Instant(milliseconds: (slot + 1) * Self.slot * 1000)
    let rest = (end.rawValue - now.rawValue + 999) / 1000
    return CardCode(
      value: Self.prefix + card.rawValue + "." + proof(card, slot),
      expiresAt: end.adding(seconds: Self.grace), validFor: Int(rest + Self.grace),
      refreshAfter: Int(rest))
  }

  /// The card that a code stands for now; this slot's codes and those of the slot before are taken.
  func card(of code: String, now: Instant) -> Card.ID? {
    guard code.utf8.count <= CardCode.longestValue, code.hasPrefix(Self.prefix) else { return nil }
    let parts = code.dropFirst(Self.prefix.count).split(
      separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let card = Card.ID(String(parts[0]))
    let slot = Self.number(of: now)
    let isRight = [slot, slot - 1].contains { Secret.isSame(proof(card, $0), String(parts[1])) }
    return isRight ? card : nil
  }

  private static func number(of now: Instant) -> Int64 {
    let seconds = now.rawValue >= 0 ? now.rawValue / 1000 : (now.rawValue - 999) / 1000
    return seconds >= 0 ? seconds / slot : (seconds - slot + 1) / slot
  }

  /// 128 bits of the authentication, in 22 letters.
  private func proof(_ card: Card.ID, _ slot: Int64) -> String {
    let message = Array("\(card.rawValue)\n\(slot)".utf8)
    return Token.text(Array(SHA256.authenticate(message, key: secret).prefix(16)))
  }
}

extension ServerStore {
  /// The rotating codes of all instances on this database.
  func rotatingCodes() throws -> RotatingCodes {
    let name = Value.text("card_codes")
    let known = try database.read { connection in
      try connection.first("SELECT bytes FROM secret WHERE name = ?", [name]) { $0.blob(0) }
    }
    if let known { return RotatingCodes(secret: known) }
    let secret = try database.write(locking: []) { connection in
      try connection.execute(
        "INSERT INTO secret (name, bytes) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
        [name, .blob(Chance.bytes(32, for: "rotating"))])
      return try connection.first("SELECT bytes FROM secret WHERE name = ?", [name]) { $0.blob(0) }
    }
    return RotatingCodes(secret: secret ?? [])
  }

  /// Whose card a till has read: a rotating code, the value of a card itself, or the number that is
  /// printed below it, however its digits are grouped.
  func member(forCode code: String, now: Instant) throws -> Member? {
    let card = try rotatingCodes().card(of: code, now: now)
    let typed = code.filter { !$0.isWhitespace }
    let ids = try database.read { connection in
      let read = try connection.query(
        "SELECT DISTINCT member FROM card WHERE id = ? OR value = ?",
        [.optional(card?.rawValue), .text(code)]
      ) { Member.ID($0.text(0)) }
      guard read.isEmpty else { return read }
      return try connection.query(
        "SELECT DISTINCT member FROM card WHERE value = ?1 OR replace(number, ' ', '') = ?1",
        [.text(typed)]
      ) { Member.ID($0.text(0)) }
    }
    // Numbers are drawn by lot: one that two people have is nobody's.
    guard ids.count == 1, let id = ids.first else { return nil }
    return try member(id)
  }
}
