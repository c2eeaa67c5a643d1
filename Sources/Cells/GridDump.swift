extension Grid {
  /// The text of each row, without the spaces at its end.
  public var lines: [String] {
    (0..<size.height).map { y in
      var line = ""
      var end = line.endIndex
      for cell in row(y) where cell.width > 0 {
        line.append(cell.text)
        if cell.text != " " { end = line.endIndex }
      }
      return String(line[..<end])
    }
  }

  /// All rows as one text.
  public var text: String { lines.joined(separator: "\n") }

  /// FNV-1a of all styles in reading order, 16 hex digits, the same on every machine.
  public var styleHash: String {
    var hash = FNV1a()
    for cell in cells {
      hash.add(cell.style.foreground)
      hash.add(cell.style.background)
      hash.add(cell.style.attributes.rawValue)
    }
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// The 64-bit Fowler–Noll–Vo hash.
private struct FNV1a {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  mutating func add(_ color: Color) {
    switch color {
    case .terminal: add(0)
    case .palette(let index):
      add(1)
      add(index)
    case .rgb(let red, let green, let blue):
      add(2)
      add(red)
      add(green)
      add(blue)
    }
  }
}
