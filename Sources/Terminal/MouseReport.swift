import Cells

/// Mouse reports: SGR (mode 1006), and the old six bytes of terminals without it.
enum MouseReport {
  static func mouse(of sequence: ControlSequence) -> Mouse? {
    let isRelease = sequence.final == UInt8(ascii: "m")
    guard isRelease || sequence.final == UInt8(ascii: "M"), sequence.numbers.count == 3 else {
      return nil
    }
    return mouse(
      code: sequence.number(0), column: sequence.number(1), row: sequence.number(2),
      isRelease: isRelease)
  }

  static func mouse(old bytes: [UInt8]) -> Mouse? {
    guard bytes.count == 3, bytes.allSatisfy({ $0 >= 32 }) else { return nil }
    let code = Int(bytes[0]) - 32
    return mouse(
      code: code, column: Int(bytes[1]) - 32, row: Int(bytes[2]) - 32,
      isRelease: code & 0b1100_0011 == 3)
  }

  /// Columns and rows count from 1.
  private static func mouse(code: Int, column: Int, row: Int, isRelease: Bool) -> Mouse? {
    guard column >= 1, row >= 1 else { return nil }
    let at = Point(x: column - 1, y: row - 1)
    var modifiers: Key.Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    let button = code & 0b1100_0011
    switch button {
    case 64: return Mouse(.wheelUp, at: at, modifiers: modifiers)
    case 65: return Mouse(.wheelDown, at: at, modifiers: modifiers)
    case 0...2:
      let kind: Mouse.Kind = isRelease ? .release : code & 32 != 0 ? .drag : .press
      return Mouse(kind, at: at, button: button, modifiers: modifiers)
    case 3 where isRelease: return Mouse(.release, at: at, modifiers: modifiers)
    default: return nil
    }
  }
}
