public import Cells

extension StyledText {
  /// Cells; `nil` where the text is not as `init(_:)` writes it.
  public var grid: Grid? {
    // A tool between may have made line ends of another system of them.
    let ended = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    var lines = ended.map { String(Substring($0.last == 0x0D ? $0.dropLast() : $0)) }[...]
    guard let size = lines.popFirst().flatMap(Size.init(written:)), lines.count > size.height
    else { return nil }
    let rows = lines.prefix(size.height)
    lines = lines.dropFirst(size.height)
    guard lines.popFirst() == "" else { return nil }
    var styles: [Substring: Style] = [:]
    while let line = lines.popFirst(), !line.isEmpty {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let style = Style(words: parts[1]) else { return nil }
      styles[parts[0]] = style
    }
    guard lines.count == size.height + 1, lines.last == "" else { return nil }
    var grid = Grid(size)
    for (y, (row, runs)) in zip(rows, lines).enumerated() {
      guard grid.write(row, y: y), grid.wear(runs, styles, y: y) else { return nil }
    }
    return grid
  }
}

extension Size {
  /// Reads `80x24`; `nil` for what is no screen.
  public init?(written text: String) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).compactMap {
      $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) ? Int($0) : nil
    }
    guard parts.count == 2, parts.allSatisfy({ (0...1000).contains($0) }) else { return nil }
    self.init(width: parts[0], height: parts[1])
  }
}

extension Grid {
  fileprivate mutating func write(_ row: String, y: Int) -> Bool {
    guard row.unicodeScalars.contains("\u{2060}") else {
      return put(row, x: 0, y: y, .plain) == displayWidth(of: row)
    }
    let cells = row.split(separator: StyledText.joint, omittingEmptySubsequences: false)
    guard cells.count == size.width else { return false }
    for (x, cell) in cells.enumerated() where !cell.isEmpty {
      put(String(cell), x: x, y: y, .plain)
    }
    return true
  }

  fileprivate mutating func wear(
    _ runs: String, _ styles: [Substring: Style], y: Int
  ) -> Bool {
    var x = 0
    for run in runs.split(separator: " ") {
      let name = run.prefix { !$0.isNumber }
      let digits = run.dropFirst(name.count)
      guard let style = styles[name], let count = digits.isEmpty ? 1 : Int(digits),
        count > 0, count <= size.width - x
      else { return false }
      restyle(Rect(x: x, y: y, width: count, height: 1)) { $0 = style }
      x += count
    }
    return x == size.width
  }
}
