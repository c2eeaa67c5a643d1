import CTerminal
import Cells
import TestSupport
import Testing

@testable import Terminal

extension OneScreen {
  /// In which order the changes of a frame are written.
  struct WritingOrderTests {
    private static let size = Size(width: 60, height: 20)
    private static let ground = Color.rgb(red: 16, green: 14, blue: 13)
    private static let inks = [
      Style(.rgb(red: 143, green: 133, blue: 123), on: ground),
      Style(.rgb(red: 244, green: 239, blue: 232), on: ground),
      Style(.rgb(red: 173, green: 163, blue: 154), on: ground),
      Style(.rgb(red: 244, green: 239, blue: 232), on: ground, .bold),
    ]

    /// A list of four columns, each in an ink of its own.
    private func list(_ word: String) -> Grid {
      var grid = Grid(Self.size, filledWith: Self.inks[1])
      for y in 0..<20 {
        for (column, ink) in Self.inks.enumerated() {
          grid.put("\(word) \(y * 4 + column)", x: column * 15, y: y, ink)
        }
      }
      return grid
    }

    @Test(arguments: [(true, "38;2;"), (false, "38;5;")])
    func `an ink of a list is said once, not in each row`(isDirect: Bool, color: String) throws {
      let presenter = try Presenter(
        term: "xterm-256color", size: Self.size, hasDirectColor: isDirect)
      _ = presenter.frame(list("before"), Modes())
      let frame = String(decoding: presenter.frame(list("after"), Modes()), as: UTF8.self)
      #expect((3...5).contains(frame.ranges(of: color).count), "\(frame.debugDescription)")
    }

    @Test func `a picture with hundreds of inks takes no more passes than a list`() throws {
      let order = WritingOrder(ColorEncoding(colors: 1 << 24, isDirect: true))
      let rows = (0..<Self.size.height).map { y in
        RowChange(y: y, before: picture("▀", row: y), after: picture("▄", row: y))
      }
      let passes = order.passes(of: rows)
      #expect(Set(passes.values) == Set(1...WritingOrder.mostPasses))
    }

    /// Sixty inks, each in four rows.
    private func picture(_ symbol: String, row y: Int) -> [ct_cell] {
      var grid = Grid(Size(width: Self.size.width, height: 1))
      for x in 0..<Self.size.width {
        let color = Color.rgb(red: UInt8(x % 12 * 20), green: UInt8(y / 4 * 20), blue: 90)
        grid.put(symbol, x: x, y: 0, Style(color, on: Self.ground))
      }
      var row = [ct_cell](repeating: .blank, count: Self.size.width)
      ColorEncoding(colors: 1 << 24, isDirect: true).fill(&row, from: grid.row(0))
      return row
    }

    @Test(arguments: 0..<6)
    func `each frame shows what its grid has`(seed: UInt64) throws {
      var random = SeededGenerator(seed: seed)
      let presenter = try Presenter(
        term: "xterm-256color", size: Self.size, hasDirectColor: true)
      var terminal = ColorTerminal(Self.size)
      for number in 0..<8 {
        let grid = scattered(with: &random)
        try terminal.feed(presenter.frame(grid, Modes()))
        for y in 0..<Self.size.height {
          for (x, cell) in grid.row(y).enumerated() {
            #expect(
              terminal.cells[y][x].looks(like: cell), "frame \(number), column \(x) of row \(y)")
          }
        }
      }
    }

    @Test func `what is written of a row first cuts no wide character in half`() throws {
      func row(_ parts: (text: String, ink: Style)...) -> [ct_cell] {
        var grid = Grid(Size(width: 8, height: 1), filledWith: Self.inks[1])
        var x = 0
        for part in parts {
          grid.put(part.text, x: x, y: 0, part.ink)
          x += displayWidth(of: part.text)
        }
        var row = [ct_cell](repeating: .blank, count: 8)
        ColorEncoding(colors: 1 << 24, isDirect: true).fill(&row, from: grid.row(0))
        return row
      }
      let change = RowChange(
        y: 0, before: row(("a日本語", Self.inks[0])),
        after: row(("ab", Self.inks[3]), ("本c", Self.inks[2]), ("日", Self.inks[0])))
      for first in Set(change.after.map(\.rendition)) {
        var written = change
        written.plan([first: 1])
        let row = written.written(in: 1)
        let widths = try #require(row).map { Int($0.width) }
        #expect(widths.reduce(0, +) == 8, "\(widths)")
        for (x, width) in widths.enumerated() where width == 2 { #expect(widths[x + 1] == 0) }
      }
    }

    /// Words of one and of two columns a letter, in any ink anywhere, some upon halves of others.
    private func scattered(with random: inout SeededGenerator) -> Grid {
      var grid = Grid(Self.size, filledWith: Self.inks[1])
      let words = ["Зёрна", "日本", "☕️", "a", " ", "         ", "Кофе 日", "─────"]
      for _ in 0..<150 {
        guard let word = words.randomElement(using: &random),
          let ink = Self.inks.randomElement(using: &random)
        else { continue }
        let x = Int.random(in: 0..<58, using: &random)
        grid.put(word, x: x, y: Int.random(in: 0..<20, using: &random), ink)
      }
      return grid
    }
  }
}

extension Cell {
  /// The ink of a blank is not seen.
  fileprivate func looks(like other: Cell) -> Bool {
    let isBlank = text == " " && other.text == " "
    return text == other.text && width == other.width
      && style.background == other.style.background
      && (isBlank || width == 0 || style == other.style)
  }
}
