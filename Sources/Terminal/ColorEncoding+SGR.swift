import Cells

/// What is written beside ncurses says its colours itself.
extension ColorEncoding {
  /// A style as SGR, with a reset before it.
  func rendition(of style: Style) -> String {
    var codes = ["0"]
    let attributes: [(Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ]
    for (attribute, code) in attributes where style.attributes.contains(attribute) {
      codes.append(code)
    }
    codes += code(of: style.foreground, 30) + code(of: style.background, 40)
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }

  /// - Parameter base: 30 for ink, 40 for ground.
  private func code(of color: Color, _ base: Int) -> [String] {
    let number = Int(self.number(of: color))
    switch number {
    case ..<0: return []
    case 0..<8: return ["\(base + number)"]
    case _ where isDirect:
      return ["\(base + 8);2;\(number >> 16);\(number >> 8 & 255);\(number & 255)"]
    case 8..<16 where colors <= 16: return ["\(base + 60 + number - 8)"]
    default: return ["\(base + 8);5;\(number)"]
    }
  }
}
