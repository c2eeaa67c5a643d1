import Cells
import Testing

struct GridTests {
  @Test func `a grid dumps as lines without the spaces at their ends`() {
    var grid = Grid(Size(width: 6, height: 3))
    grid.put("世界!", x: 0, y: 0, .plain)
    grid.put(" x  ", x: 0, y: 2, .plain)
    #expect(grid.lines == ["世界!", "", " x"])
    #expect(grid.text == "世界!\n\n x")
  }

  @Test func `the style hash tells frames apart that read alike`() {
    var plain = Grid(Size(width: 4, height: 1))
    plain.put("ab", x: 0, y: 0, .plain)
    var bold = Grid(Size(width: 4, height: 1))
    bold.put("ab", x: 0, y: 0, Style(.terminal, .bold))
    #expect(plain.text == bold.text)
    #expect(plain.styleHash != bold.styleHash)
    var colored = plain
    colored.restyle(Rect(x: 0, y: 0, width: 1, height: 1)) { $0.foreground = .palette(0) }
    #expect(colored.styleHash != plain.styleHash)
  }

  @Test func `the style hash is the same on every machine and in every run`() {
    // FNV-1a of 00 00 00, by hand.
    #expect(Grid(Size(width: 1, height: 1)).styleHash == "d94d12186c0f2fb7")
    #expect(Grid(Size(width: 0, height: 0)).styleHash == "cbf29ce484222325")
  }

  @Test(arguments: [
    "\u{1B}[31m", "\u{9B}31m", "\u{9D}0;x\u{9C}", "\u{7}", "\u{8}", "\r\n", "\u{7F}", "\u{202E}",
    "\u{2066}\u{2069}", "\u{200B}", "\u{FEFF}", "\u{2028}", "a\u{200D}", "b\u{FE0F}", "👨‍👩‍👧",
    "\u{E0041}", "\u{1B}",
  ])
  func `nothing that steers a terminal gets into a cell`(text: String) {
    var grid = Grid(Size(width: 20, height: 1))
    grid.put("<" + text + ">", x: 0, y: 0, .plain)
    let scalars = grid.cells.flatMap { Array($0.text.unicodeScalars) }
    #expect(!scalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
    #expect(!scalars.contains { $0.properties.generalCategory == .format })
    #expect(!scalars.contains { $0.properties.isVariationSelector })
    #expect(grid.lines[0].hasPrefix("<") && grid.lines[0].hasSuffix(">"))
  }

  @Test func `a joined emoji becomes its first one and keeps the columns after it`() {
    var grid = Grid(Size(width: 6, height: 1))
    #expect(grid.put("👨‍👩‍👧|❤️|", x: 0, y: 0, .plain) == 5)
    #expect(grid.lines == ["👨|❤|"])
  }

  @Test func `marks without end on one letter are bounded`() {
    var grid = Grid(Size(width: 2, height: 1))
    grid.put("a" + String(repeating: "\u{301}", count: 1000), x: 0, y: 0, .plain)
    #expect(grid[0, 0].text.unicodeScalars.count == 6)
  }

  @Test func `a wide cluster is never shown by half`() {
    var grid = Grid(Size(width: 4, height: 1))
    grid.put("世界", x: 0, y: 0, .plain)
    grid.put("x", x: 1, y: 0, .plain)
    #expect(grid.lines == [" x界"])
    grid.put("y", x: 2, y: 0, .plain)
    #expect(grid.lines == [" xy"])
    #expect(grid.put("世", x: 3, y: 0, .plain) == 0)
    grid.fill(Rect(x: 0, y: 0, width: 1, height: 1), .plain)
    #expect(grid.lines == [" xy"])
  }

  @Test func `what lies outside is not drawn`() {
    var grid = Grid(Size(width: 3, height: 1))
    grid.put("abcdef", x: -2, y: 0, .plain)
    grid.put("x", x: 0, y: 1, .plain)
    grid.put("x", x: 0, y: -1, .plain)
    grid.fill(Rect(x: 5, y: 5, width: 9, height: 9), .plain)
    #expect(grid.lines == ["cde"])
    #expect(grid.put("limited", x: 0, y: 0, .plain, limit: 2) == 2)
    #expect(grid.lines == ["lie"])
  }

  @Test(arguments: ["Карта №1", "Зёрна – 1 234 ₽ │█▀", "", "a\u{301}b", "x世", "й ☕ ё"])
  func `a text is drawn the same whole, cut and letter by letter`(text: String) {
    for x in -5...12 {
      for limit in [0, 1, 3, 99] {
        var whole = Grid(Size(width: 10, height: 1), filledWith: Style(.palette(1)))
        whole.put("世世世世世", x: 0, y: 0, .plain)
        var byLetter = whole
        let columns = whole.put(text, x: x, y: 0, .plain, limit: limit)
        var used = 0
        for letter in text {
          let width = displayWidth(of: letter)
          guard used + width <= limit, x + used + width <= 10 else { break }
          byLetter.put(String(letter), x: x + used, y: 0, .plain)
          used += width
        }
        #expect(whole == byLetter && columns == used, "x \(x), limit \(limit)")
      }
    }
  }
}
