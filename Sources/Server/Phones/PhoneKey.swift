import Contract
import Loyalty

/// What phones and addresses are named by where they themselves must not stand: HMAC-SHA-256 under a
/// key that is not in the database, so that a copy of the database alone tells nobody's phone, not
/// even to who tries them all.
struct PhoneKey: Sendable {
  /// Bytes.
  static let length = 32
  /// Fewer different bytes than that are no chance: 32 random ones have some thirty.
  private static let mostAlike = 12

  private let bytes: [UInt8]

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  static func random() -> PhoneKey { PhoneKey(bytes: Token.random(bytes: length)) }

  /// `nil` when the text is not 64 hexadecimal digits, or these are no random ones.
  init?(hexadecimal text: some StringProtocol) {
    let digits = text.utf8.compactMap { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
      default: nil
      }
    }
    guard digits.count == 2 * PhoneKey.length, text.utf8.count == digits.count else { return nil }
    bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    guard Set(bytes).count >= PhoneKey.mostAlike else { return nil }
  }

  var hexadecimal: String {
    bytes.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  func name(of phone: PhoneNumber) -> String { named("phone", phone.e164) }

  func name(of address: ClientAddress) -> String { named("address", address.key) }

  /// What is kept in place of a one-time code, which without the key would be found by trying.
  func proof(of code: String, for challenge: CodeChallenge.ID) -> String {
    named("code", "\(challenge.rawValue):\(code)")
  }

  /// Tells keys apart, and nothing of them.
  var fingerprint: String { named("fingerprint", "") }

  private func named(_ use: String, _ text: String) -> String {
    Token.text(SHA256.authenticate(Array("\(use):\(text)".utf8), key: bytes))
  }
}

/// Where the key comes from.
public enum PhoneKeySource: Hashable, Sendable {
  /// A file beside the database, made when there is none; a database in memory has its own.
  case file
  /// 64 hexadecimal digits, from `LOYALHUB_PHONE_KEY`.
  case text(String)
  /// For tools that neither sign anybody in nor delete anybody.
  case none
}

/// A tool asked for something that needs the key.
struct MissingPhoneKey: Error, CustomStringConvertible {
  let description = "this program was started without the phone key"
}
