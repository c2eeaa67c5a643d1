import Cells

/// A terminal of 24-bit colour that knows what frames are made of, and fails on anything else.
///
/// ECMA-48: ways of the cursor, erasing, "select graphic rendition".
struct ColorTerminal {
  struct Unknown: Error {
    let sequence: String
  }

  private(set) var cells: [[Cell]]
  private var x = 0
  private var y = 0
  private var style = Style.plain

  init(_ size: Size) {
    cells = Array(repeating: Array(repeating: .blank, count: size.width), count: size.height)
  }

  mutating func feed(_ bytes: [UInt8]) throws {
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    while let first = rest.unicodeScalars.first {
      switch first {
      case "\u{1B}": try control(&rest)
      case "\r", "\u{8}", "\n":
        if first == "\n" { y += 1 } else { x = first == "\r" ? 0 : x - 1 }
        rest.unicodeScalars.removeFirst()
      default: write(rest.removeFirst())
      }
    }
  }

  private mutating func write(_ character: Character) {
    let width = displayWidth(of: String(character))
    put(Cell(character, width: UInt8(width), style: style), x)
    if width == 2 { put(Cell(" ", width: 0, style: style), x + 1) }
    x += width
  }

  /// Half a wide character is none.
  private mutating func put(_ cell: Cell, _ x: Int) {
    guard cells[y].indices.contains(x) else { return }
    if cells[y][x].width == 2 { cells[y][x + 1] = Cell(" ", style: cells[y][x].style) }
    if cells[y][x].width == 0, cell.width != 0 {
      cells[y][x - 1] = Cell(" ", style: cells[y][x].style)
    }
    cells[y][x] = cell
  }

  private mutating func control(_ rest: inout Substring) throws {
    rest.removeFirst()
    guard rest.first == "[" else {
      rest.removeFirst(2)  // ESC ( B
      return
    }
    rest.removeFirst()
    let parameters = rest.prefix { $0.isASCII && !$0.isLetter }
    rest.removeFirst(parameters.count)
    let final = rest.removeFirst()
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map {
      Int($0) ?? 0
    }
    let count = max(1, numbers.first ?? 1)
    switch final {
    case "H": (y, x) = (count - 1, max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
    case "d": y = count - 1
    case "G": x = count - 1
    case "A": y -= count
    case "B": y += count
    case "C": x += count
    case "D": x -= count
    case "X": erase(x..<x + count)
    case "K": erase(numbers.first == 1 ? 0..<x + 1 : x..<cells[y].count)
    case "J": eraseBelow(whole: numbers.first == 2)
    case "P": shift(by: -count)
    case "@": shift(by: count)
    case "m": select(numbers)
    case "h", "l", "r", "t": break
    default: throw Unknown(sequence: "\(parameters)\(final)")
    }
  }

  private mutating func erase(_ columns: Range<Int>) {
    for x in columns { put(Cell(" ", style: Style(.terminal, on: style.background)), x) }
  }

  /// The cursor stays where it is.
  private mutating func eraseBelow(whole: Bool) {
    let place = (x, y)
    for row in (whole ? 0 : y)..<cells.count {
      y = row
      erase((whole || row > place.1 ? 0 : x)..<cells[row].count)
    }
    (x, y) = place
  }

  /// Moves what stands at the cursor and after it.
  private mutating func shift(by columns: Int) {
    let blank = Cell(" ", style: Style(.terminal, on: style.background))
    let width = cells[y].count
    let rest = Array(repeating: blank, count: max(0, columns)) + cells[y][(x + max(0, -columns))...]
    cells[y] = cells[y][..<x] + rest + Array(repeating: blank, count: max(0, -columns))
    cells[y].removeLast(cells[y].count - width)
  }

  private mutating func select(_ numbers: [Int]) {
    var rest = numbers[...]
    if rest.isEmpty { style = .plain }
    while let number = rest.popFirst() {
      switch number {
      case 0: style = .plain
      case 1: style.attributes.insert(.bold)
      case 22: style.attributes.remove(.bold)
      case 39: style.foreground = .terminal
      case 49: style.background = .terminal
      case 38: style.foreground = color(&rest)
      case 48: style.background = color(&rest)
      default: break
      }
    }
  }

  private func color(_ rest: inout ArraySlice<Int>) -> Color {
    guard rest.popFirst() == 2, rest.count >= 3 else { return .terminal }
    let numbers = rest.prefix(3).map { UInt8(clamping: $0) }
    rest.removeFirst(3)
    return .rgb(red: numbers[0], green: numbers[1], blue: numbers[2])
  }
}
