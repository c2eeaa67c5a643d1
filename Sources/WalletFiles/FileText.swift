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
  /// otherwise, Windows-1251 where its letters make Cyrillic words, else Windows-1252, whose letters
  /// are those of ISO-8859-1.
  static func table(_ bytes: [UInt8]) -> String? {
    if let text = decoded(bytes) { return text }
    guard !bytes.contains(0) else { return nil }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { line in (line, String(validating: line, as: UTF8.self)) }
    let balance = lines.filter { $0.1 == nil }.reduce(0) { $0 + cyrillicWeight($1.0) }
    let upper = balance > 0 ? cyrillic : latin
    return lines.map { line, text in text ?? windows(line, upper) }.joined(separator: "\n")
  }

  /// How much speaks for Cyrillic: letters beyond ASCII make words of their own there, and stand among
  /// Latin ones elsewhere.
  private static func cyrillicWeight(_ line: ArraySlice<UInt8>) -> Int {
    func isLetter(_ byte: UInt8) -> Bool { byte >= 0xC0 || byte == 0xA8 || byte == 0xB8 }
    func isLatin(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80 }
    return line.split { !isLetter($0) && !isLatin($0) }.reduce(0) { weight, word in
      let count = word.count(where: isLetter)
      return weight + (count == word.count ? (count > 1 ? count : 0) : -count)
    }
  }

  /// What Windows-1252 and Windows-1251 have from 0x80 on, up to their letters.
  private static let latin = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
  private static let cyrillic =
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї"

  private static func windows(_ bytes: ArraySlice<UInt8>, _ upper: String) -> String {
    let upper = Array(upper.unicodeScalars)
    let isCyrillic = upper.count == 0x40
    var text = String.UnicodeScalarView()
    for byte in bytes {
      if byte >= 0x80, Int(byte) - 0x80 < upper.count {
        text.append(upper[Int(byte) - 0x80])
      } else if isCyrillic, byte >= 0xC0, let letter = Unicode.Scalar(0x350 + UInt32(byte)) {
        text.append(letter)
      } else {
        text.append(Unicode.Scalar(byte))
      }
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
