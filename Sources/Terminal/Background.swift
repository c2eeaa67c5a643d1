/// Whether the terminal's own background is light or dark.
public enum Background: Hashable, Sendable {
  case light
  case dark

  /// Reads the answer to OSC 11: `11;rgb:RRRR/GGGG/BBBB`, one to four hex digits each.
  init?(reply: some Sequence<UInt8>) {
    let text = String(decoding: Array(reply), as: UTF8.self)
    let prefix = "11;rgb"
    guard text.hasPrefix(prefix), let colon = text.firstIndex(of: ":") else { return nil }
    let parts = text[text.index(after: colon)...].split(separator: "/").prefix(3)
    let levels = parts.compactMap(Background.level)
    guard levels.count == 3 else { return nil }
    // Rec. 709 luma, good enough to tell day from night.
    let luma = 0.2126 * levels[0] + 0.7152 * levels[1] + 0.0722 * levels[2]
    self = luma > 0.5 ? .light : .dark
  }

  private static func level(_ digits: Substring) -> Double? {
    guard (1...4).contains(digits.utf8.count), let value = Int(digits, radix: 16) else {
      return nil
    }
    return Double(value) / Double((1 << (4 * digits.utf8.count)) - 1)
  }
}
