/// Where a piece of JavaScript ends: its brackets and quotes are told apart, nothing more.
struct ScriptScan {
  enum Fault: Equatable, Sendable {
    /// A quote or a comment that is not closed.
    case open(String)
    /// A bracket that closes another one than was opened, or none.
    case stray(String)
    /// Brackets inside one another beyond any reason.
    case deep
  }

  private let bytes: [UInt8]
  private var place: Int
  private var brackets: [UInt8] = []
  /// Whether a `/` would begin a regular expression.
  private var isAfterOperator = true
  /// Texts in backquotes that are open.
  private var levels = 0
  private(set) var fault: (Fault, at: Int)?

  private static let mostBrackets = 200

  init(_ bytes: [UInt8], from place: Int = 0) {
    self.bytes = bytes
    self.place = place
  }

  /// The first fault of a whole script.
  static func fault(in script: String) -> (Fault, at: Int)? {
    var scan = ScriptScan(Array(script.utf8))
    _ = scan.end(isInBraces: false)
    return scan.fault
  }

  /// Where the `}` stands that closes the script, or its end; `nil` at a fault.
  mutating func end(isInBraces: Bool) -> Int? {
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "}") where brackets.isEmpty && isInBraces: return place
      case UInt8(ascii: "\""), UInt8(ascii: "'"): guard passQuoted(byte) else { return nil }
      case UInt8(ascii: "`"): guard passTemplate() else { return nil }
      case UInt8(ascii: "/"): guard passSlash() else { return nil }
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        brackets.append(byte)
        isAfterOperator = true
        place += 1
        guard brackets.count <= Self.mostBrackets else { return fail(.deep, at: place - 1) }
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        guard let open = brackets.popLast(), Self.closing(open) == byte else {
          return fail(.stray(String(UnicodeScalar(byte))), at: place)
        }
        isAfterOperator = byte == UInt8(ascii: "}")
        place += 1
      default: passOther(byte)
      }
    }
    if let open = brackets.last { return fail(.open(String(UnicodeScalar(open))), at: place) }
    return isInBraces ? fail(.open("{"), at: place) : place
  }

  private static func closing(_ open: UInt8) -> UInt8 {
    switch open {
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    default: UInt8(ascii: "}")
    }
  }

  private mutating func fail(_ fault: Fault, at place: Int) -> Int? {
    self.fault = (fault, place)
    return nil
  }

  private mutating func passQuoted(_ quote: UInt8) -> Bool {
    let start = place
    place += 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
      if bytes[place] == quote {
        place += 1
        isAfterOperator = false
        return true
      }
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return fail(.open(String(UnicodeScalar(quote))), at: start) != nil
  }

  /// A text in backquotes, with scripts in it.
  private mutating func passTemplate() -> Bool {
    let start = place
    place += 1
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "`"):
        place += 1
        isAfterOperator = false
        return true
      case UInt8(ascii: "\\"): place += 2
      case UInt8(ascii: "$") where bytes[place...].starts(with: Array("${".utf8)):
        guard passInner() else { return false }
      default: place += 1
      }
    }
    return fail(.open("`"), at: start) != nil
  }

  /// The script after `${` of a text in backquotes, with its `}`.
  private mutating func passInner() -> Bool {
    // Each level is one of the machine's stack.
    guard levels < 20 else { return fail(.deep, at: place) != nil }
    levels += 1
    let outer = brackets
    brackets = []
    place += 2
    isAfterOperator = true
    guard end(isInBraces: true) != nil else { return false }
    levels -= 1
    brackets = outer
    place += 1
    return true
  }

  /// A comment, a regular expression or a division.
  private mutating func passSlash() -> Bool {
    let start = place
    let next = place + 1 < bytes.count ? bytes[place + 1] : 0
    if next == UInt8(ascii: "/") {
      place = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      return true
    }
    if next == UInt8(ascii: "*") {
      place += 2
      while place + 1 < bytes.count {
        if bytes[place] == UInt8(ascii: "*"), bytes[place + 1] == UInt8(ascii: "/") {
          place += 2
          return true
        }
        place += 1
      }
      return fail(.open("/*"), at: start) != nil
    }
    place += 1
    guard isAfterOperator else {
      isAfterOperator = true
      return true
    }
    var isInClass = false
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "/") where !isInClass:
        place += 1
        isAfterOperator = false
        return true
      default: break
      }
      place += 1
    }
    return fail(.open("/"), at: start) != nil
  }

  /// A name, a number, a sign or a space.
  private mutating func passOther(_ byte: UInt8) {
    guard Self.isOfName(byte) else {
      if byte > 0x20 { isAfterOperator = true }
      place += 1
      return
    }
    let start = place
    while place < bytes.count, Self.isOfName(bytes[place]) { place += 1 }
    let word = String(decoding: bytes[start..<place], as: UTF8.self)
    isAfterOperator = ["return", "typeof", "case", "in", "of", "delete", "void"].contains(word)
  }

  static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }
}
