import App
import Cells
import Loyalty
import Testing

@testable import FlowReports

/// What a difference of two screens says.
struct ScreenDifferenceTests {
  private func grid(_ text: String, _ style: Style = .plain) -> Grid {
    Sample.frame(text, style, size: Size(width: 12, height: 3)).grid
  }

  @Test func `the same is no difference`() {
    #expect(ScreenDifference(expected: grid("a"), actual: grid("a")) == nil)
  }

  @Test func `text and style are told apart`() throws {
    var actual = grid("1,250")
    actual.restyle(Rect(x: 1, y: 1, width: 2, height: 1)) { $0 = .paper }
    let difference = try #require(ScreenDifference(expected: grid("1,240"), actual: actual))
    #expect(
      difference.text(in: .english) == """
        row 2
          - │ 1,240      │
          + │ 1,250      │
                 ^
          columns 2–3 “1,”: terminal on terminal → 16 on 231
        """)
    #expect(difference.text(in: .russian).hasPrefix("строка 2\n"))
  }

  @Test func `a change of style alone shows no text twice`() throws {
    let difference = try #require(
      ScreenDifference(expected: grid("Pay"), actual: grid("Pay", Style(.terminal, .bold))))
    #expect(
      difference.text(in: .english) == """
        row 2
          columns 2–4 “Pay”: terminal on terminal → terminal on terminal bold
        """)
  }

  @Test func `another size is told as one`() throws {
    let difference = try #require(
      ScreenDifference(expected: grid("a"), actual: Grid(Size(width: 5, height: 2))))
    #expect(difference.text(in: .english) == "expected 12x3, here are 5x2")
  }

  @Test func `a wide sign in place of two letters is a difference of both columns`() throws {
    let difference = try #require(ScreenDifference(expected: grid("ab"), actual: grid("世")))
    #expect(difference.rows.first?.columns == [1, 2])
  }
}
