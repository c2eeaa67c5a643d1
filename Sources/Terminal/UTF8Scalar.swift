/// One scalar at the start of bytes that may be cut or wrong.
enum UTF8Scalar: Equatable {
  case scalar(Unicode.Scalar, length: Int)
  /// A good beginning; the rest has not come yet.
  case incomplete
  case invalid(length: Int)

  static func next(in bytes: ArraySlice<UInt8>) -> UTF8Scalar {
    guard let first = bytes.first else { return .incomplete }
    let (length, smallest): (Int, UInt32) =
      switch first {
      case 0..<0x80: (1, 0)
      case 0xC2..<0xE0: (2, 0x80)
      case 0xE0..<0xF0: (3, 0x800)
      case 0xF0..<0xF5: (4, 0x1_0000)
      default: (0, 0)
      }
    guard length > 0 else { return .invalid(length: 1) }
    var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
    let following = bytes.dropFirst().prefix(length - 1)
    for (index, byte) in following.enumerated() {
      guard byte & 0xC0 == 0x80 else { return .invalid(length: index + 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard following.count == length - 1 else { return .incomplete }
    guard value >= smallest, let scalar = Unicode.Scalar(value) else {
      return .invalid(length: length)
    }
    return .scalar(scalar, length: length)
  }
}
