/// The text of a bracketed paste while it arrives.
struct PasteBuffer {
  /// Bytes that are kept; more is read and dropped.
  static let limit = 1 << 20

  private static let end = Array("\u{1B}[201~".utf8)
  private var bytes: [UInt8] = []

  /// Takes what belongs to the paste; the start of its end may have to wait for more bytes.
  mutating func append(_ input: ArraySlice<UInt8>) -> (consumed: Int, ended: Bool) {
    var index = input.startIndex
    while index < input.endIndex {
      let rest = input[index...]
      guard let escape = rest.firstIndex(of: Byte.escape) else {
        keep(rest)
        return (input.count, false)
      }
      keep(rest[..<escape])
      let candidate = input[escape...].prefix(Self.end.count)
      if candidate.elementsEqual(Self.end) {
        return (escape + Self.end.count - input.startIndex, true)
      }
      if candidate.count < Self.end.count, Self.end.starts(with: candidate) {
        return (escape - input.startIndex, false)
      }
      index = escape + 1
    }
    return (input.count, false)
  }

  private mutating func keep(_ input: ArraySlice<UInt8>) {
    bytes += input.prefix(Self.limit - bytes.count)
  }

  /// The paste as text: lines end in "\n", tabs stay, and no other control character does.
  var text: String {
    var scalars = String.UnicodeScalarView()
    var rest = bytes[...]
    var afterReturn = false
    while !rest.isEmpty {
      switch UTF8Scalar.next(in: rest) {
      case .scalar(let scalar, let length):
        rest = rest.dropFirst(length)
        if Self.isBreak(scalar) {
          if scalar != "\n" || !afterReturn { scalars.append("\n") }
        } else if scalar == "\t" || !Self.isControl(scalar) {
          scalars.append(scalar)
        }
        afterReturn = scalar == "\r"
      case .invalid(let length): rest = rest.dropFirst(length)
      case .incomplete: rest = []
      }
    }
    return String(scalars)
  }

  /// LF, VT, FF, CR, NEL, and the separators of lines and paragraphs.
  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Also the characters that turn the direction of the text around them.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
