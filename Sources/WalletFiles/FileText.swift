/// The text of a file, with or without a mark of the byte order.
enum FileText {
  /// - Returns: `nil` for bytes that are neither UTF-8 nor UTF-16.
  static func decoded(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return String(validating: bytes.dropFirst(3), as: UTF8.self)
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return wide(bytes.dropFirst(2), isBigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return wide(bytes.dropFirst(2), isBigEndian: true) }
    // Latin letters in UTF-16 have a nought beside each.
    if bytes.count >= 2, bytes[1] == 0, bytes[0] != 0 {
      return wide(bytes[...], isBigEndian: false)
    }
    if bytes.count >= 2, bytes[0] == 0, bytes[1] != 0 { return wide(bytes[...], isBigEndian: true) }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The text of a table: a line that is no UTF-8 is what spreadsheets write where they are not told
  /// otherwise, Windows-1252, whose letters are those of ISO-8859-1.
  static func table(_ bytes: [UInt8]) -> String? {
    if let text = decoded(bytes) { return text }
    guard !bytes.contains(0) else { return nil }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.map { String(validating: $0, as: UTF8.self) ?? windows($0) }
      .joined(separator: "\n")
  }

  private static func windows(_ bytes: ArraySlice<UInt8>) -> String {
    let upper = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append((0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return String(text)
  }

  private static func wide(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> String? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { place in
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    return String(validating: units, as: UTF16.self)
  }
}
