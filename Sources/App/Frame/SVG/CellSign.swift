import Cells

/// A sign that is drawn, not written: blocks (U+2580) and lines (U+2500), as parts of their cell.
struct CellSign {
  var parts: [Rect]
  /// How much of the ink is seen: the shades are a mixture.
  var eighthsOfInk = 8

  init?(_ text: Character) {
    let scalars = text.unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { return nil }
    switch scalar.value {
    case 0x2580...0x259F: self.init(block: Int(scalar.value) - 0x2580)
    case 0x2500...0x257F: self.init(line: scalar)
    default: return nil
    }
  }

  private init?(block: Int) {
    let (width, height) = (FrameImage.cell.width, FrameImage.cell.height)
    let whole = Rect(FrameImage.cell)
    switch block {
    case 0x00: parts = [whole.top(height / 2)]
    case 0x01...0x08: parts = [whole.bottom(height * block / 8)]
    case 0x09...0x0F: parts = [whole.inset(right: width * (block - 8) / 8)]
    case 0x10: parts = [whole.inset(left: width / 2)]
    case 0x11...0x13:
      parts = [whole]
      eighthsOfInk = (block - 0x10) * 2
    case 0x14: parts = [whole.top(height / 8)]
    case 0x15: parts = [whole.inset(left: width * 7 / 8)]
    default: parts = Self.quarters(Self.quarters[block - 0x16])
    }
  }

  /// ▖▗▘▙▚▛▜▝▞▟: 1 is the upper left quarter, 2 the upper right, 4 the lower left, 8 the lower right.
  private static let quarters = [4, 8, 1, 13, 9, 7, 11, 2, 6, 14]

  private static func quarters(_ bits: Int) -> [Rect] {
    let (width, height) = (FrameImage.cell.width / 2, FrameImage.cell.height / 2)
    return (0..<4).filter { bits >> $0 & 1 == 1 }.map {
      Rect(x: $0 % 2 * width, y: $0 / 2 * height, width: width, height: height)
    }
  }

  private init?(line scalar: Unicode.Scalar) {
    guard let arms = Self.arms[scalar] else { return nil }
    let (width, height) = (FrameImage.cell.width, FrameImage.cell.height)
    // Where strokes meet, each goes on as far as the others are wide, so that corners are full.
    let isCrossing = max(arms.up, arms.down) > 0 && max(arms.left, arms.right) > 0
    let reach = isCrossing ? max(arms.up, arms.right, arms.down, arms.left) : 0
    let across = { (stroke: Int, from: Int, to: Int) in
      Rect(x: from, y: height / 2 - stroke, width: to - from, height: 2 * stroke)
    }
    let along = { (stroke: Int, from: Int, to: Int) in
      Rect(x: width / 2 - stroke, y: from, width: 2 * stroke, height: to - from)
    }
    let lines =
      (arms.up == arms.down
        ? [along(arms.up, 0, height)]
        : [along(arms.up, 0, height / 2 + reach), along(arms.down, height / 2 - reach, height)])
      + (arms.left == arms.right
        ? [across(arms.left, 0, width)]
        : [across(arms.left, 0, width / 2 + reach), across(arms.right, width / 2 - reach, width)])
    parts = lines.filter { !$0.isEmpty }
  }

  private typealias Arms = (up: Int, right: Int, down: Int, left: Int)

  /// Half the width of each stroke, in units; round corners are drawn as the others.
  private static let arms: [Unicode.Scalar: Arms] = [
    "─": (0, 1, 0, 1), "│": (1, 0, 1, 0), "┌": (0, 1, 1, 0), "┐": (0, 0, 1, 1),
    "└": (1, 1, 0, 0), "┘": (1, 0, 0, 1), "├": (1, 1, 1, 0), "┤": (1, 0, 1, 1),
    "┬": (0, 1, 1, 1), "┴": (1, 1, 0, 1), "┼": (1, 1, 1, 1), "╭": (0, 1, 1, 0),
    "╮": (0, 0, 1, 1), "╯": (1, 0, 0, 1), "╰": (1, 1, 0, 0), "╴": (0, 0, 0, 1),
    "╵": (1, 0, 0, 0), "╶": (0, 1, 0, 0), "╷": (0, 0, 1, 0),
    "━": (0, 3, 0, 3), "┃": (3, 0, 3, 0), "┏": (0, 3, 3, 0), "┓": (0, 0, 3, 3),
    "┗": (3, 3, 0, 0), "┛": (3, 0, 0, 3), "╸": (0, 0, 0, 3), "╹": (3, 0, 0, 0),
    "╺": (0, 3, 0, 0), "╻": (0, 0, 3, 0), "╼": (0, 3, 0, 1), "╾": (0, 1, 0, 3),
    "╽": (1, 0, 3, 0), "╿": (3, 0, 1, 0),
  ]
}
