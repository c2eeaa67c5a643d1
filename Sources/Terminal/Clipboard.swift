import FoundationEssentials

/// The clipboard of the terminal, wherever it runs (xterm's OSC 52).
///
/// https://invisible-island.net/xterm/ctlseqs/ctlseqs.html, "Manipulate Selection Data". A terminal
/// that does not have it, or whose owner has closed it to programs, passes it over in silence.
enum Clipboard {
  /// Bytes of the text; terminals have limits of their own.
  static let longest = 8192

  static func sequence(_ text: String) -> [UInt8] {
    let text = Data(whole(text).utf8).base64EncodedString()
    return Array("\u{1B}]52;c;\(text)\u{1B}\\".utf8)
  }

  /// As much of a text as may be, with no letter cut in two.
  private static func whole(_ text: String) -> Substring {
    guard text.utf8.count > longest else { return Substring(text) }
    var end = text.utf8.index(text.startIndex, offsetBy: longest)
    while end.samePosition(in: text) == nil { end = text.utf8.index(before: end) }
    return text[..<end]
  }
}
