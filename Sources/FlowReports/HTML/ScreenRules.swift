import App
import Cells

/// The screens of a page, each once, as the grounds of numbered classes.
struct ScreenRules {
  private(set) var text = ""
  private var numbers: [RecordedScreen: Int] = [:]

  /// - Returns: the number of the screen's class; `nil` for one that cannot be drawn.
  mutating func number(of screen: RecordedScreen) -> Int? {
    if let number = numbers[screen] { return number }
    guard let size = screen.frame?.grid.size, let svg = screen.svg else { return nil }
    let number = numbers.count
    numbers[screen] = number
    // A cell is twice as high as it is wide.
    text += ".s\(number){--ratio:\(size.width)/\(max(1, size.height * 2));"
    text += "background-image:url(\"data:image/svg+xml;charset=utf-8,\(Self.escaped(svg))\")}\n"
    return number
  }

  /// For an address in a style sheet between double quotation marks, in an element of HTML.
  ///
  /// The marks of attributes become single ones, which the texts of an SVG do not have to avoid.
  static func escaped(_ svg: String) -> String {
    var result = ""
    result.reserveCapacity(svg.utf8.count * 5 / 4)
    for scalar in svg.unicodeScalars {
      switch scalar {
      case "\"": result += "'"
      case "%": result += "%25"
      case "#": result += "%23"
      case "<": result += "%3C"
      case ">": result += "%3E"
      case "\\": result += "%5C"
      case "\n": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
