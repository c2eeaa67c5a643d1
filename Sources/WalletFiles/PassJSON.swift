/// JSON as a pass has it, whose numbers keep the digits that they are written with (RFC 8259).
enum PassJSON: Equatable {
  case object([String: PassJSON])
  case array([PassJSON])
  case string(String)
  case number(String)
  case bool(Bool)
  case null

  /// - Returns: `nil` for what is no JSON, or nested deeper than a file of ours is.
  init?(_ text: String) {
    var reader = Reader(text)
    guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
    self = value
  }

  subscript(key: String) -> PassJSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// A list, or a single value where a list is meant.
  var list: [PassJSON] {
    switch self {
    case .array(let values): values
    case .null: []
    case .object, .string, .number, .bool: [self]
    }
  }

  /// A text, or the digits of a number where a text is meant.
  var text: String? {
    switch self {
    case .string(let text): text
    case .number(let digits): digits
    case .object, .array, .bool, .null: nil
    }
  }

  private struct Reader {
    private let bytes: [UInt8]
    private var place = 0
    private static let deepest = 64

    init(_ text: String) {
      bytes = Array(text.utf8)
    }

    var isAtEnd: Bool {
      mutating get {
        skipSpace()
        return place == bytes.count
      }
    }

    private mutating func skipSpace() {
      while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
    }

    private mutating func consume(_ byte: Unicode.Scalar) -> Bool {
      skipSpace()
      guard place < bytes.count, bytes[place] == UInt8(ascii: byte) else { return false }
      place += 1
      return true
    }

    private mutating func consume(word: StaticString) -> Bool {
      let word = Array("\(word)".utf8)
      guard bytes[place...].starts(with: word) else { return false }
      place += word.count
      return true
    }

    mutating func value(depth: Int) -> PassJSON? {
      skipSpace()
      guard place < bytes.count, depth < Reader.deepest else { return nil }
      switch bytes[place] {
      case UInt8(ascii: "{"): return object(depth)
      case UInt8(ascii: "["): return array(depth)
      case UInt8(ascii: "\""): return string().map(PassJSON.string)
      case UInt8(ascii: "t"): return consume(word: "true") ? .bool(true) : nil
      case UInt8(ascii: "f"): return consume(word: "false") ? .bool(false) : nil
      case UInt8(ascii: "n"): return consume(word: "null") ? .null : nil
      default: return number()
      }
    }

    private mutating func object(_ depth: Int) -> PassJSON? {
      place += 1
      var members: [String: PassJSON] = [:]
      if consume("}") { return .object(members) }
      while true {
        skipSpace()
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\""), let name = string(),
          consume(":"), let value = value(depth: depth + 1)
        else { return nil }
        members[name] = value
        if consume("}") { return .object(members) }
        guard consume(",") else { return nil }
      }
    }

    private mutating func array(_ depth: Int) -> PassJSON? {
      place += 1
      var values: [PassJSON] = []
      if consume("]") { return .array(values) }
      while true {
        guard let value = value(depth: depth + 1) else { return nil }
        values.append(value)
        if consume("]") { return .array(values) }
        guard consume(",") else { return nil }
      }
    }

    private mutating func number() -> PassJSON? {
      let start = place
      while place < bytes.count, "+-.eE0123456789".utf8.contains(bytes[place]) { place += 1 }
      let text = String(decoding: bytes[start..<place], as: UTF8.self)
      return Double(text) == nil ? nil : .number(text)
    }

    /// From the quotation mark on.
    private mutating func string() -> String? {
      place += 1
      var units: [UInt8] = []
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
        case UInt8(ascii: "\\"):
          guard let text = escape() else { return nil }
          units += Array(text.utf8)
        case 0..<0x20: return nil
        default: units.append(byte)
        }
      }
      return nil
    }

    private mutating func escape() -> String? {
      guard place < bytes.count else { return nil }
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "n"): return "\n"
      case UInt8(ascii: "t"): return "\t"
      case UInt8(ascii: "r"): return "\r"
      case UInt8(ascii: "b"): return "\u{8}"
      case UInt8(ascii: "f"): return "\u{C}"
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
        return String(UnicodeScalar(byte))
      case UInt8(ascii: "u"): break
      default: return nil
      }
      guard let first = unit() else { return nil }
      var units = [first]
      if UTF16.isLeadSurrogate(first), consume(word: "\\u") {
        guard let second = unit() else { return nil }
        units.append(second)
      }
      // NB: half of a pair becomes the sign for what cannot be read.
      return String(decoding: units, as: UTF16.self)
    }

    private mutating func unit() -> UInt16? {
      guard place + 4 <= bytes.count else { return nil }
      defer { place += 4 }
      let digits = bytes[place..<place + 4]
      guard digits.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }) else { return nil }
      return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
  }
}
