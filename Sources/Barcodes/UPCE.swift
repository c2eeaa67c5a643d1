/// UPC-E: a UPC-A number with its noughts left out (GS1 General Specifications, section 5.2.2.4).
enum UPCE {
  /// The eight digits: number system, six, check digit.
  ///
  /// - Parameter value: these, or without the check digit, or the six alone; or the UPC-A number
  ///   that they stand for, with or without its check digit.
  static func number(_ value: String) throws(BarcodeError) -> String {
    let text = value.withoutGaps
    for character in text where !character.isDigit { throw .character(character) }
    switch text.utf8.count {
    case 6: return try short("0" + text)
    case 7: return try short(text)
    case 8:
      let number = try short(String(text.dropLast()))
      guard number == text else {
        let (found, expected) = (text.last?.wholeNumberValue, number.last?.wholeNumberValue)
        throw .checkDigit(found: found ?? 0, expected: expected ?? 0)
      }
      return number
    case 11, 12: return try compressed(CheckDigit.complete(text, count: 12))
    default: throw .digits(found: text.utf8.count, expected: 8)
    }
  }

  /// - Parameter digits: number system and six.
  private static func short(_ digits: String) throws(BarcodeError) -> String {
    guard digits.hasPrefix("0") || digits.hasPrefix("1") else {
      throw .refused("UPC-E begins with 0 or 1")
    }
    let whole = try CheckDigit.complete(expanded(digits), count: 12)
    return digits + whole.suffix(1)
  }

  /// The eleven digits that seven stand for.
  private static func expanded(_ digits: String) -> String {
    let system = digits.prefix(1)
    let body = digits.dropFirst()
    let last = body.suffix(1)
    switch last {
    case "0", "1", "2": return "\(system)\(body.prefix(2))\(last)0000\(body.dropFirst(2).prefix(3))"
    case "3": return "\(system)\(body.prefix(3))00000\(body.dropFirst(3).prefix(2))"
    case "4": return "\(system)\(body.prefix(4))00000\(body.dropFirst(4).prefix(1))"
    default: return "\(system)\(body.prefix(5))0000\(last)"
    }
  }

  /// - Parameter whole: twelve digits of a UPC-A number.
  private static func compressed(_ whole: String) throws(BarcodeError) -> String {
    let eleven = whole.dropLast()
    let system = eleven.prefix(1)
    let maker = eleven.dropFirst().prefix(5)
    let item = eleven.suffix(5)
    let forms = [
      "\(maker.prefix(2))\(item.suffix(3))\(maker.dropFirst(2).prefix(1))",
      "\(maker.prefix(3))\(item.suffix(2))3", "\(maker.prefix(4))\(item.suffix(1))4",
      "\(maker)\(item.suffix(1))",
    ]
    for form in forms where expanded(system + form) == eleven {
      return try short(system + form)
    }
    throw .refused("the number has too few noughts for UPC-E")
  }
}
