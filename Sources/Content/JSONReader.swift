import Loyalty

extension JSONValue {
  /// Reads a JSON text (RFC 8259), in UTF-8; a byte order mark before it is passed over.
  ///
  /// NB: much faster than the decoder, to which each value is a surprise: 450,000 numbers took it 2 s.
  public init(json bytes: [UInt8], limits: JSONLimits) throws(JSONFault) {
    var reader = JSONReader(bytes, limits)
    self = try reader.whole()
  }
}

/// One pass over the bytes of a JSON text.
private struct JSONReader {
  private let bytes: [UInt8]
  private let limits: JSONLimits
  private var place: Int
  private var count = 0
  private var path: [JSONFault.Step] = []

  init(_ bytes: [UInt8], _ limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
    place = bytes.withoutByteOrderMark.startIndex
  }

  mutating func whole() throws(JSONFault) -> JSONValue {
    let value = try value()
    skipSpace()
    guard place == bytes.count else { throw JSONFault(.notJSON) }
    return value
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    skipSpace()
    count += 1
    guard count <= limits.values else { throw JSONFault(.tooManyValues) }
    guard let first = peek else { throw JSONFault(.notJSON) }
    switch first {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object() throws(JSONFault) -> [String: JSONValue] {
    try begin()
    var members: [String: JSONValue] = [:]
    guard !consume(UInt8(ascii: "}")) else { return members }
    repeat {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw JSONFault(.notJSON) }
      let name = try string()
      guard consume(UInt8(ascii: ":")) else { throw JSONFault(.notJSON) }
      path.append(.name(name))
      guard members.updateValue(try value(), forKey: name) == nil else {
        throw JSONFault(.duplicate, path: path)
      }
      path.removeLast()
    } while consume(UInt8(ascii: ","))
    guard consume(UInt8(ascii: "}")) else { throw JSONFault(.notJSON) }
    return members
  }

  private mutating func array() throws(JSONFault) -> [JSONValue] {
    try begin()
    var values: [JSONValue] = []
    guard !consume(UInt8(ascii: "]")) else { return values }
    repeat {
      path.append(.index(values.count))
      values.append(try value())
      path.removeLast()
    } while consume(UInt8(ascii: ","))
    guard consume(UInt8(ascii: "]")) else { throw JSONFault(.notJSON) }
    return values
  }

  /// Past the bracket of a list or an object.
  private mutating func begin() throws(JSONFault) {
    // The path has a step for each list and object around this one.
    guard path.count < limits.depth else { throw JSONFault(.tooDeep, path: path) }
    place += 1
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFault)
    -> JSONValue
  {
    let text = word.description.utf8
    guard bytes[place...].starts(with: text) else { throw JSONFault(.notJSON) }
    place += text.count
    return value
  }

  private mutating func number() throws(JSONFault) -> JSONValue {
    let start = place
    let isNegative = step(over: UInt8(ascii: "-"))
    let digits = place
    var whole: Int64? = 0
    while let digit {
      whole = whole.flatMap { JSONReader.appending(digit, to: $0) }
      place += 1
    }
    guard place > digits, place == digits + 1 || bytes[digits] != UInt8(ascii: "0") else {
      throw JSONFault(.notJSON)
    }
    var isWhole = true
    if step(over: UInt8(ascii: ".")) {
      isWhole = false
      try skipDigits()
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      isWhole = false
      place += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { place += 1 }
      try skipDigits()
    }
    if isWhole, let whole { return .integer(isNegative ? -whole : whole) }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    guard let number = Double(text), number.isFinite else {
      throw JSONFault(.outOfRange, path: path)
    }
    return Int64(exactly: number).map(JSONValue.integer) ?? .number(number)
  }

  private mutating func skipDigits() throws(JSONFault) {
    guard digit != nil else { throw JSONFault(.notJSON) }
    while digit != nil { place += 1 }
  }

  private static func appending(_ digit: Int64, to number: Int64) -> Int64? {
    let (ten, isTooLarge) = number.multipliedReportingOverflow(by: 10)
    let (sum, overflows) = ten.addingReportingOverflow(digit)
    return isTooLarge || overflows ? nil : sum
  }

  private mutating func string() throws(JSONFault) -> String {
    place += 1
    var unescaped: [UInt8] = []
    while true {
      let start = place
      skipPlain()
      guard let byte = peek else { throw JSONFault(.notJSON) }
      if byte == JSONReader.quote, unescaped.isEmpty {
        defer { place += 1 }
        guard let text = String(validating: bytes[start..<place], as: UTF8.self) else {
          throw JSONFault(.notJSON)
        }
        return text
      }
      unescaped += bytes[start..<place]
      place += 1
      if byte == JSONReader.backslash {
        try escape(&unescaped)
      } else if byte == JSONReader.quote,
        let text = String(validating: unescaped, as: UTF8.self)
      {
        return text
      } else {
        throw JSONFault(.notJSON)
      }
    }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  /// To the quote that ends a string, to an escape, or to what cannot stand in one.
  ///
  /// NB: nearly all bytes of a content are looked at here, so it is written for speed.
  private mutating func skipPlain() {
    let (quote, backslash, end) = (JSONReader.quote, JSONReader.backslash, bytes.count)
    var next = place
    while next < end {
      let byte = bytes[next]
      if byte == quote || byte == backslash || byte < 0x20 { break }
      next += 1
    }
    place = next
  }

  private mutating func escape(_ text: inout [UInt8]) throws(JSONFault) {
    guard let byte = peek else { throw JSONFault(.notJSON) }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += Array(String(Character(try scalar())).utf8)
    default: throw JSONFault(.notJSON)
    }
  }

  /// What the four digits after `\u` name, or two such groups that only mean something together.
  private mutating func scalar() throws(JSONFault) -> Unicode.Scalar {
    let first = try unit()
    guard (0xD800..<0xDC00).contains(first) else {
      guard let scalar = Unicode.Scalar(first) else { throw JSONFault(.notJSON) }
      return scalar
    }
    guard step(over: UInt8(ascii: "\\")), step(over: UInt8(ascii: "u")) else {
      throw JSONFault(.notJSON)
    }
    let second = try unit()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw JSONFault(.notJSON) }
    return scalar
  }

  private mutating func unit() throws(JSONFault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = peek.flatMap({ Character(UnicodeScalar($0)).hexDigitValue }) else {
        throw JSONFault(.notJSON)
      }
      unit = unit << 4 + UInt32(digit)
      place += 1
    }
    return unit
  }

  private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

  private var digit: Int64? {
    guard let byte = peek, (0x30...0x39).contains(byte) else { return nil }
    return Int64(byte - 0x30)
  }

  private mutating func step(over byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    place += 1
    return true
  }

  /// Steps over white space and then over one byte, if it stands there.
  private mutating func consume(_ byte: UInt8) -> Bool {
    skipSpace()
    return step(over: byte)
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      place += 1
    }
  }
}
