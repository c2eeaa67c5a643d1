import Cells

/// Which key stands behind a control character, an SS3 letter or a control sequence.
enum KeySequence {
  static func key(control byte: UInt8) -> Key? {
    switch byte {
    case 0x00: Key(.character(" "), .control)
    case 0x08, Byte.delete: Key(.backspace)
    case 0x09: Key(.tab)
    case 0x0A, 0x0D: Key(.enter)
    case 0x01...0x1A: .control(String(Unicode.Scalar(byte + 0x60)))
    case 0x1C...0x1F: .control(String(Unicode.Scalar(byte + 0x40)))
    default: nil
    }
  }

  static func key(singleShift final: UInt8, modifiers: Int) -> Key? {
    switch final {
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      // rxvt: Control and an arrow.
      letters[final - 0x20].map { Key($0, .control) }
    case UInt8(ascii: "M"): Key(.enter, self.modifiers(modifiers))
    default: letters[final].map { Key($0, self.modifiers(modifiers)) }
    }
  }

  static func key(of sequence: ControlSequence) -> Key? {
    let modifiers = modifiers(sequence.number(1))
    switch sequence.final {
    case UInt8(ascii: "~") where sequence.number(0) == 27:
      return key(scalar: sequence.number(2), modifiers)
    case UInt8(ascii: "~"): return numbered[sequence.number(0)].map { Key($0, modifiers) }
    case UInt8(ascii: "u"): return key(scalar: sequence.number(0), modifiers)
    case UInt8(ascii: "Z"): return Key(.tab, modifiers.union(.shift))
    case UInt8(ascii: "$"): return numbered[sequence.number(0)].map { Key($0, .shift) }
    case UInt8(ascii: "^"): return numbered[sequence.number(0)].map { Key($0, .control) }
    case UInt8(ascii: "@") where sequence.number(0) > 1:
      return numbered[sequence.number(0)].map { Key($0, [.shift, .control]) }
    case UInt8(ascii: "a")...UInt8(ascii: "d") where sequence.numbers.isEmpty:
      return letters[sequence.final - 0x20].map { Key($0, .shift) }
    case UInt8(ascii: "R") where sequence.numbers.count == 2:
      // NB: also the answer to "where is the cursor?"; only row 1 can be mistaken for F3.
      guard sequence.number(0) == 1, (2...16).contains(sequence.number(1)) else { return nil }
      return Key(.function(3), modifiers)
    default: return letters[sequence.final].map { Key($0, modifiers) }
    }
  }

  /// xterm's number is 1 and a bit for each modifier; what is not ours (Super, …) is left out.
  private static func modifiers(_ number: Int) -> Key.Modifiers {
    guard number > 1 else { return [] }
    return Key.Modifiers(rawValue: UInt8(truncatingIfNeeded: number - 1) & 0b111)
  }

  /// Keys that say their character by its number (modifyOtherKeys, the kitty protocol).
  private static func key(scalar value: Int, _ modifiers: Key.Modifiers) -> Key? {
    switch value {
    case 9: return Key(.tab, modifiers)
    case 13: return Key(.enter, modifiers)
    case 27: return Key(.escape, modifiers)
    case 8, 127: return Key(.backspace, modifiers)
    default:
      // The private use area holds the kitty protocol's numbers of keys without a character.
      guard value >= 0x20, !(0x80..<0xA0).contains(value), !(0xE000..<0xF900).contains(value),
        let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init)
      else { return nil }
      return Key(.character(String(scalar)), modifiers)
    }
  }

  private static let letters: [UInt8: Key.Code] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
  ]

  private static let numbered: [Int: Key.Code] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]
}
