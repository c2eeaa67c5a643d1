import Loyalty

/// Random names and secrets.
enum Token {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  static func random(bytes count: Int) -> [UInt8] { Chance.bytes(count, for: "secret") }

  /// A fresh id such as `ses_8fK…`, 120 bits of chance.
  static func id(_ prefix: String) -> String { "\(prefix)_\(text(Chance.bytes(15, for: prefix)))" }

  /// Base64url without padding (RFC 4648, section 5).
  static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      bits <<= UInt32(8 * (3 - group.count))
      for place in 0...group.count {
        text.append(alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// What is stored in place of a secret.
  static func fingerprint(_ secret: String) -> String { text(SHA256.hash(Array(secret.utf8))) }

  /// A code of six digits.
  static func code() -> String {
    var random = Chance.Generator(purpose: "code")
    let number = Int.random(in: 0...999_999, using: &random)
    let digits = String(number)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }
}
