/// GS1's check digit: weights 3 and 1 from the right.
enum CheckDigit {
  static func of(_ digits: some BidirectionalCollection<Int>) -> Int {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      sum += place.isMultiple(of: 2) ? 3 * digit : digit
    }
    return (10 - sum % 10) % 10
  }

  /// A number with its check digit: added when it is missing, verified when it is there.
  static func complete(_ value: String, count: Int) throws(BarcodeError) -> String {
    var digits: [Int] = []
    for character in value {
      guard character.isASCII, let digit = character.wholeNumberValue else {
        throw .character(character)
      }
      digits.append(digit)
    }
    guard digits.count == count || digits.count == count - 1 else {
      throw .digits(found: digits.count, expected: count)
    }
    let expected = of(digits.prefix(count - 1))
    guard digits.count == count else { return value + String(expected) }
    guard digits[count - 1] == expected else {
      throw .checkDigit(found: digits[count - 1], expected: expected)
    }
    return value
  }
}
