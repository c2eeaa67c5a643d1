import FoundationEssentials

/// The clipboard of the terminal, wherever it runs (xterm's OSC 52).
///
/// https://invisible-island.net/xterm/ctlseqs/ctlseqs.html, "Manipulate Selection Data". A terminal
/// that does not have it, or whose owner has closed it to programs, passes it over in silence.
enum Clipboard {
  /// Bytes of the text; terminals have limits of their own.
  static let longest = 8192

  static func sequence(_ text: String) -> [UInt8] {
    let text = Data(text.utf8.prefix(longest)).base64EncodedString()
    return Array("\u{1B}]52;c;\(text)\u{1B}\\".utf8)
  }
}
