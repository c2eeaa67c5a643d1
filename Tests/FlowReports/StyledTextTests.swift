import App
import Cells
import Loyalty
import TestSupport
import Testing

@testable import FlowReports

/// Screens as texts that read as the same cells again.
struct StyledTextTests {
  @Test func `it is text first and then styles`() {
    var grid = Grid(Size(width: 8, height: 2))
    grid.put("Зёрна", x: 1, y: 0, Style(.rgb(red: 255, green: 0, blue: 16), on: .palette(7), .bold))
    #expect(
      StyledText(grid).text == """
        8x2
         Зёрна


        a terminal on terminal
        b #ff0010 on 7 bold

        a b5 a2
        a8

        """)
  }

  @Test(arguments: [
    "", "plain", "世界 a", "👨‍👩‍👧 family", "e\u{301}e", "가", "🇷🇺🇷🇺", "\u{A0} \u{A0}", "क्षि",
    "┌─┐", "  two  ",
  ])
  func `any text reads as the same cells`(text: String) {
    var grid = Grid(Size(width: 20, height: 2))
    for (index, character) in text.enumerated() where index < 9 {
      grid.put(String(character), x: index * 2, y: 0, .plain)
    }
    grid.put(text, x: 1, y: 1, .paper)
    #expect(StyledText(grid).grid == grid)
  }

  /// Each by itself in a cell, together they would be one.
  @Test func `neighbours that would join stay apart`() {
    var grid = Grid(Size(width: 8, height: 1))
    let width = grid.put("🇷", x: 0, y: 0, .plain)
    grid.put("🇺", x: width, y: 0, .paper)
    grid.put("世", x: 2 * width, y: 0, .plain)
    #expect(StyledText(grid).grid == grid)
  }

  @Test func `random screens read as the same cells`() {
    var generator = SeededGenerator(seed: 16)
    let characters = Array("ab Я世가é█▌👩\u{A0}क") + ["🇷", "🇺"]
    for _ in 0..<Effort.count(300, long: 10_000) {
      let width = Int.random(in: 0...12, using: &generator)
      var grid = Grid(Size(width: width, height: .random(in: 0...4, using: &generator)))
      for _ in 0..<30 {
        let color = Color.palette(.random(in: 0...40, using: &generator))
        let attributes = Attributes(rawValue: .random(in: 0..<32, using: &generator))
        let character = characters.randomElement(using: &generator) ?? " "
        grid.put(
          String(character), x: .random(in: 0...12, using: &generator),
          y: .random(in: 0...4, using: &generator), Style(color, on: .terminal, attributes))
      }
      let text = StyledText(grid)
      #expect(text.grid == grid, "\(text.text)")
    }
  }

  @Test(arguments: ["dark", "light", "mono", "books"])
  func `a screen of the app reads as the same cells`(theme: String) throws {
    let grid = try Sample.login(.russian, theme).grid
    let text = StyledText(grid).text
    #expect(StyledText(text: text).grid == grid)
    #expect(StyledText(text: text.replacing("\n", with: "\r\n")).grid == grid)
  }

  @Test(arguments: [
    "", "x", "8x", "-1x2\n", "1x1\na", "1x1\n\n\na terminal on terminal\n\nb\n",
    "1x1\n\n\na terminal on terminal\n\na2\n", "1x1\n\n\na terminal on terminal\n\na0\n",
    "1x1\n\n\na terminal on terminal\n\na a\n", "1x1\nab\n\na terminal on terminal\n\na\n",
    "1x1\n\n\na #12 on terminal\n\na\n", "1x1\n\n\na terminal on 256\n\na\n",
    "1x1\n\n\na terminal on terminal loud\n\na\n", "99999x99999\n", "0x1\n\n\n\na\n",
    "1x1\n\n\na terminal on terminal\n\na99999999999999999999\n", "1000x1000\n",
  ])
  func `what is none is refused`(text: String) {
    #expect(StyledText(text: text).grid == nil)
  }
}
