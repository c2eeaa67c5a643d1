extension MemberExport {
  /// Throws when bytes are no whole JSON object, or one that is no export.
  ///
  /// It looks for what makes an export of any version, and never at single members of its lines: a
  /// document belongs to the member however new or old the server is, and one of 54 MB as values is
  /// 250 MB of memory.
  public static func check(_ bytes: [UInt8]) throws(WireError) {
    var outline = JSONOutline()
    for byte in bytes { try outline.consume(byte) }
    guard outline.isWhole else { throw WireError(reason: .notJSON, pointer: "") }
    for name in [CodingKeys.exportedAt, .member, .ledger].map(\.stringValue)
    where !outline.names.contains(name) {
      throw WireError(reason: .missing, pointer: "/\(name)")
    }
  }
}

/// The names of the outermost object of a JSON text; of what is inside only strings and brackets.
private struct JSONOutline {
  private(set) var names: [String] = []
  /// Closing brackets that have to come, the next one last.
  private var open: [UInt8] = []
  private var isInString = false
  private var isEscaped = false
  /// The last string of the outermost object, while it may be a name.
  private var text: [UInt8] = []
  private(set) var isWhole = false

  mutating func consume(_ byte: UInt8) throws(WireError) {
    if isInString {
      try takeText(byte)
      return
    }
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): return
    case UInt8(ascii: "{") where !isWhole: open.append(UInt8(ascii: "}"))
    case _ where open.isEmpty: throw WireError(reason: .notJSON, pointer: "")
    case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      guard open.popLast() == byte else { throw WireError(reason: .notJSON, pointer: "") }
      isWhole = open.isEmpty
    case UInt8(ascii: "\""):
      isInString = true
      text = []
    case UInt8(ascii: ":") where open.count == 1:
      names.append(String(decoding: text, as: UTF8.self))
    default: return
    }
  }

  private mutating func takeText(_ byte: UInt8) throws(WireError) {
    // A raw control character is what a page or a binary has, and no string of JSON.
    guard byte >= 0x20 else { throw WireError(reason: .notJSON, pointer: "") }
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
      return
    }
    if open.count == 1, text.count < 64 { text.append(byte) }
  }
}
