/// Cuts JSON that is known to be well formed into the members of its object.
enum RawObject {
  /// The text of each member's value; names with escapes are passed over, as no name has any.
  static func members(of text: ArraySlice<UInt8>) -> [String: ArraySlice<UInt8>] {
    var members: [String: ArraySlice<UInt8>] = [:]
    var depth = 0
    var name: String?
    var start: Int?
    var place = text.startIndex
    while place < text.endIndex {
      let byte = text[place]
      switch byte {
      case UInt8(ascii: "\""):
        let end = endOfString(text, from: place)
        if depth == 1, name == nil {
          name = String(decoding: text[(place + 1)..<end], as: UTF8.self)
        }
        if depth == 1, start == nil, name != nil, isValue(text, place) { start = place }
        place = end
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if depth == 1, start == nil { start = place }
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","):
        if byte != UInt8(ascii: ",") { depth -= 1 }
        let ends = byte == UInt8(ascii: ",") ? depth == 1 : depth == 0
        if ends, let found = name, let from = start {
          members[found] = trimmed(text[from..<place])
          name = nil
          start = nil
        }
      case UInt8(ascii: ":"), 0x20, 0x09, 0x0A, 0x0D: break
      default: if depth == 1, start == nil, name != nil { start = place }
      }
      place += 1
    }
    return members
  }

  /// Whether a string at the first level stands after a colon.
  private static func isValue(_ text: ArraySlice<UInt8>, _ place: Int) -> Bool {
    let before = text[..<place].last { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return before == UInt8(ascii: ":")
  }

  private static func endOfString(_ text: ArraySlice<UInt8>, from place: Int) -> Int {
    var end = place + 1
    while end < text.endIndex, text[end] != UInt8(ascii: "\"") {
      end += text[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(end, text.endIndex - 1)
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let last = text.last, [0x20, 0x09, 0x0A, 0x0D].contains(last) { text.removeLast() }
    return text
  }
}
