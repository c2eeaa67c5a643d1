import Testing

@testable import App

struct MoveTests {
  @Test(arguments: [
    (Move.rows(1), 0, 1), (.rows(-1), 0, 0), (.rows(5), 14, 15), (.pages(1), 0, 4),
    (.pages(-1), 9, 5), (.pages(9), 3, 15), (.first, 9, 0), (.last, 0, 15),
  ])
  func `a text of twenty lines is moved through on five rows`(move: Move, top: Int, line: Int) {
    #expect(move.firstLine(from: top, of: 20, height: 5) == line)
  }

  @Test func `a text that fits stays where it is`() {
    #expect(Move.last.firstLine(from: 0, of: 3, height: 5) == 0)
    #expect(Move.pages(1).firstLine(from: 0, of: 0, height: 0) == 0)
  }
}
