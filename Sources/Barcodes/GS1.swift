/// Codes of GS1: parts that begin with an application identifier
/// (GS1 General Specifications, sections 3 and 7.8).
enum GS1 {
  /// What ends a part whose length is not given.
  private static let separator: UInt8 = 0x1D

  /// The value as libzint takes it: the first two digits of each identifier in brackets, from which
  /// it knows where FNC1 has to stand.
  static func bracketed(_ value: String) throws(BarcodeError) -> [UInt8] {
    for character in value {
      let isPlain = character.utf8.allSatisfy {
        (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]")
      }
      guard isPlain || character == "\u{1D}" else { throw .character(character) }
    }
    var rest = Array(value.utf8)[...]
    var bytes: [UInt8] = []
    while true {
      while rest.first == separator { rest = rest.dropFirst() }
      guard !rest.isEmpty else { break }
      let identifier = rest.prefix(2)
      guard identifier.count == 2, let number = Int(String(decoding: identifier, as: UTF8.self)),
        number >= 0
      else { throw .refused("a part without its identifier") }
      let end = rest.firstIndex(of: separator) ?? rest.endIndex
      let part = rest[..<min(end, rest.startIndex + (length(of: number) ?? rest.count))]
      bytes += [UInt8(ascii: "[")] + identifier + [UInt8(ascii: "]")] + part.dropFirst(2)
      rest = rest[part.endIndex...]
    }
    guard !bytes.isEmpty else { throw .empty }
    return bytes
  }

  /// Characters of a part with its identifier, by the two digits that it begins with; `nil` for one
  /// that goes on up to a separator.
  private static func length(of identifier: Int) -> Int? {
    switch identifier {
    case 0: 20
    case 1, 2, 3: 16
    case 4: 18
    case 11...19: 8
    case 20: 4
    case 31...36: 10
    case 41: 16
    default: nil
    }
  }
}
