/// Why a value cannot be drawn as a symbol.
public enum BarcodeError: Error, Hashable, CustomStringConvertible {
  case empty
  /// The value is longer than the kind of symbol can carry.
  case tooLong(bytes: Int)
  /// The kind of symbol has no such character.
  case character(Character)
  /// The kind of symbol carries exactly so many digits.
  case digits(found: Int, expected: Int)
  /// The last digit is not what the others give: a digit is mistyped.
  case checkDigit(found: Int, expected: Int)
  /// The encoder's own reason.
  case refused(String)

  public var description: String {
    switch self {
    case .empty: "there is no value"
    case .tooLong(let bytes): "\(bytes) bytes are too long for this kind of symbol"
    case .character(let character):
      "this kind of symbol has no \(String(character).debugDescription)"
    case .digits(let found, let expected): "\(expected) digits are needed, \(found) were given"
    case .checkDigit(let found, let expected):
      "the check digit is \(found) where the other digits give \(expected)"
    case .refused(let reason): "the encoder refuses the value: \(reason)"
    }
  }
}
