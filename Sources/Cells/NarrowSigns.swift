/// Signs whose width is "ambiguous" (Unicode, UAX #11): terminals of East Asia may draw them in two
/// columns, where everything behind them would stand in the wrong place.
public enum NarrowSigns {
  /// A sign that shows which of both a terminal does.
  public static let probe: Character = "●"

  /// What stands for a sign where signs are wide, in one column everywhere; `nil` for what is the
  /// same everywhere, and for letters, which nothing else can stand for.
  static func sign(for sign: Character) -> Character? {
    guard let scalar = sign.unicodeScalars.first, scalar.value >= 0xA1, scalar.value < 0x2700 else {
      return nil
    }
    switch scalar.value {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x2550: return "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x2551: return "|"
    case 0x250C...0x254B, 0x2552...0x2573: return "+"
    // Eighths from below, then from the left; what is less than a half is a line.
    case 0x2581...0x2583: return "_"
    case 0x2580, 0x2584...0x2587: return "="
    case 0x2589...0x258B: return "#"
    case 0x258C...0x258F: return "|"
    case 0x2592...0x2595: return ":"
    default: break
    }
    switch sign {
    case "●", "◉", "★", "☆", "◆", "■", "▣", "▦", "▤", "▲", "△", "▼", "▽": return "*"
    case "○", "◎", "◐", "◑", "◇", "□", "▷", "▶", "◀", "◁": return "o"
    case "→", "⇒": return ">"
    case "←": return "<"
    case "↑": return "^"
    case "↓": return "v"
    case "↔", "↕": return "+"
    case "—", "–", "―", "‐": return "-"
    case "…", "·", "‥": return "."
    case "“", "”", "„", "″": return "\""
    case "‘", "’", "′": return "'"
    case "×": return "x"
    case "÷": return "/"
    case "±": return "+"
    case "°", "º": return "o"
    case "§", "¶", "†", "‡", "※": return "*"
    case "№": return "N"
    case "√": return "v"
    default: return nil
    }
  }
}

extension Grid {
  /// The grid with signs that are one column wide in every terminal.
  ///
  /// A full block is a space in its ink's colour: symbols of full blocks stay what they are.
  public func withNarrowSigns() -> Grid {
    var grid = self
    for y in 0..<size.height {
      for x in 0..<size.width {
        let cell = self[x, y]
        guard cell.width == 1, cell.text != " " else { continue }
        if cell.text == "█" {
          grid.put(" ", x: x, y: y, cell.style.onItsInk)
        } else if let sign = NarrowSigns.sign(for: cell.text) {
          grid.put(String(sign), x: x, y: y, cell.style)
        }
      }
    }
    return grid
  }
}

extension Style {
  /// What a blank has to be to look like a full block.
  fileprivate var onItsInk: Style {
    guard foreground == .terminal || background == .terminal else {
      return Style(background, on: foreground, attributes.subtracting(.underline))
    }
    return Style(
      foreground, on: background,
      attributes.subtracting(.underline).symmetricDifference(.reverse))
  }
}
