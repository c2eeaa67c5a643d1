/// A block element that fills a part of its cell, and the space, which fills none.
///
/// Each is one of twenty ways to cut a cell in two, with or without the two sides exchanged.
public enum BlockSymbol: UInt8, CaseIterable, Sendable {
  case space
  case full
  case lower1, lower2, lower3, lower4, lower5, lower6, lower7
  case upper1, upper4
  case left1, left2, left3, left4, left5, left6, left7
  case right1, right4
  case topLeft, topRight, bottomLeft, bottomRight
  case allButTopLeft, allButTopRight, allButBottomLeft, allButBottomRight
  case falling, rising

  public init?(_ scalar: Unicode.Scalar) {
    guard let symbol = BlockSymbol.allCases.first(where: { $0.scalar == scalar }) else {
      return nil
    }
    self = symbol
  }

  /// One column wide in all but East Asian terminals.
  public var scalar: Unicode.Scalar {
    switch self {
    case .space: " "
    case .full: "█"
    case .lower1: "▁"
    case .lower2: "▂"
    case .lower3: "▃"
    case .lower4: "▄"
    case .lower5: "▅"
    case .lower6: "▆"
    case .lower7: "▇"
    case .upper1: "▔"
    case .upper4: "▀"
    case .left1: "▏"
    case .left2: "▎"
    case .left3: "▍"
    case .left4: "▌"
    case .left5: "▋"
    case .left6: "▊"
    case .left7: "▉"
    case .right1: "▕"
    case .right4: "▐"
    case .topLeft: "▘"
    case .topRight: "▝"
    case .bottomLeft: "▖"
    case .bottomRight: "▗"
    case .allButTopLeft: "▟"
    case .allButTopRight: "▙"
    case .allButBottomLeft: "▜"
    case .allButBottomRight: "▛"
    case .falling: "▚"
    case .rising: "▞"
    }
  }

  /// The symbol that fills what this one leaves; `nil` where Unicode has none.
  public var inverse: BlockSymbol? {
    switch self {
    case .space: .full
    case .full: .space
    case .lower4: .upper4
    case .upper4: .lower4
    case .lower7: .upper1
    case .upper1: .lower7
    case .left4: .right4
    case .right4: .left4
    case .left7: .right1
    case .right1: .left7
    case .topLeft: .allButTopLeft
    case .topRight: .allButTopRight
    case .bottomLeft: .allButBottomLeft
    case .bottomRight: .allButBottomRight
    case .allButTopLeft: .topLeft
    case .allButTopRight: .topRight
    case .allButBottomLeft: .bottomLeft
    case .allButBottomRight: .bottomRight
    case .falling: .rising
    case .rising: .falling
    case .lower1, .lower2, .lower3, .lower5, .lower6, .left1, .left2, .left3, .left5, .left6: nil
    }
  }

  /// Whether it fills a sample of its cell, which has 8 columns and 16 rows of them.
  func fills(column: Int, row: Int) -> Bool {
    let (isLeft, isTop) = (column < 4, row < 8)
    return switch self {
    case .space: false
    case .full: true
    case .lower1, .lower2, .lower3, .lower4, .lower5, .lower6, .lower7:
      row >= 16 - 2 * Int(rawValue - BlockSymbol.lower1.rawValue + 1)
    case .upper1: row < 2
    case .upper4: isTop
    case .left1, .left2, .left3, .left4, .left5, .left6, .left7:
      column <= Int(rawValue - BlockSymbol.left1.rawValue)
    case .right1: column == 7
    case .right4: !isLeft
    case .topLeft: isTop && isLeft
    case .topRight: isTop && !isLeft
    case .bottomLeft: !isTop && isLeft
    case .bottomRight: !isTop && !isLeft
    case .allButTopLeft: !(isTop && isLeft)
    case .allButTopRight: !(isTop && !isLeft)
    case .allButBottomLeft: !(!isTop && isLeft)
    case .allButBottomRight: !(!isTop && !isLeft)
    case .falling: isTop == isLeft
    case .rising: isTop != isLeft
    }
  }
}
