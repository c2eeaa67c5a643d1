import Cells

/// A screen as a camera sees it: grey pixels of the block elements in a grid.
struct Picture {
  /// What a terminal makes of colours.
  enum Terminal: String, CaseIterable {
    /// Light on dark, 256 colours.
    case dark
    /// Dark on light, 256 colours.
    case light
    /// 16 colours, whose white is grey and whose black is not quite black.
    case solarized
    /// No colour at all, light on dark.
    case monoDark
    /// No colour at all, dark on light.
    case monoLight

    var ownInk: UInt8 { self == .light || self == .monoLight ? 20 : 215 }
    var ownPaper: UInt8 { self == .light || self == .monoLight ? 250 : 25 }

    func grey(of color: Color, else own: UInt8) -> UInt8 {
      guard self != .monoDark, self != .monoLight, case .palette(let entry) = color else {
        return own
      }
      switch entry {
      case 0, 16: return self == .solarized ? 45 : 0
      case 15, 231: return self == .solarized ? 225 : 255
      default: return 127
      }
    }
  }

  /// Pixels of a half cell: as wide as it is high, since a cell is twice as high as it is wide.
  static let unit = 4

  let width: Int
  let height: Int
  private(set) var pixels: [UInt8]

  /// - Parameter margin: cells of the terminal's own ground around the grid.
  init(_ grid: Grid, on terminal: Terminal, margin: Int = 2) {
    let cell = (width: Self.unit, height: 2 * Self.unit)
    width = (grid.size.width + 2 * margin) * cell.width
    height = (grid.size.height + 2 * margin) * cell.height
    pixels = Array(repeating: terminal.ownPaper, count: width * height)
    for row in 0..<grid.size.height {
      for column in 0..<grid.size.width {
        let cellText = grid[column, row]
        var ink = terminal.grey(of: cellText.style.foreground, else: terminal.ownInk)
        var paper = terminal.grey(of: cellText.style.background, else: terminal.ownPaper)
        if cellText.style.attributes.contains(.reverse) { swap(&ink, &paper) }
        for y in 0..<cell.height {
          for x in 0..<cell.width {
            let isInk = Self.covers(
              cellText.text, right: 2 * x >= cell.width, lower: 2 * y >= cell.height)
            let line = (row + margin) * cell.height + y
            pixels[line * width + (column + margin) * cell.width + x] = isInk ? ink : paper
          }
        }
      }
    }
  }

  /// A binary portable greymap, which `ZXingReader` and `zbarimg` read.
  var greymap: [UInt8] { Array("P5 \(width) \(height) 255\n".utf8) + pixels }

  private static func covers(_ text: Character, right: Bool, lower: Bool) -> Bool {
    switch text {
    case "█": true
    case "▀": !lower
    case "▄": lower
    case "▌": !right
    case "▐": right
    default: false
    }
  }
}
