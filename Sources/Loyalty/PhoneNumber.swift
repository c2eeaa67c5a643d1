/// A telephone number in international form (E.164).
public struct PhoneNumber: Hashable, Sendable {
  /// `+` and 8–15 digits, as the contract carries it.
  public let e164: String

  /// Reads what people type: `+7 (916) 123-45-67`, `8 916 123-45-67`, `00 44 20 7946 0958`.
  ///
  /// Without `+` or `00` it is a Russian number: ten digits from 9, or eleven from 8 or 7. With them it
  /// has as many digits as E.164 allows. `nil` when it is no whole number or holds anything but digits
  /// and the usual separators.
  public init?(_ text: some StringProtocol) {
    var digits: [UInt8] = []
    var international = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9" where digits.count < 20: digits.append(UInt8(ascii: scalar))
      case "+" where digits.isEmpty && !international: international = true
      case " ", "-", "(", ")", ".", "\u{A0}", "\u{2010}", "\u{2011}", "\u{2013}": continue
      default: return nil
      }
    }
    let national = String(decoding: digits, as: UTF8.self)
    switch (international, digits.count) {
    case (true, _): self.init(e164: "+" + national)
    case (false, 10) where national.hasPrefix("9"): self.init(e164: "+7" + national)
    case (false, 11) where national.hasPrefix("8"): self.init(e164: "+7" + national.dropFirst())
    case (false, _) where national.hasPrefix("00"): self.init(e164: "+" + national.dropFirst(2))
    case (false, 11) where national.hasPrefix("7"): self.init(e164: "+" + national)
    default: return nil
    }
  }

  /// `nil` when the text is not exactly E.164; a Russian number has eleven digits.
  public init?(e164 text: String) {
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "+"), (8...15).contains(digits.count),
      digits.first != UInt8(ascii: "0"), digits.allSatisfy({ (0x30...0x39).contains($0) }),
      digits.first != UInt8(ascii: "7") || digits.count == 11
    else { return nil }
    e164 = text
  }

  /// For people: `+7 916 123-45-67`; numbers of other countries stay as they are.
  public var formatted: String {
    grouped(hidden: false)
  }

  /// The number with its middle hidden: `+7 916 •••-••-67`, `+•••••••••58`.
  public var masked: String {
    grouped(hidden: true)
  }

  private func grouped(hidden: Bool) -> String {
    let digits = Array(e164.dropFirst())
    guard digits.first == "7" else {
      return hidden
        ? "+" + String(repeating: "•", count: digits.count - 2) + String(digits.suffix(2)) : e164
    }
    let shown = digits.indices.map { hidden && (4..<9).contains($0) ? "•" : digits[$0] }
    return "+7 \(String(shown[1..<4])) \(String(shown[4..<7]))"
      + "-\(String(shown[7..<9]))-\(String(shown[9..<11]))"
  }
}

extension PhoneNumber: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let number = PhoneNumber(e164: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a number in E.164")
    }
    self = number
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(e164)
  }
}
