/// What is left on a card of another business: a decimal number as it is written, and its currency.
public struct CardBalance: Hashable, Sendable, CustomStringConvertible {
  /// Digits with a point, a sign or an exponent, as the file or the person gave them.
  public let amount: String
  /// Three letters (ISO 4217); `nil` for points.
  public let currency: String?

  /// - Returns: `nil` when it is no number, or the currency no three letters.
  public init?(amount: String, currency: String? = nil) {
    guard CardBalance.isNumber(amount), amount.utf8.count <= LocalCard.Limit.balance - 4 else {
      return nil
    }
    if let currency {
      let isCode =
        currency.utf8.count == 3 && currency.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      guard isCode else { return nil }
    }
    self.amount = amount
    self.currency = currency
  }

  /// Reads `12.50`, `12,50` or `12.50 EUR`.
  public init?(_ text: String) {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard (1...2).contains(parts.count) else { return nil }
    self.init(
      amount: String(parts[0].map { $0 == "," ? "." : $0 }),
      currency: parts.count == 2 ? parts[1].uppercased() : nil)
  }

  public var description: String { [amount, currency].compactMap(\.self).joined(separator: " ") }

  /// What `BigDecimal` of Java reads and writes.
  private static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text).utf8
    func digits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    func sign() {
      if let first = rest.first, first == 0x2B || first == 0x2D { rest = rest.dropFirst() }
    }
    sign()
    var count = digits()
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      count += digits()
    }
    guard count > 0 else { return false }
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      sign()
      guard (1...4).contains(digits()) else { return false }
    }
    return rest.isEmpty
  }
}
